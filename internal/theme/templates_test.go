package theme_test

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/page"
	"kepu/internal/theme"
	"kepu/themes"
)

var languages = []string{"zh-CN", "ko", "en"}

// emptyViews gives a page for every template with nothing in it.
func emptyViews(th *theme.Theme) []*page.View {
	c := &page.Chrome{Title: "空", Lang: "zh-CN", Dir: "ltr", Home: "/", Base: "/", Strings: th.Strings("zh-CN")}
	e := page.EntryView{Body: &page.Body{}}
	mains := map[string]any{"home": &page.HomeView{}, "article": &page.ArticleView{EntryView: e}, "event": &page.EventView{EntryView: e}, "scientist": &page.ScientistView{EntryView: e},
		"organization": &page.OrganizationView{EntryView: e}, "place": &page.PlaceView{EntryView: e}, "series": &page.SeriesView{EntryView: e}, "page": &page.PageView{EntryView: e},
		"list": &page.ListView{}, "terms": &page.TermsView{}, "agenda": &page.AgendaView{}, "404": &page.NotFoundView{},
		"month": &page.MonthView{}, "year": &page.YearView{}, "subscribe": &page.SubscribeView{}, "data": &page.DataView{},
		"people": &page.PeopleView{}, "speakers": &page.SpeakersView{}, "directory": &page.DirectoryView{}, "edition": &page.SubtreeView{}, "honour": &page.HonourEntryView{EntryView: e},
		"map": &page.MapView{}, "route": &page.RouteView{EntryView: e}, "guide": &page.RouteView{EntryView: e}, "issue": &page.IssueView{EntryView: e}, "readers": &page.ReadersView{}}
	var all []*page.View
	for _, name := range th.Templates() {
		all = append(all, &page.View{Site: c, Template: name, Title: "题", HeadTitle: "题", URL: "/x/", Main: mains[name]})
	}
	return all
}

func TestEveryTemplate(t *testing.T) {
	th := load(t)
	for _, lang := range languages {
		drawn := map[string]bool{}
		for _, v := range views(th, lang) {
			drawn[v.Template] = true
			checkPage(t, lang+" "+v.URL, execute(t, th, v))
		}
		for _, name := range th.Templates() {
			if !drawn[name] {
				t.Errorf("the fixture has no page for template %s", name)
			}
		}
	}
	for _, v := range emptyViews(th) {
		checkPage(t, "empty "+v.Template, execute(t, th, v))
	}
}

// checkPage checks what a Content-Security-Policy, a screen reader and a
// validator would object to.
func checkPage(t *testing.T, name, text string) {
	t.Helper()
	if strings.Contains(text, "ZgotmplZ") || strings.Contains(text, "%!") || strings.Contains(text, "<no value>") {
		t.Errorf("%s: a value was refused by the template", name)
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ids, refs := map[string]bool{}, []string{}
	h1, level := 0, 0
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.Contains(n.Data, "\n") && n.Parent.Data != "pre" && n.Parent.Data != "code" && !inProse(n) {
			t.Errorf("%s: a line break survives in <%s>: %q", name, n.Parent.Data, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			now := int(n.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s: <%s> follows level %d", name, n.Data, level)
			}
			if level = now; now == 1 {
				h1++
			}
		}
		if (n.Data == "ul" || n.Data == "ol" || n.Data == "dl") && n.FirstChild == nil {
			t.Errorf("%s: an empty <%s class=%q>", name, n.Data, attr(n, "class"))
		}
		if n.Data == "style" || n.Data == "script" && n.FirstChild != nil && attr(n, "type") != "application/ld+json" {
			t.Errorf("%s: inline <%s>", name, n.Data)
		}
		if n.Data == "img" && (attr(n, "width") == "" || attr(n, "height") == "") {
			t.Errorf("%s: an image without its size moves the page", name)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s %s>", name, n.Data, a.Key)
			case a.Key == "id":
				if ids[a.Val] {
					t.Errorf("%s: id %q twice", name, a.Val)
				}
				ids[a.Val] = true
			case a.Key == "aria-labelledby", a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				refs = append(refs, strings.TrimPrefix(a.Val, "#"))
			case (a.Key == "datetime" || a.Key == "content" || a.Key == "href" || a.Key == "src" || a.Key == "title" || a.Key == "lang") && a.Val == "":
				t.Errorf("%s: <%s %s> is empty", name, n.Data, a.Key)
			}
		}
	}
	if h1 != 1 {
		t.Errorf("%s: %d first headings", name, h1)
	}
	for _, id := range refs {
		if id, err := url.PathUnescape(id); err != nil || !ids[id] {
			t.Errorf("%s: nothing has the id %q", name, id)
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// inProse tells whether a node belongs to the text of the entry, which is not
// of the theme's making.
func inProse(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if attr(p, "class") == "prose" {
			return true
		}
	}
	return false
}

// TestStringsOfTemplates: every key that a template names is there in each
// language of its own right, and takes the same arguments.
func TestStringsOfTemplates(t *testing.T) {
	th := load(t)
	own := map[string]theme.Strings{}
	for _, lang := range languages {
		text, err := fs.ReadFile(themes.Default(), "i18n/"+lang+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		// Loaded as Chinese, a language has no fallback.
		alone, err := theme.Load([]fs.FS{files("i18n/zh-CN.yaml", string(text))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		own[lang] = alone.Strings("zh-CN")
	}
	verbs := regexp.MustCompile(`%[a-z]`)
	for _, key := range th.Strings("zh-CN").Keys() {
		zh, _ := own["zh-CN"].Get(key)
		for _, lang := range languages[1:] {
			text, err := own[lang].Get(key)
			if err != nil {
				t.Errorf("%s lacks %q", lang, key)
			} else if !slices.Equal(verbs.FindAllString(zh, -1), verbs.FindAllString(text, -1)) {
				t.Errorf("%s: %s: %q takes other arguments than %q", lang, key, text, zh)
			}
		}
	}
	used := regexp.MustCompile(`\.T "([^"]+)"|section \$ "[^"]+" "([^"]+)"`)
	err := fs.WalkDir(themes.Default(), "templates", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(themes.Default(), name)
		for _, m := range used.FindAllStringSubmatch(string(text), -1) {
			for _, lang := range languages {
				if _, err := own[lang].Get(m[1] + m[2]); err != nil && m[1]+m[2] != "key" {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWeight holds what a reader of an article downloads to 15 KB, and what one
// of a calendar downloads besides its list of days to 16 KB.
func TestWeight(t *testing.T) {
	th := load(t)
	css, js := asset(t, th, "css/main.css"), asset(t, th, "js/main.js")
	if len(css) > 24<<10 {
		t.Errorf("style sheet: %d bytes", len(css))
	}
	if len(js) > 2<<10 {
		t.Errorf("script: %d bytes", len(js))
	}
	for _, v := range views(th, "zh-CN") {
		if v.Template == "month" {
			v.Main.(*page.MonthView).Days = nil
			text := execute(t, th, v)
			total := zipped(text) + zipped(css) + zipped(js) + zipped(asset(t, th, "css/calendar.css"))
			t.Logf("month %d, its style sheet %d bytes compressed", zipped(text), zipped(asset(t, th, "css/calendar.css")))
			if total > 16<<10 {
				t.Errorf("a month weighs %d bytes", total)
			}
		}
		if v.Template == "article" {
			total := zipped(execute(t, th, v)) + zipped(css) + zipped(js)
			t.Logf("article %d, style sheet %d, script %d bytes compressed", zipped(execute(t, th, v)), zipped(css), zipped(js))
			if total > 15<<10 {
				t.Errorf("an article weighs %d bytes", total)
			}
		}
	}
}

func zipped(text string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	w.Write([]byte(text))
	w.Close()
	return b.Len()
}

// TestFrames: what is drawn once for a site's frame does not leak into
// another's, nor from one section to the next.
func TestFrames(t *testing.T) {
	th := load(t)
	one, two := chrome(th, "zh-CN"), chrome(th, "zh-CN")
	two.Title, two.Footer.Owner = "另一个站", "另一个单位"
	for range 2 {
		for _, c := range []*page.Chrome{one, two} {
			for _, item := range c.Nav {
				text := execute(t, th, view(c, "page", item.Section, "题", "x/", &page.PageView{EntryView: page.EntryView{Body: &page.Body{}}}))
				if !strings.Contains(text, "<span>"+c.Title+"</span>") || !strings.Contains(text, "主办单位："+c.Footer.Owner+"<") {
					t.Fatalf("a page of %s has another site's frame", c.Title)
				}
				if !strings.Contains(text, ` aria-current="true">`+item.Name+"</a>") {
					t.Fatalf("%s is not marked in the menu", item.Name)
				}
			}
		}
	}
}

// TestConcurrent draws every page from several goroutines; run it with -race.
func TestConcurrent(t *testing.T) {
	th := load(t)
	for _, lang := range languages {
		for _, v := range views(th, lang) {
			t.Run(lang+v.URL, func(t *testing.T) {
				t.Parallel()
				execute(t, th, v)
			})
		}
	}
}
