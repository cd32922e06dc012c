package darkmode

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ light, dark string }{
		{``, ``},
		{`没有颜色 &amp; <b>无</b>`, `没有颜色 &amp; <b>无</b>`},
		{`<p style="color:#000">黑</p>`, `<p style="color:#a3a3a3">黑</p>`},
		{`<p style="background:#fff">白</p>`, `<p style="background:#191919;color:#a3a3a3">白</p>`},
		// A line around a box goes by the page, not by the box.
		{`<td style="background:#f5f5f5;color:#222;border:1px solid #ddd">格</td>`,
			`<td style="background:#232323;color:#c4c4c4;border:1px solid #a3a3a3">格</td>`},
		// What stands in a box goes by the box, and comes from the light.
		{`<section style="color:#800"><p style="background:#fff2b8">黄</p></section>`,
			`<section style="color:#f44"><p style="background:#cac092;color:#800">黄</p></section>`},
		{`<p style="color:#000"><br>一<img src="a&amp;b.png" alt="x">二</p><p>三</p>`,
			`<p style="color:#a3a3a3"><br>一<img src="a&amp;b.png" alt="x">二</p><p>三</p>`},
		{`<p title=' style="color:#000"' alt="'" style="color:#000">黑</p>`, `<p title=' style="color:#000"' alt="'" style="color:#a3a3a3">黑</p>`},
		// Drawings stay.
		{`<svg viewBox="0 0 1 1" style="color:#000"><path style="fill:#000" d=""/><a style="color:#000"></a></svg><i style="color:#000"></i>`,
			`<svg viewBox="0 0 1 1" style="color:#a3a3a3"><path style="fill:#000" d=""/><a style="color:#000"></a></svg><i style="color:#a3a3a3"></i>`},
	} {
		if dark := HTML(c.light); dark != c.dark {
			t.Errorf("%s\nbecame %s\nnot    %s", c.light, dark, c.dark)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		html        string
		light, dark Worst
	}{
		{``, Worst{Ratio: 2100}, Worst{Ratio: 2100}},
		{`字`, Worst{1758, "字", "#191919", "#fff"}, Worst{696, "字", "#a3a3a3", "#191919"}},
		{`<p style="color:#000">黑<b style="color:#ccc"> </b></p>`,
			Worst{2100, "", "", ""}, Worst{696, "黑", "#a3a3a3", "#191919"}},
		{`<p style="color:#000">黑<b style="color:#777">灰的字，很长，长得没有必要全部写在一条消息里</b></p>`,
			Worst{447, "灰的字，很长，长得没有必要全部写在一条消…", "#777", "#fff"},
			Worst{392, "灰的字，很长，长得没有必要全部写在一条消…", "#777", "#191919"}},
		// A ground that lets the other one through.
		{`<section style="background:#000;color:#fff"><p style="background:rgba(255,255,255,.5)">半</p></section>`,
			Worst{394, "半", "#fff", "#808080"}, Worst{1474, "半", "#fff", "#282828"}},
		{`<svg style="color:#fff"><text style="color:#fff">画</text></svg>`, Worst{Ratio: 2100}, Worst{Ratio: 2100}},
	} {
		if light, dark := Check(c.html); light != c.light || dark != c.dark {
			t.Errorf("%s\nlight %+v, want %+v\ndark  %+v, want %+v", c.html, light, c.light, dark, c.dark)
		}
	}
}

// FuzzHTML checks that nothing but style attributes changes.
func FuzzHTML(f *testing.F) {
	f.Add(`<p style="color:#000;background:rgba(1,2,3,.4)">a&amp;b</p></x><svg><p style="color:red">`)
	f.Add(`<section style="border:1px solid rgb(1 2 3);color"><br></section><td style=";:;color:;">`)
	f.Fuzz(func(t *testing.T, light string) {
		dark := HTML(light)
		if before, after := skeleton(light), skeleton(dark); before != after {
			t.Errorf("%q\nbecame %q", before, after)
		}
		Check(light)
	})
}

// skeleton is HTML without style attributes.
func skeleton(source string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(source)); z.Next() != html.ErrorToken; {
		token := z.Token()
		kept := token.Attr[:0]
		for _, a := range token.Attr {
			if a.Key != "style" {
				kept = append(kept, a)
			}
		}
		token.Attr = kept
		b.WriteString(token.String())
	}
	return b.String()
}

func BenchmarkArticle(b *testing.B) {
	article := `<section style="color:#223;font-size:16px">` +
		strings.Repeat(`<section style="margin:0 0 16px">这是一段文字，有<strong>重点</strong>和<span style="color:#06c">颜色</span>。</section>`, 40) + `</section>`
	for b.Loop() {
		HTML(article)
		Check(article)
	}
}
