package markdown

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark/ast"
)

func parseString(s string) *Doc { return Parse([]byte(s), 1, Options{}) }

func TestRefs(t *testing.T) {
	d := Parse([]byte("甲乙[丙](../a.md#x)，![图](fig.svg)\r\n\r\n"+
		"[引用][r]与https://example.org/。<a@b.cn>[^1]\n\n[r]: <b c.md> 'T'\n[^1]: [注](n\\_1.md)\n\n"+
		"<a href=\"h.md\">x</a>\n"), 10, Options{})
	want := []Ref{
		{Link, "../a.md#x", "丙", 10, 7},
		{Image, "fig.svg", "图", 10, 23},
		{Link, "b c.md", "引用", 14, 7},
		{Link, "https://example.org/", "https://example.org/", 12, 9},
		{Link, "mailto:a@b.cn", "a@b.cn", 12, 31},
		{Link, "h.md", "", 17, 1},
		{Link, "n_1.md", "注", 15, 11},
	}
	if !reflect.DeepEqual(d.Refs, want) {
		t.Errorf("got\n%v\nwant\n%v", d.Refs, want)
	}
	var b strings.Builder
	if err := d.Render(&b, func(i int, r Ref) string { return fmt.Sprintf(` data-%d="%s"`, i, r.Dest) }); err != nil {
		t.Fatal(err)
	}
	for i, r := range want {
		if !strings.Contains(b.String(), fmt.Sprintf(` data-%d="%s"`, i, r.Dest)) {
			t.Errorf("no place for %v in\n%s", r, b.String())
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestRenderFails(t *testing.T) {
	if err := parseString("[a](b)").Render(brokenWriter{}, nil); err == nil {
		t.Error("an error of the writer was lost")
	}
}

func TestAttr(t *testing.T) {
	if got := Attr("alt", `a<"b"&`); got != ` alt="a&lt;&quot;b&quot;&amp;"` {
		t.Error(got)
	}
	if got := URLAttr("href", "/文 件?a=1&b=\"x\"%20"); got != ` href="/%E6%96%87%20%E4%BB%B6?a=1&amp;b=%22x%22%20"` {
		t.Error(got)
	}
}

func TestHeadings(t *testing.T) {
	d := Parse([]byte("# 一、**科普**知识\n\n正文\n\n科学\n---\n\n> ## 引 {#q}\n"), 5, Options{})
	want := []Heading{{2, "一-科普知识", "一、科普知识", 5}, {3, "科学", "科学", 9}, {3, "q", "引", 12}}
	if !reflect.DeepEqual(d.Headings, want) {
		t.Errorf("got %v want %v", d.Headings, want)
	}
	if want := []string{"q", "一-科普知识", "科学"}; !slices.Equal(d.IDs, want) {
		t.Errorf("ids %q want %q", d.IDs, want)
	}
}

func TestText(t *testing.T) {
	d := parseString("## 题[^1]\n\n甲&amp;乙\\*丙\n丁 **粗**![无](a.png) `a  b`\n\n- 一\n- [x] 二\n\n| 表 | 头 |\n|--|--|\n| 格 | https://a.cn |\n\n" +
		"```go\ncode()\n```\n\n![图](b.png \"图注\")\n\n<div>块 <b>内</b><script>no</script></div>\n\n:::tip\n提\n:::\n\n[^1]: 注释\n")
	want := "题\n甲&乙*丙丁 粗 a  b\n一\n二\n表 头\n格 https://a.cn\ncode()\n图注\n块 内\n小贴士\n提\n注释"
	if d.Text != want {
		t.Errorf("got\n%q\nwant\n%q", d.Text, want)
	}
	if !d.HasCode || parseString("甲").HasCode {
		t.Error("HasCode is wrong")
	}
}

func TestCount(t *testing.T) {
	for s, want := range map[string][2]int{
		"":                            {0, 0},
		"长春市2024年有3.5万人。":             {7, 2},
		"don't stop state-of-the-art": {0, 3},
		"한국어는 띄어쓰기가 있다.":              {0, 3},
		"かな交じり文、カタカナ":                 {10, 0},
		"Go语言 and 汉字、“引号”（括号）！":           {8, 2},
		"naïve café Ωμέγα, 1,000 x — 〇〇号": {3, 6},
	} {
		if han, words := count(s); [2]int{han, words} != want {
			t.Errorf("%q: %d Han, %d words, want %v", s, han, words, want)
		}
	}
	for _, c := range []struct{ han, words, minutes int }{{0, 0, 1}, {500, 0, 1}, {700, 0, 2}, {4000, 200, 11}} {
		if m := (&Doc{Han: c.han, Words: c.words}).Minutes(); m != c.minutes {
			t.Errorf("%+v: %d", c, m)
		}
	}
}

func TestSummary(t *testing.T) {
	han := strings.Repeat("汉", 50)
	for _, c := range []struct{ name, body, want string }{
		{"short", "## 题\n\n一段[^1]。\n\n- 列表\n\n[^1]: 注", "一段。"},
		{"several paragraphs", "甲。\n\n![图](a.png)\n\n乙。\n\n丙。", "甲。乙。丙。"},
		{"Latin paragraphs", "One.\n\nTwo.", "One. Two."},
		{"at a sentence", han + "。" + han + "！" + han + "。", han + "。" + han + "！"},
		{"a quotation closes with it", han + han + "。”" + han, han + han + "。”"},
		{"at a clause", han + han + "，" + han + "，" + han, han + han + "…"},
		{"nowhere to cut", han + han + han, han + han + strings.Repeat("汉", 20) + "…"},
		{"words", strings.Repeat("letters ", 40), strings.TrimSpace(strings.Repeat("letters ", 30)) + "…"},
		{"decimal points end nothing", strings.Repeat("汉", 100) + "3.5" + han, strings.Repeat("汉", 100) + "3.5" + strings.Repeat("汉", 18) + "…"},
		{"enough after the first", han + han + "\n\n第二段", han + han},
		{"only a list", "## 题\n\n- 项一\n- 项二", "项一"},
		{"nothing", "## 题\n\n```\ncode\n```", ""},
	} {
		if got := parseString(c.body).Summary; got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestMathText says that plain text and summary keep the characters of a formula, and how long it may stay open.
func TestMathText(t *testing.T) {
	d := parseString("质能$E_k=\\frac{1}{2}m*v^2*$，*即*\n\n$$\na_1*b*\n+ c\n$$\n\n![能$e_1*$](a.png)\n")
	if want := "质能$E_k=\\frac{1}{2}m*v^2*$，即\n$$ a_1*b* + c $$"; d.Text != want {
		t.Errorf("got %q want %q", d.Text, want)
	}
	if want := "质能$E_k=\\frac{1}{2}m*v^2*$，即$$ a_1*b* + c $$"; d.Summary != want {
		t.Errorf("got %q want %q", d.Summary, want)
	}
	if got := d.Refs[0].Text; got != "能$e_1*$" {
		t.Errorf("description %q", got)
	}
	root, _ := Tree([]byte("$$a$$\n\n和$b$"), Options{})
	if m, ok := root.FirstChild().FirstChild().(*Math); !ok || !m.Display {
		t.Error("no display formula")
	}
	if m, ok := root.LastChild().LastChild().(*Math); !ok || m.Display {
		t.Error("no formula in the line")
	}
}

func TestClean(t *testing.T) {
	d := Parse([]byte("a\x00b\xff\xfe汉\x07\r\nc\rd [x](y)"), 1, Options{Lang: "en"})
	if want := "a\uFFFDb\uFFFD\uFFFD汉\uFFFD c d x"; d.Text != want {
		t.Errorf("got %q want %q", d.Text, want)
	}
	if d.Refs[0].Line != 3 || d.Refs[0].Col != 7 {
		t.Errorf("the link is at %d:%d", d.Refs[0].Line, d.Refs[0].Col)
	}
}

// TestDirty puts every byte at every place of a word and behind it.
func TestDirty(t *testing.T) {
	for c := range 0x80 {
		for at := range 10 {
			b := []byte("汉字xxxxxxxxxx汉字")
			b[6+at] = byte(c)
			if dirty(b) != control(byte(c)) {
				t.Errorf("%q", b)
			}
		}
	}
	if !dirty([]byte("汉字\xff")) || dirty([]byte("汉字\u0080\n\t")) {
		t.Error("UTF-8 is not what is checked")
	}
}

func TestTree(t *testing.T) {
	root, src := Tree([]byte("![图](a.png)\n\n:::quiz\n问\n---\n答 https://a.cn <javascript:x>\n:::\n\n[https://b.cn](c)"), Options{})
	var kinds []string
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			kinds = append(kinds, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	want := "Document Figure Image Text Container ContainerTitle String Paragraph Text Answer Paragraph Text Link Text Text String Paragraph Link Text"
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(src) == 0 {
		t.Error("no source")
	}
}

func TestPlainData(t *testing.T) {
	d := parseString("## 甲\n\n[a](b) ![](c)\n")
	var viaGob, viaJSON Doc
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(d); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&b).Decode(&viaGob); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &viaJSON); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*d, viaGob) || !reflect.DeepEqual(*d, viaJSON) {
		t.Errorf("%+v\n%+v\n%+v", *d, viaGob, viaJSON)
	}
}

// TestConcurrent is for the race detector, and for pages that share a buffer by mistake.
func TestConcurrent(t *testing.T) {
	bodies := [][]byte{article(true), []byte("<details>\n\n[a](b)\n\n"), []byte("[^1]\n\n[^1]: x\n```py\na=1\n```")}
	var want []*Doc
	for _, b := range bodies {
		want = append(want, Parse(b, 1, Options{}))
	}
	var wg sync.WaitGroup
	for i := range 24 {
		wg.Go(func() {
			if got := Parse(bodies[i%3], 1, Options{}); !reflect.DeepEqual(got, want[i%3]) {
				t.Errorf("body %d differs when parsed beside others", i%3)
			}
		})
	}
	wg.Wait()
}

func TestDeepHTML(t *testing.T) {
	d := parseString("前[a](b)\n\n" + strings.Repeat("<div>\n", 1000) + "\n后[c](d)\n")
	if err := wellFormed(d, []byte(strings.Repeat("\n", 1100)), false); err != nil {
		t.Error(err)
	}
	if !strings.Contains(d.HTML, "后") || strings.Contains(d.HTML, "<div>") || len(d.Refs) != 2 {
		t.Errorf("%d refs in %s", len(d.Refs), d.HTML)
	}
	if len(d.Problems) != 1 || d.Problems[0].Kind != DeepHTML {
		t.Errorf("%v", d.Problems)
	}
}

// TestDepth says how deep blocks nest, which every recursion over the tree relies on.
func TestDepth(t *testing.T) {
	for _, marker := range []string{">", "- ", ":::note\n"} {
		root, _ := Tree([]byte(strings.Repeat(marker, 1000)+"甲"), Options{})
		depth, deepest := 0, 0
		_ = ast.Walk(root, func(_ ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				depth++
				deepest = max(deepest, depth)
			} else {
				depth--
			}
			return ast.WalkContinue, nil
		})
		if deepest < maxBlocks/2 || deepest > maxBlocks+5 {
			t.Errorf("%q nests %d deep", marker, deepest)
		}
	}
}
