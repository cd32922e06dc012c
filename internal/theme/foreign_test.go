package theme_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"kepu/internal/page"
)

// TestForeign: what is in another language than the page says so, wherever its
// name stands.
func TestForeign(t *testing.T) {
	th := load(t)
	c := chrome(th, "en")
	c.Footer.Lang = "zh-CN"
	c.Footer.Links = []page.Link{{Name: "关于本站", URL: "/kepu/about/", Lang: "zh-CN"}}
	link := func(name string) *page.Link { return &page.Link{Name: name, URL: "/kepu/" + name + "/", Lang: "zh-CN"} }
	cards := []*page.Card{articleCards()[0], eventCards()[1], personCards()[0]}
	for i := range cards {
		cards[i].Lang = "zh-CN"
	}
	article := &page.ArticleView{
		EntryView: page.EntryView{Body: &page.Body{}, Organization: link("org"), Previous: link("prev"), Next: link("next"), Related: cards},
		Series:    &page.Link{Name: "nowhere", Lang: "zh-CN"}, SeriesNext: link("onward"),
	}
	text := execute(t, th, view(c, "article", "articles", "T", "a/", article)) +
		execute(t, th, view(c, "home", "home", "T", "", &page.HomeView{Lead: cards[0], Running: cards[1:2], Latest: cards, People: cards[2:]}))
	for _, want := range []string{
		`<a href="/kepu/about/" lang="zh-CN" hreflang="zh-CN">`,
		`<span lang="zh-CN">吉林省科学技术协会</span>`,
		`<li class="wide" lang="zh-CN">`,
		`<a href="/kepu/org/" lang="zh-CN" hreflang="zh-CN">`,
		`<a href="/kepu/prev/" rel="prev" lang="zh-CN" hreflang="zh-CN">`,
		`<a href="/kepu/next/" rel="next" lang="zh-CN" hreflang="zh-CN">`,
		`<a href="/kepu/onward/" lang="zh-CN" hreflang="zh-CN">`,
		`<span lang="zh-CN">nowhere</span>`,
		`<h4><a href="` + cards[1].URL + `" lang="zh-CN" hreflang="zh-CN">`,
		`<p lang="zh-CN">` + cards[0].Summary,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not found: %s", want)
		}
	}
	for _, card := range cards {
		for _, part := range strings.Split(text, `<a href="`+card.URL+`"`)[1:] {
			if !strings.HasPrefix(part, ` lang="zh-CN" hreflang="zh-CN">`) {
				t.Errorf("%s: a link does not tell its language: %.60s", card.Title, part)
			}
		}
	}
	own := execute(t, th, views(th, "en")[0])
	if strings.Contains(own, `<span lang=""`) || strings.Contains(own, `lang="zh-CN" hreflang="zh-CN">`+cards[0].Title) {
		t.Error("what is in the page's language says so too")
	}
}

// TestShareImage: the picture of a page that has none fits what previews ask for.
func TestShareImage(t *testing.T) {
	data := asset(t, load(t), "img/share.png")
	size, err := png.DecodeConfig(bytes.NewReader([]byte(data)))
	if err != nil || size.Width != 1200 || size.Height != 630 || len(data) > 40<<10 {
		t.Errorf("share.png: %d × %d, %d bytes, %v", size.Width, size.Height, len(data), err)
	}
}

// TestBareSite: a site without settings says its name once and has no empty list.
func TestBareSite(t *testing.T) {
	th := load(t)
	c := &page.Chrome{Title: "科普", Description: "科普", Lang: "zh-CN", Dir: "ltr", Home: "/", Base: "/", Strings: th.Strings("zh-CN")}
	text := execute(t, th, view(c, "home", "home", "科普", "", &page.HomeView{}))
	if strings.Contains(text, "<p>科普</p>") {
		t.Error("the heading is said again under it")
	}
	if strings.Contains(text, `class="legal"`) {
		t.Error("an empty list in the footer")
	}
}

// TestTimes: a span of time stays on one line, and nothing else is touched.
func TestTimes(t *testing.T) {
	th := load(t)
	card := eventCards()[1]
	card.Event.When = "9月19日<18:30–21:00"
	text := execute(t, th, view(chrome(th, "zh-CN"), "home", "home", "T", "", &page.HomeView{Upcoming: []*page.Card{card}}))
	if want := `<span>9月19日&lt;<span class="nb">18:30–21:00</span></span>`; !strings.Contains(text, want) {
		t.Errorf("not found: %s", want)
	}
}
