package sharecard

import (
	"bytes"
	"image"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kepu/internal/qr"
	"kepu/internal/typeset"
	"kepu/internal/typeset/sheet"
)

// systemFonts are those of Debian's package fonts-noto-cjk.
func systemFonts(t testing.TB) typeset.Fonts {
	open := func(name string) *typeset.Font {
		f, err := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		if err != nil {
			t.Fatal(err)
		}
		font, err := typeset.NewFont(f)
		if err != nil {
			t.Fatal(err)
		}
		return font
	}
	return typeset.Fonts{Title: open("Bold"), Text: open("Regular")}
}

// gallery holds a card of each sort, with short and long texts.
var gallery = map[string]Card{
	"article": {Lang: "zh-CN", Site: "吉林科普", Label: "天文", Title: "“中国天眼”看见了什么：从吉林走出去的射电望远镜之父", Lines: []string{"口径五百米的望远镜，架在贵州的山坳里。它听的是宇宙深处的无线电波，能收到的能量微弱到几乎不存在；它是怎么建起来的？"}, Motif: "orbits", Seed: "articles/2026/x", Address: "https://kepu.example.org/articles/2026/radio-telescope/", Scan: "扫码阅读"},
	"short":   {Lang: "zh-CN", Site: "吉林科普", Label: "冰雪", Title: "雾凇", Lines: []string{"松花江边的雾凇从哪儿来。"}, Motif: "crystal", Seed: "a", Address: "https://kepu.example.org/articles/2025/rime/", Scan: "扫码阅读"},
	"event":   {Lang: "zh-CN", Site: "吉林科普", Label: "科普活动", Example: "示例", Title: "2026年全国科普日吉林省主场活动", Lines: []string{"2026年9月19日（周六）09:00–11:30", "中国光学科学技术馆", "长春市净月高新技术产业开发区永顺路1666号"}, Motif: "waves", Seed: "events/e", Address: "https://kepu.example.org/events/2026/national-science-day/", Scan: "扫码阅读"},
	"person":  {Lang: "zh-CN", Site: "吉林科普", Label: "工程技术", Title: "王大珩", Mark: "王", Lines: []string{"1915—2011", "中国光学事业奠基人之一，“863计划”的倡议者"}, Motif: "constellation", Seed: "scientists/wang", Address: "https://kepu.example.org/scientists/wang-daheng/", Scan: "扫码阅读"},
	"place":   {Lang: "zh-CN", Site: "吉林科普", Label: "科普基地", Title: "向海国家级自然保护区", Lines: []string{"白城市通榆县向海蒙古族乡"}, Motif: "reeds", Seed: "places/xianghai", Address: "https://kepu.example.org/places/xianghai/", Scan: "扫码阅读"},
	"ko":      {Lang: "ko", Site: "지린 과학", Label: "식품", Title: "냉장고에 넣었으니 안전하다? 식품의 위험 온도 구간", Lines: []string{"세균은 섭씨 5도에서 60도 사이에서 가장 빨리 늘어납니다. 남은 음식은 두 시간 안에 냉장고에 넣으세요."}, Motif: "bowl", Seed: "k", Address: "https://kepu.example.org/ko/articles/2026/food-safety/", Scan: "스캔하여 읽기"},
	"en":      {Lang: "en", Site: "Jilin Science", Label: "Earth science", Title: "What to do in the seconds before the ground shakes: it’s about “early warning”", Lines: []string{"Electric signals are faster than seismic waves. That is all there is to early warning."}, Motif: "strata", Seed: "en", Address: "https://kepu.example.org/en/articles/2026/earthquake-safety/", Scan: "Scan to read"},
	"long":    {Lang: "zh-CN", Site: "吉林省科学技术协会科普资源平台", Label: "科学家精神", Title: "关于举办2026年吉林省“科技工作者日”暨“最美科技工作者”先进事迹巡回报告会长春光机所专场的通知（附：报名办法、交通路线与注意事项）", Lines: []string{"5月30日", "长春"}, Motif: "gears", Seed: "l", Address: "https://kepu.example.org/articles/2026/%E7%A7%91%E6%8A%80%E5%B7%A5%E4%BD%9C%E8%80%85%E6%97%A5/", Scan: "扫码阅读"},
}

// crowded is the gallery, and each of its cards in every language with titles and
// lines of any length.
func crowded() map[string]Card {
	all := maps.Clone(gallery)
	for key, c := range gallery {
		for _, lang := range []string{"zh-CN", "ko", "en"} {
			for i, title := range []string{"", "冰", "雪", "Ice", "별", strings.Repeat("关于“科学家精神”的（报告）", 12), strings.Repeat("과학관에서 만나는 겨울 ", 15), strings.Repeat("early warning, ", 20), strings.Repeat("Donaudampfschiff", 9)} {
				c := c
				c.Lang, c.Title = lang, title
				switch i % 4 {
				case 0:
					c.Lines = append(slices.Clone(c.Lines), strings.Repeat(title+"，", 9), title)
				case 1:
					c.Lines = nil
				case 2:
					c.Site, c.Scan, c.Label, c.Example = strings.Repeat(c.Site, 4), strings.Repeat(c.Scan, 4), strings.Repeat(c.Label, 9), strings.Repeat("示例", 9)
				case 3:
					c.Address += strings.Repeat("abc/", 40)
				}
				all[key+" "+lang+" "+strconv.Itoa(i)] = c
			}
		}
	}
	return all
}

// TestTextStandsApart: the ink of each line of text is in the column or with the
// words for the code, on no other line, not on the picture, and far enough from
// the code for readers to find that.
func TestTextStandsApart(t *testing.T) {
	fonts := systemFonts(t)
	type run struct {
		text string
		ink  image.Rectangle
	}
	s, scratch := new(page), new(page)
	for key, c := range crowded() {
		for name, f := range map[string]format{"wide": wide, "tall": tall, "front": front, "story": story} {
			s.Reset(f.size.X, f.size.Y, paletteOf(""))
			var runs []run
			w := writer{s, c.Lang, fonts, func(font *typeset.Font, lang, text string, x, y, size int, _ *sheet.Ink) {
				scratch.Reset(f.size.X, f.size.Y, paletteOf(""))
				scratch.Text(font, lang, text, x, y, size, black)
				runs = append(runs, run{text, scratch.ink(y-2*size, y+size)})
			}}
			code := s.code(c.Address, f.code)
			f.words(&w, &c, code)
			inColumn := len(runs)
			f.scan(&w, &c, code)
			if c.Title != "" && (inColumn < 3 || len(runs) == inColumn && !f.code.Empty()) {
				t.Errorf("%s, %s: %v", key, name, runs)
			}
			quiet := code.Inset(-4 * code.Dx() / max(1, modules(t, c.Address)))
			for i, r := range runs {
				switch {
				case r.ink.Overlaps(quiet):
					t.Errorf("%s, %s: %q at %v is on the code at %v", key, name, r.text, r.ink, quiet)
				case r.ink.Overlaps(f.plate):
					t.Errorf("%s, %s: %q at %v is on the picture", key, name, r.text, r.ink)
				case i < inColumn && !r.ink.In(f.column), !r.ink.In(image.Rectangle{Max: f.size}.Inset(24)):
					t.Errorf("%s, %s: %q at %v is not in the column %v", key, name, r.text, r.ink, f.column)
				}
				for _, o := range runs[:i] {
					if r.ink.Overlaps(o.ink) {
						t.Errorf("%s, %s: %q at %v is on %q at %v", key, name, r.text, r.ink, o.text, o.ink)
					}
				}
			}
		}
	}
}

// ink is where anything was printed on paper, from a row to another.
func (s *page) ink(from, to int) (r image.Rectangle) {
	for y := max(0, from); y < min(to, s.Height); y++ {
		for x := range s.Width {
			if s.Pix[y*s.Width+x] != paper {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func modules(t *testing.T, address string) int {
	c, err := qr.Encode(address)
	if err != nil {
		t.Fatal(err)
	}
	return c.Size()
}

func BenchmarkEntry(b *testing.B) {
	fonts := systemFonts(b)
	p := NewPress("x", func() (typeset.Fonts, error) { return fonts, nil })
	c := gallery["article"]
	var buf bytes.Buffer
	for i := 0; b.Loop(); i++ {
		buf.Reset()
		c.Seed = string(rune('a' + i%26))
		if err := p.Wide(&buf, &c); err != nil {
			b.Fatal(err)
		}
		if err := p.Tall(&buf, &c); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(buf.Len()), "bytes/entry")
}

func BenchmarkPlate(b *testing.B) {
	p := NewPress("", nil)
	c := gallery["article"]
	var buf bytes.Buffer
	for i := 0; b.Loop(); i++ {
		buf.Reset()
		c.Seed = string(rune('a' + i%26))
		if err := p.Plate(&buf, &c, 900, 383); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(buf.Len()), "bytes")
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		systemFonts(b)
	}
}
