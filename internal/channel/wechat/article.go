package wechat

import (
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/inline"
)

// tree is the article as elements: what stands above the text, the text, what
// stands below. The title is not in it, for WeChat shows it.
func (w *writer) tree(j, edition *channel.Job) *inline.Element {
	body := el("section", "body")
	add := func(list ...*inline.Element) { body.Nodes = append(body.Nodes, list...) }
	p := j.Piece
	if edition != nil {
		add(w.reader(edition).masthead(edition))
	}
	*w = *w.reader(j)
	if p.Example != "" {
		add(el("p", "kicker", text(p.Example)))
	}
	if p.Written {
		add(el("p", "lead", text(p.Summary)))
	}
	add(w.facts()...)
	add(w.blocks(j.Body.Nodes)...)
	for _, c := range p.Cards {
		add(w.card(&c))
	}
	add(w.sources()...)
	add(w.references()...)
	add(w.credit()...)
	return body
}

// masthead begins the first article of an edition: which one it is, and the
// editor's word to the readers.
func (w *writer) masthead(edition *channel.Job) *inline.Element {
	box := el("section", "card", el("p", "card-title", text(edition.Piece.Title)))
	box.Nodes = append(box.Nodes, w.blocks(edition.Body.Nodes)...)
	return box
}

// facts are what there is to know of an event or a person.
func (w *writer) facts() []*inline.Element {
	if len(w.piece.Facts) == 0 {
		return nil
	}
	box := el("section", "card")
	for _, f := range w.piece.Facts {
		box.Nodes = append(box.Nodes, el("p", "card-line", el("strong", "", text(f.Label)), text(w.words.colon+f.Value)))
	}
	return []*inline.Element{box}
}

func (w *writer) card(c *channel.Card) *inline.Element {
	box := el("section", "card", el("p", "card-title", text(c.Title), w.mark(w.refs.address(c.Address))))
	for _, line := range c.Lines {
		box.Nodes = append(box.Nodes, el("p", "card-line", text(line)))
	}
	return box
}

// sources are written with their addresses: nobody can follow them otherwise.
func (w *writer) sources() []*inline.Element {
	if len(w.piece.Sources) == 0 {
		return nil
	}
	box := el("section", "sources", el("p", "notes-title", text(w.words.sources)))
	for _, s := range w.piece.Sources {
		line := s.Title
		for _, more := range []string{s.Detail, s.URL} {
			if more != "" {
				line += w.words.pause + more
			}
		}
		box.Nodes = append(box.Nodes, el("p", "note", text(line)))
	}
	return []*inline.Element{box}
}

// credit says who made the article and where its page is.
func (w *writer) credit() []*inline.Element {
	p, line := w.piece, el("p", "credit")
	add := func(words string) {
		if len(line.Nodes) > 0 {
			line.Nodes = append(line.Nodes, el("br", ""))
		}
		line.Nodes = append(line.Nodes, text(words))
	}
	by := func(label string, names ...string) {
		if s := strings.Join(names, w.words.comma); s != "" {
			add(label + w.words.colon + s)
		}
	}
	by(w.words.authors, p.Authors...)
	by(w.words.reviewers, p.Reviewers...)
	by(w.words.publisher, p.Organization)
	if p.Address != "" {
		add(w.words.page)
	}
	if len(line.Nodes) == 0 {
		return nil
	}
	return []*inline.Element{line}
}

// byline fits the names into the field of the author, which is short.
func byline(names []string, otherwise string, limit int) string {
	switch line := strings.Join(names, "、"); {
	case len(names) == 0:
		return otherwise
	case len(names) > 1 && channel.Characters(line) > limit:
		return names[0] + "等"
	default:
		return line
	}
}
