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

// sections are what an ordinary article is made of besides paragraphs.
var sections = []string{
	"- 春天的河面解冻很慢\n- 冰块互相碰撞出声\n- 岸边的土先变软\n",
	"资料见[国家天文台](https://www.nao.cas.cn/)、[一份说明](../2024/notes.md)和`公式 58`。\n",
	"| 地点 | 数值 | 说明 |\n| --- | ---: | --- |\n| 松花江边 | 607 | 水面的光 |\n| 城北的山 | 14 | 夜里的风 |\n| 学校操场 | 268 | 很干的土 |\n",
}

const codeBlock = "```python\nimport math\n\ndef distance(parallax):\n    # 视差换成距离\n    return 1 / parallax\n\nfor p in [0.73, 0.78]:\n    print(\"%.2f\" % math.log10(distance(p)))\n```\n"

// articles are five of 4.7 KB: sections of paragraphs with some emphasis, all with a list and links, one with a table.
func articles() (bodies [][]byte) {
	sentences := []string{
		"春天来临的时候，江面上的冰开始变薄，误差不超过百分之三。", "为了弄清原因，学生们记录了每天清晨的温度，并且发现夜间和白天的差别很大。",
		"从1958年起，观测站先后三次更换仪器，结果都说明答案就藏在最常见的现象里。", "**换句话说，**同样的条件下可以重复出来，关键是把变量一个一个分开。",
		"很多人以为叶子变红是因为天冷，其实这个过程比想象中慢得多。", "如果把镜头拉近，会看到雪花的六个角并不一样长，结论仍要更多的数据来检验。",
	}
	for i := range 5 {
		var b strings.Builder
		for n := 0; b.Len() < 4500; n++ {
			if n > 0 {
				b.WriteString("\n## 第" + []string{"一", "二", "三", "四", "五", "六"}[n%6] + "个问题怎样回答\n")
			}
			for p := range 2 {
				b.WriteString("\n")
				for s := range 3 + (i+p)%2 {
					b.WriteString(sentences[(i+n+2*p+s)%len(sentences)])
				}
				b.WriteString("\n")
			}
			if n > 0 && n < 3 || n == 3 && i == 0 {
				b.WriteString("\n" + sections[n-1])
			}
		}
		bodies = append(bodies, []byte(b.String()))
	}
	return bodies
}

func benchmarkParse(b *testing.B, bodies ...[]byte) {
	total := 0
	for _, body := range bodies {
		total += len(body)
		Parse(body, 1, Options{})
	}
	b.ReportAllocs()
	b.SetBytes(int64(total / len(bodies)))
	for i := 0; b.Loop(); i++ {
		Parse(bodies[i%len(bodies)], 1, Options{})
	}
}

func BenchmarkParse(b *testing.B)     { benchmarkParse(b, articles()...) }
func BenchmarkParseRich(b *testing.B) { benchmarkParse(b, article(false)) }
func BenchmarkParseCode(b *testing.B) { benchmarkParse(b, []byte(codeBlock)) }

func BenchmarkParseHTML(b *testing.B) {
	benchmarkParse(b, append(article(false), "\n<details><summary>更多</summary>\n\n正文\n\n</details>\n"...))
}

func benchmarkProse(b *testing.B, bodies ...[]byte) {
	for _, body := range bodies {
		Prose(body, 1, Options{})
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Prose(bodies[i%len(bodies)], 1, Options{})
	}
}

func BenchmarkProse(b *testing.B)     { benchmarkProse(b, articles()...) }
func BenchmarkProseRich(b *testing.B) { benchmarkProse(b, article(false)) }
func BenchmarkProseCode(b *testing.B) { benchmarkProse(b, []byte(codeBlock)) }

func BenchmarkProseHTML(b *testing.B) {
	benchmarkProse(b, append(article(false), "\n<details><summary>更多</summary>\n\n正文\n\n</details>\n"...))
}

// BenchmarkBareGoldmark is goldmark alone over the articles of BenchmarkParse, to compare with in the same run.
func BenchmarkBareGoldmark(b *testing.B) {
	bodies := articles()
	b.ReportAllocs()
	b.SetBytes(int64(len(bodies[0])))
	md := goldmark.New()
	var out bytes.Buffer
	for i := 0; b.Loop(); i++ {
		out.Reset()
		if err := md.Convert(bodies[i%len(bodies)], &out); err != nil {
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
