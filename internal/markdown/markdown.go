// Package markdown turns the body of a document into HTML, an outline, plain text and a list of the
// links and images in it, and says what an author should mend.
//
// It reads CommonMark with tables, task lists, footnotes, definition lists, containers and
// strikethrough, and with the rules Chinese and Korean text needs: emphasis beside full-width
// punctuation, line breaks that vanish between Han characters, bare addresses inside Han text.
// Raw HTML passes an allow-list unless the site trusts its authors.
//
// It knows no files, no site and no clock. Addresses are left open in the HTML (Doc.Refs), and the
// caller fills them when a page is rendered (Doc.Render), so that a Doc depends on nothing but the
// bytes it was made of and can be kept by their hash. Mathematics between dollar signs is reserved: it
// comes out as it is written. The package never reads or writes a file, never follows or resolves an
// address, never guesses a programming language, and never panics or fails, whatever the input: what
// is wrong with a document is in Doc.Problems.
package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
)

// Options are the site-wide choices that change output. They are comparable, so they can be part of a digest.
type Options struct {
	TrustedHTML bool   // raw HTML passes as it is
	LineNumbers bool   // code blocks are numbered unless they say {linenos=false}
	Lang        string // "zh-CN", "ko", "en": the language of labels, and whether a line break beside Han is a space
}

var pages = sync.Pool{New: func() any { return &page{spare: spare{texts: make([]ast.Text, 0, maxTexts)}} }}

// Parse turns the body of a document into a Doc. It is a function of its arguments alone, safe for
// concurrent use, and takes any input. Line is the number of body's first line in its file, so that
// positions in the result are those of the file.
func Parse(body []byte, line int, opt Options) *Doc {
	p := pages.Get().(*page)
	defer pages.Put(p)
	t := parse(body, opt, p.spare, false)
	d := &Doc{HasCode: t.hasCode}
	p.render(d, t, line)
	d.Headings = t.outline(line)
	d.IDs = t.ids.sorted()
	d.Text = t.plainText()
	d.Summary = t.summary()
	d.Han, d.Words = count(d.Text)
	d.Dates = dates(body, line)
	d.Problems = t.problems(line)
	clear(t.texts)
	p.spare = spare{t.scratch, t.texts[:0]}
	return d
}

// Tree gives the syntax tree that Parse renders, and the source that its nodes point into, which
// differs from body where body holds bytes that are not text. The tree is fit for walking: dangerous
// links are gone, footnotes are numbered, soft line breaks that remain are spaces.
func Tree(body []byte, opt Options) (ast.Node, []byte) {
	t := parse(body, opt, spare{}, false)
	for _, h := range t.headings {
		h.SetAttributeString("id", h.id)
	}
	return t.root, t.src
}

// render writes t down in d.
func (p *page) render(d *Doc, t *tree, line int) {
	p.reset(t, line)
	known := len(t.notes)
	p.run()
	if t.hasBlockHTML && !t.opt.TrustedHTML && !p.balance() {
		// Deeper than the HTML parser goes: the Markdown around the raw HTML is worth keeping.
		t.notes = append(t.notes[:known], note{0, DeepHTML, ""})
		p.reset(t, line)
		p.dropHTML, p.numbered = true, false
		p.run()
	}
	p.scrub()
	d.HTML = string(p.buf)
	d.Refs = p.refs
	p.tree, p.refs = nil, nil
}
