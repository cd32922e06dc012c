//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// written is what a generator makes of two articles: the whole of it.
var written = map[string]string{
	"articles/2020/a1/index.html": `<h1><span>雪花：</span>一</h1><pre class="x"><code class="python"><span class="k">import</span> math</code></pre>`,
	"articles/2021/a2/index.html": `<h1>二</h1><p>添加的一段。</p>`,
	"articles/index.html":         `<a href="/articles/2020/a1/">一</a> <a href="/articles/page/2/">2</a>`,
	"articles/page/2/index.html":  `<a href="/articles/">1</a> <a href="https://bench.example.org/articles/2021/a2/">二</a>`,
	"topics/天文/index.html":        `<a href="/topics/%E5%A4%A9%E6%96%87/">这里</a> <a href="/articles/2020/a1/">一</a>`,
	"feed.xml":                    `<entry><id>https://bench.example.org/articles/2020/a1/</id></entry><item><link>https://bench.example.org/articles/2021/a2/</link></item>`,
}

func twoArticles() *corpus {
	c := &corpus{articles: map[string]*article{}, lists: map[string][]string{}}
	c.add("articles/2020/a1", "---\ntitle: 雪花：一\ntopics: [天文]\n---\n\ntitle: 不是\n\n```python\nimport math\n```\n")
	c.add("articles/2021/a2", "---\ntitle: 二\n---\n")
	c.articles["articles/2021/a2"].text = "添加的一段。"
	return c
}

// check writes the output, with one file changed, and compares.
func check(t *testing.T, file, old, new string) error {
	t.Helper()
	dir := t.TempDir()
	for name, text := range written {
		if name == file {
			changed := strings.Replace(text, old, new, 1)
			if changed == text {
				t.Fatalf("%s has no %q", name, old)
			}
			text = changed
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return compare([]*generator{{name: "it", out: dir, feed: "feed.xml"}}, twoArticles())
}

// A generator that leaves out anything must not be let through.
func TestCompare(t *testing.T) {
	if err := check(t, "", "", ""); err != nil {
		t.Error("a whole output:", err)
	}
	for _, c := range []struct{ file, old, new, want string }{
		{"articles/2020/a1/index.html", "雪花：", "", `"一", not "雪花：一"`},
		{"articles/2021/a2/index.html", "添加的", "", "does not show"},
		{"articles/2020/a1/index.html", `<span class="k">import</span>`, "import", "not highlighted"},
		{"articles/index.html", "/articles/page/2/", "/page/2/", "/articles/ leads to 1 articles, not 2"},
		{"topics/天文/index.html", "2020/a1", "2021/a2", "and misses 1"},
		{"feed.xml", "2021/a2", "2020/a1", "feed.xml has 1 articles, not 2"},
	} {
		if err := check(t, c.file, c.old, c.new); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s without %q: %v, want %s", c.file, c.old, err, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	if s := spreadOf([]float64{4, 1, 3}); s != (spread{1, 3, 4}) {
		t.Error(s)
	}
	if s := spreadOf([]float64{4, 1, 3, 2}); s != (spread{1, 2.5, 4}) {
		t.Error(s)
	}
	if s := share(2, 19); s != "1/9.5" {
		t.Error(s)
	}
	for line, want := range map[string]bool{
		"hugo v0.165.0 linux/amd64": true, "hugo v0.111.3": false, "v20.20.2": true, "no version": false,
	} {
		if reaches(line, "v0.146") != want {
			t.Error(line)
		}
	}
}
