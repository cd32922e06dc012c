// Package wechat makes drafts for official accounts of WeChat (微信公众号): rich
// text that survives its editor, covers, pictures, and a plan for the client of
// its API.
//
// The text goes prose → elements with classes → HTML with styles by a theme
// (packages inline, themes). The editor takes no other elements and no links but
// its own, and fewer than 20,000 characters with all styles: what has to give
// way is in lean.
package wechat

import (
	"cmp"
	"fmt"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/inline"
	"kepu/internal/channel/wechat/themes"
	"kepu/internal/content"
)

// Channel makes one draft of an article, an event or a person, and of an edition
// one with all its articles.
var Channel = &channel.Channel{
	Name:    "wechat",
	Title:   channel.Text{Zh: "微信公众号", En: "WeChat official account"},
	About:   channel.Text{Zh: "图文草稿：正文、封面、摘要，可直接粘贴或用接口推送", En: "Drafts: text, covers and digest, to paste or to push by the API"},
	Kinds:   []content.Kind{content.Articles, content.Events, content.Scientists, content.Editions},
	Rules:   rules,
	Styles:  themes.Names(),
	Compose: compose,
}

// lean says what a text does without to stay within its budget.
type lean uint8

const (
	rich  lean = iota
	drawn      // drawings are uploaded as pictures
	pale       // and code has no colours
	spare      // and no ground, and what stands in a line has no look of its own
)

// An article is one article of a draft, with its pictures by their names in the
// package.
type article struct {
	piece  *channel.Piece
	author string
	digest string
	html   string
	text   string
	shown  []*picture
	covers
}

func compose(j *channel.Job) (*channel.Package, error) {
	theme, ok := themes.Find(cmp.Or(j.Style, themes.Default))
	if !ok {
		return nil, fmt.Errorf("wechat: no style %q; there are %s", j.Style, styles())
	}
	g, err := newGallery(j)
	if err != nil {
		return nil, err
	}
	parts, edition := j.Parts, j
	if j.Piece.Kind != content.Editions {
		parts, edition = []*channel.Job{j}, nil
	}
	var articles []*article
	for i, part := range parts[:min(len(parts), draft.MaxArticles)] {
		if i > 0 {
			edition = nil
		}
		a := g.article(part, edition, theme.Sheet)
		if a.covers, err = g.cover(part.Piece, i); err != nil {
			return nil, fmt.Errorf("wechat: cover: %w", err)
		}
		articles = append(articles, a)
	}
	if g.err != nil {
		return nil, g.err
	}
	return g.pack(articles, len(parts)), nil
}

// article writes the text of an article, as rich as there is room for. The first
// one of an edition begins with the edition's own text.
func (g *gallery) article(j, edition *channel.Job, sheet *inline.Sheet) *article {
	p := j.Piece
	a := &article{
		piece:  p,
		author: byline(p.Authors, g.job.Author, authorRoom),
		digest: strings.Join(strings.Fields(p.Summary), " "),
	}
	if !p.Written {
		a.digest = channel.Shorten(a.digest, g.bound("digest", digestLimit))
	}
	for l := rich; ; l++ {
		w := newWriter(g, p.Lang, l)
		tree := w.tree(j, edition)
		html := w.html(sheet, tree)
		if l == spare || characters(html) <= g.bound("content-chars", contentLimit) {
			a.shown = g.hang(tree, p)
			a.html, a.text = named(html, a.shown), plain(tree)
			return a
		}
	}
}

// styles are the names of the themes.
func styles() string {
	var names []string
	for _, t := range themes.All() {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}
