package theme_test

import (
	"bytes"
	"html/template"
	"os"
	"strings"
	"testing"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/markdown"
	"kepu/internal/page"
	"kepu/internal/site"
	"kepu/internal/source"
	"kepu/internal/theme"
)

// twice loads a theme twice: one that programs draw, none of which may give up,
// and one that html/template draws.
func twice(t *testing.T) (fast, slow *theme.Theme) {
	t.Helper()
	fast, slow = load(t), load(t)
	if err := slow.Interpret(); err != nil {
		t.Fatal(err)
	}
	err := fast.Watch(func(name, lang string) {
		if name != "directory" { // its tree calls itself
			t.Errorf("%s in %s is left to html/template", name, lang)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return fast, slow
}

// TestSameAsTemplates: of full, empty and odd pages, the programs draw every
// byte that html/template draws.
func TestSameAsTemplates(t *testing.T) {
	fast, slow := twice(t)
	for _, lang := range languages {
		for _, odd := range []string{"", `"><script>'&+` + "\x00\xff", "javascript:alert('1')", "a b/c?d=e&f#g%41%zz:漢"} {
			a, b := append(views(fast, lang), emptyViews(fast)...), append(views(slow, lang), emptyViews(slow)...)
			for i := range a {
				if odd != "" {
					spoil(a[i], odd)
					spoil(b[i], odd)
				}
				if got, want := execute(t, fast, a[i]), execute(t, slow, b[i]); got != want {
					t.Errorf("%s %s %q: %s", lang, a[i].Template, odd, difference(got, want))
				}
			}
		}
	}
}

// spoil puts text where it does harm if anything lets it through.
func spoil(v *page.View, odd string) {
	site := *v.Site
	site.Title, site.Base, site.Dir, site.Footer.Owner = odd, odd, odd, odd
	site.Nav = append([]page.NavItem{{Section: odd, Name: odd, URL: odd}}, site.Nav...)
	v.Site, v.Title, v.HeadTitle, v.Section, v.URL, v.Canonical, v.Description, v.OGImage = &site, odd, odd, odd, odd, odd, odd, odd
	v.Crumbs = append(v.Crumbs, page.Link{Name: odd, URL: odd, Lang: odd})
	v.JSONLD = append(v.JSONLD, template.JS(odd))
	card := &page.Card{Kind: odd, URL: odd, Lang: odd, Title: odd, Summary: odd, Label: odd, Date: page.Date{ISO: odd, Text: odd},
		Minutes: -1, Cover: &page.Picture{URL: odd, Alt: odd}, Event: &page.EventCard{Status: odd, When: odd + "1:00-2:00", StartISO: odd}, Person: &page.PersonCard{Name: odd}}
	slot := page.Slot{URL: odd, Title: odd, Lang: odd, Part: odd, Time: odd + "1:00-2:00", Where: odd, Status: odd, StatusText: odd, StartISO: odd, CloseISO: odd}
	sub := page.Subscription{Title: odd, URL: odd, Webcal: "webcal:" + odd, Page: odd}
	switch m := v.Main.(type) {
	case *page.ArticleView:
		m.Title, m.Summary, m.Authors, m.People = odd, odd, []string{odd, odd}, []*page.Card{card}
		m.Body = &page.Body{HTML: template.HTML(odd), TOC: []page.Heading{{ID: odd, Text: odd}}, Minutes: 1 << 40}
		m.Sources = []page.Source{{N: -3, Title: odd, URL: odd, Text: odd}}
	case *page.EventView:
		m.Card, m.Map, m.Online = *card.Event, &page.Coordinates{Lat: odd, Geo: odd}, odd
		m.Calendar, m.TimesKey = sub, "times"
		m.Times = []page.TimeView{{Title: odd, When: odd + "1:00-2:00", Hours: odd, StartISO: odd, Online: odd, Note: odd, Status: odd, StatusText: odd, By: &page.Link{Name: odd, URL: odd}}}
		m.Materials = []page.MaterialView{{Title: odd, URL: odd}}
	case *page.AgendaView:
		m.Days = []page.AgendaDay{{ID: odd, ISO: odd, Month: odd, Slots: []page.Slot{slot}}}
		m.Subscribe, m.Observances = &sub, []page.Observance{{Name: odd, URL: odd, When: odd, EndISO: odd}}
	case *page.MonthView:
		m.Weeks = []page.Week{{Days: []page.GridDay{{ISO: odd, URL: odd, Label: odd, Term: odd, Slots: []page.Slot{slot}, More: -1}, {Out: true}}}}
		m.Previous, m.Long = &page.Link{Name: odd, URL: odd}, []page.Slot{slot}
	case *page.YearView:
		m.Months = []page.MonthSummary{{Name: odd, URL: odd, Count: odd, Weeks: []page.Week{{Days: []page.GridDay{{ISO: odd, URL: odd, Label: odd}}}}}}
	case *page.SubscribeView:
		m.All, m.Groups = sub, []page.SubscriptionGroup{{Name: odd, ID: odd, Feeds: []page.Subscription{sub}}}
	case *page.DataView:
		m.Sets = []page.DataSet{{ID: odd, Name: odd, Files: []page.DataFile{{Name: odd, URL: odd, Type: odd, About: odd}}, Columns: []page.DataField{{Name: odd, Type: odd, About: odd}}}}
	case *page.ScientistView:
		m.Names, m.Fields = []page.NameView{{Label: odd, Text: odd, Lang: odd, Pinyin: odd}}, []page.Link{{Name: odd, URL: odd, Lang: odd}}
		m.LifeChart, m.Lineage, m.Teachers = template.HTML(odd), template.HTML(odd), []page.PersonLink{{Name: odd, URL: odd, Role: odd}}
		m.Offer = &page.OfferView{Kinds: []string{odd}, Contact: odd, Talks: []page.TalkView{{Title: odd, Minutes: -1}}}
		m.Honours = []page.HonourView{{Year: odd, ISO: odd, Title: odd, URL: odd, Grade: odd, For: odd, By: odd, Source: -1}}
		m.Poster = odd
	case *page.PeopleView:
		m.Index, m.Letters = odd, []page.LetterLink{{Letter: odd, URL: odd, Count: -1}, {Letter: odd}}
		m.Facets = []page.FacetView{{Title: odd, URL: odd, Items: []page.TermLink{{Name: odd, URL: odd, Count: 1}}}}
	case *page.SpeakersView:
		m.Filters = []page.FilterView{{Name: odd, Label: odd, Options: []page.NamedText{{Name: odd, Text: odd}}}}
		m.Groups = []page.SpeakerGroup{{Name: odd, ID: odd, Speakers: []page.SpeakerView{{Card: card, Keys: odd}}}}
	case *page.HonourEntryView:
		m.Editions = []page.RollView{{ID: odd, Year: odd, Note: odd, Laureates: []page.LaureateView{{Name: odd, URL: odd, Lang: odd, Institution: &page.Link{Name: odd, URL: odd}, Grade: odd, For: odd}}}}
	case *page.PlaceView:
		m.Address, m.Booking, m.Hours = odd, odd, &page.HoursView{Data: odd, Weeks: []page.WeekView{{Name: odd, Days: odd, Lines: []page.NamedText{{Name: odd, Text: odd + "1:00-2:00"}}}}}
		m.Map = &page.Coordinates{Lat: odd, Geo: odd, OnMap: odd, Links: []page.Link{{Name: odd, URL: odd}}}
	case *page.MapView:
		m.Drawing, m.Groups = template.HTML(odd), []page.MapGroup{{Name: odd, ID: odd, Items: []page.MapItem{{N: -1, ID: odd, Card: card}}}}
	case *page.RouteView:
		m.Drawing, m.Page, m.Guide = template.HTML(odd), odd, odd
		m.Stops = []page.StopView{{ID: odd, Name: odd, URL: odd, Lang: odd, Leg: odd, Hours: odd, Map: &page.Coordinates{Geo: odd}}}
	case *page.HomeView:
		m.Lead, m.Agenda, m.Latest = card, odd, []*page.Card{card}
	case *page.ListView:
		m.Groups = append(m.Groups, page.Group{Name: odd, ID: odd, Cards: []*page.Card{card}})
	}
}

// TestSameOfSite: the pages of the site in this repository as well.
func TestSameOfSite(t *testing.T) {
	fast, slow := twice(t)
	graph := repository(t)
	a, err := page.Artifacts(graph, fast, page.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := page.Artifacts(graph, slow, page.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for i := range a {
		if !strings.HasSuffix(a[i].Path, ".html") {
			continue
		}
		pages++
		if got, want := render(t, a[i]), render(t, b[i]); got != want {
			t.Errorf("%s: %s", a[i].Path, difference(got, want))
		}
	}
	if pages < 100 {
		t.Errorf("only %d pages", pages)
	}
}

func render(t *testing.T, a artifact.Artifact) string {
	t.Helper()
	var b bytes.Buffer
	_, draw := a.View()
	if err := draw(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// repository is the graph of the site in this repository, without the sizes of
// its pictures.
func repository(t *testing.T) *site.Site {
	t.Helper()
	tree, _ := source.List(os.DirFS("../../content"))
	text, d := tree.Text(source.SettingsFile)
	if d != nil {
		t.Fatal(d)
	}
	settings, _, _ := content.DecodeSettings(source.SettingsFile, text)
	in := site.Input{Settings: settings, Files: tree.Pictures, Static: tree.Static, Now: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)}
	for _, doc := range tree.Docs {
		text, d := tree.Text(doc.Path)
		if d != nil {
			t.Fatal(d)
		}
		data, pos, body, line, _ := content.Decode(doc.Kind, doc.File(), text)
		parsed := markdown.Parse(body, line, markdown.Options{Lang: settings.Language})
		html := parsed.HTML
		in.Docs = append(in.Docs, site.Document{Doc: doc, Data: data, Pos: pos, Text: parsed, HTML: func() (string, error) { return html, nil }})
	}
	graph, _ := site.New(in)
	return graph
}

// difference shows where two texts part.
func difference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	return "got …" + cut(got) + "…, want …" + cut(want) + "…"
}
