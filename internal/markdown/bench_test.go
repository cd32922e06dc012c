package markdown

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
)

// article is 4.7 KB of Chinese as an editor writes it: headings, paragraphs, emphasis, links, a list, a figure.
func article(code bool) []byte {
	var b strings.Builder
	b.WriteString("![望远镜的反射面像一口大锅](fast.jpg \"建在山窝里的望远镜\")\n\n")
	para := "射电望远镜收集的是**来自宇宙的无线电波**，比可见光长得多。波长越长，要看得清楚就需要越大的口径，\n所以天文学家在山窝里修了一口“大锅”。它的面积相当于三十个足球场，能听到一百多亿光年外的声音（当然不是真的声音）。\n详细情况见[建设经过](../2016/build.md)，或访问https://fast.bao.ac.cn/。温度10~20℃，湿度30~40%。\n\n"
	for i := 0; b.Len() < 4700; i++ {
		if i%3 == 0 {
			b.WriteString("## 为什么要这样大的口径\n\n")
		}
		if i == 4 {
			b.WriteString("- 第一，*灵敏度*高\n- 第二，视野大\n- 第三，干扰少\n\n")
		}
		if i == 6 && code {
			b.WriteString("```go\npackage main\n\nimport \"fmt\"\n\nfunc main() {\n\tfor i := 0; i < 10; i++ {\n\t\tfmt.Println(\"你好\", i) // 打印\n\t}\n}\n```\n\n")
		}
		b.WriteString(para)
	}
	return []byte(b.String())
}

func benchmarkParse(b *testing.B, body []byte) {
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	Parse(body, 1, Options{})
	for b.Loop() {
		Parse(body, 1, Options{})
	}
}

func BenchmarkParse(b *testing.B)     { benchmarkParse(b, article(false)) }
func BenchmarkParseCode(b *testing.B) { benchmarkParse(b, article(true)) }

func BenchmarkParseHTML(b *testing.B) {
	benchmarkParse(b, append(article(false), "\n<details><summary>更多</summary>\n\n正文\n\n</details>\n"...))
}

// BenchmarkGoldmark is goldmark alone, for comparison.
func BenchmarkGoldmark(b *testing.B) {
	body := article(false)
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	md := goldmark.New()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := md.Convert(body, &out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	d := Parse(article(false), 1, Options{})
	b.ReportAllocs()
	for b.Loop() {
		_ = d.Render(io.Discard, func(int, Ref) string { return ` href="/a/"` })
	}
}
