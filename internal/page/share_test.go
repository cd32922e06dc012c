package page

import (
	"bytes"
	"image"
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"kepu/internal/artifact"
	"kepu/internal/diag"
	"kepu/internal/picture"
	"kepu/internal/sharecard"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
)

// fair is a small site.
var fair = map[string]string{
	"articles/rime.md": `---
title: 雾凇
date: 2026-01-01
topics: [冰雪]
summary: 松花江边的雾凇从哪儿来。
cover: {src: cover.jpg, alt: 江边, credit: 某人, licence: CC BY 4.0}
---
`,
	"articles/rime.ko.md": `---
title: 상고대
date: 2026-01-01
---
`,
	"articles/old.md": `---
title: 示例：旧文
date: 2020-01-01
example: true
cover: {src: drawing.svg, alt: 图, credit: 某人, licence: CC BY 4.0}
---
`,
	"places/museum.md": `---
title: 光学馆
kind: museum
address: 永顺路1666号
---
`,
	"events/talk.md": `---
title: 讲座
start: 2026-12-19 09:00
end: 2026-12-19 11:00
place: museum
status: cancelled
changes: [{date: 2026-09-01, text: 雨}]
example: true
---
`,
	"scientists/wang.md": `---
title: 王大珩
pinyin: Wáng Dàhéng
known_for: 光学家。
born: {date: 1915}
died: {date: 2011}
sources: [{title: 出处, url: "https://example.org/"}]
---
`,
}

// sharing is a maker of the cards of the first language.
func sharing(t *testing.T, limit int) (*maker, map[string]*site.Entry) {
	t.Helper()
	in := synthetic.Site(0, nil)
	in.BaseURL, in.Now = "https://kepu.example.org/", synthetic.Now
	for _, name := range slices.Sorted(maps.Keys(fair)) {
		in.Docs = append(in.Docs, synthetic.Parse(name, fair[name]))
	}
	in.Pictures = map[string]site.Picture{
		"articles/cover.jpg":   {Info: picture.Info{Type: "image/jpeg", Width: 9, Height: 9}, Digest: artifact.Digest{7}},
		"articles/drawing.svg": {Info: picture.Info{Type: "image/svg+xml", Width: 9, Height: 9}, Digest: artifact.Digest{8}},
	}
	in.Files = map[string]bool{"articles/cover.jpg": true, "articles/drawing.svg": true}
	settings := *in.Settings
	settings.Cards.Limit = limit
	in.Settings = &settings
	s, ds := site.New(in)
	for _, d := range ds {
		if d.Severity() == diag.Error {
			t.Fatalf("%s: %s", d.Pos.File, d.Message(diag.English))
		}
	}
	m := speaking(t, s.Locales[0].Lang)
	m.site, m.loc, m.main = s, s.Locales[0], true
	m.faces = make([]atomic.Pointer[face], len(s.Entries))
	m.chrome = m.makeChrome()
	m.share = &Share{Press: sharecard.NewPress("", nil), Read: func(name string) ([]byte, error) { return []byte(name), nil }}
	m.carded = newest(s)
	entries := map[string]*site.Entry{}
	for _, e := range s.Entries {
		entries[e.Address] = e
	}
	return m, entries
}

func TestShareCards(t *testing.T) {
	m, entries := sharing(t, 100)
	rime := m.shareCard(entries["articles/rime/"])
	if rime.Title != "雾凇" || rime.Label != "冰雪" || !slices.Equal(rime.Lines, []string{"松花江边的雾凇从哪儿来。"}) ||
		rime.Address != "https://kepu.example.org/articles/rime/" || rime.Scan != "扫码阅读" || rime.Example != "" || rime.Site == "" {
		t.Errorf("article: %+v", rime)
	}
	if data, err := rime.Photo(); err != nil || string(data) != "articles/cover.jpg" || rime.PhotoDigest != (artifact.Digest{7}) {
		t.Errorf("cover: %q, %v, %v", data, err, rime.PhotoDigest)
	}
	if old := m.shareCard(entries["articles/old/"]); old.Photo != nil || old.Example != "" { // the title says it
		t.Errorf("article with a drawing: %+v", old)
	}
	talk := m.shareCard(entries["events/talk/"])
	if want := []string{"已取消 2026年12月19日（周六）09:00–11:00", "光学馆", "永顺路1666号"}; !slices.Equal(talk.Lines, want) || talk.Example != "示例" {
		t.Errorf("event: %q, %q", talk.Lines, talk.Example)
	}
	if place := m.shareCard(entries["places/museum/"]); !slices.Equal(place.Lines, []string{"永顺路1666号"}) || place.Label == "" {
		t.Errorf("place: %+v", place)
	}
	if wang := m.shareCard(entries["scientists/wang/"]); wang.Mark != "王" || !slices.Equal(wang.Lines, []string{"1915—2011", "光学家。"}) || wang.Photo != nil {
		t.Errorf("person: %+v", wang)
	}
}

// TestShareFiles: the newest entries have both files and point to them.
func TestShareFiles(t *testing.T) {
	for _, limit := range []int{0, 2, 100} {
		m, _ := sharing(t, limit)
		th, err := bundledTheme()
		if err != nil {
			t.Fatal(err)
		}
		list, err := Artifacts(m.site, th, Options{Program: "p", Share: m.share})
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]artifact.Artifact{}
		for _, a := range list {
			files[a.Path] = a
		}
		made := 0
		for _, e := range m.site.Entries {
			card, poster := files[e.Address+"card.png"], files[e.Address+"poster.png"]
			if (card.View == nil) != (poster.View == nil) {
				t.Errorf("%s has one of the two", e.Address)
			}
			html := drawnFile(t, files[e.Address+"index.html"])
			has := strings.Contains(html, `content="https://kepu.example.org/`+e.Address+`card.png"`)
			if has != (card.View != nil) {
				t.Errorf("limit %d: %s names a card: %v", limit, e.Address, has)
			}
			if card.View == nil {
				continue
			}
			made++
			cfg, _, err := image.DecodeConfig(strings.NewReader(drawnFile(t, card)))
			if err != nil || cfg.Width != 1200 {
				t.Errorf("%s: %v, %v", card.Path, cfg, err)
			}
		}
		if want := min(limit, len(m.site.Entries)); made != want {
			t.Errorf("limit %d: %d cards", limit, made)
		}
		if limit == 2 && (files["articles/rime/card.png"].View == nil || files["ko/articles/rime/card.png"].View == nil) {
			t.Error("the two newest have no cards")
		}
	}
}

// TestShareDigest: another font, picture or word is another card.
func TestShareDigest(t *testing.T) {
	digests := func(id string, sum byte, summary string) map[string]artifact.Digest {
		m, _ := sharing(t, 100)
		m.share.Press = sharecard.NewPress(id, nil)
		p := m.site.Pictures["articles/cover.jpg"]
		p.Digest[0] = sum
		m.site.Pictures["articles/cover.jpg"] = p
		for _, e := range m.site.Entries {
			if e.Address == "articles/rime/" {
				e.Data.Base().Summary = summary
			}
		}
		m.shareCards()
		all := map[string]artifact.Digest{}
		for _, a := range m.out {
			all[a.Path], _ = a.View()
		}
		return all
	}
	was := digests("a", 1, "x")
	if !maps.Equal(was, digests("a", 1, "x")) {
		t.Error("the same gives others")
	}
	for name, now := range map[string]map[string]artifact.Digest{"font": digests("b", 1, "x"), "picture": digests("a", 2, "x"), "summary": digests("a", 1, "y")} {
		for _, file := range []string{"articles/rime/card.png", "articles/rime/poster.png"} {
			if now[file] == was[file] {
				t.Errorf("another %s: %s has the same digest", name, file)
			}
		}
		if same := now["articles/old/card.png"] == was["articles/old/card.png"]; same != (name != "font") {
			t.Errorf("another %s: of another entry the card stays: %v", name, same)
		}
	}
}

func drawnFile(t *testing.T, a artifact.Artifact) string {
	t.Helper()
	_, render := a.View()
	var buf bytes.Buffer
	if err := render(&buf); err != nil {
		t.Fatalf("%s: %v", a.Path, err)
	}
	return buf.String()
}
