package wechat

import (
	"strings"

	"kepu/internal/channel/wechat/inline"
	"kepu/internal/prose"
)

// phrases turns nodes that stand within a line into elements.
func (w *writer) phrases(nodes []*prose.Node) []*inline.Element {
	var out []*inline.Element
	for _, n := range nodes {
		out = w.phrase(out, n)
	}
	return out
}

// phrase adds one of them. What has no element in the editor becomes a span
// that looks alike.
func (w *writer) phrase(out []*inline.Element, n *prose.Node) []*inline.Element {
	switch n.Kind {
	case prose.Text:
		return append(out, text(n.Text))
	case prose.Strong:
		return append(out, el("strong", "", w.phrases(n.Nodes)...))
	case prose.Emphasis:
		return append(out, el("em", "", w.phrases(n.Nodes)...))
	case prose.Deleted:
		return append(out, el("span", "del", w.phrases(n.Nodes)...))
	case prose.Code:
		return append(out, el("code", "code", text(n.Text)))
	case prose.Link:
		return w.link(out, n)
	case prose.Span:
		return w.span(out, n)
	case prose.Math:
		return append(out, w.formula(n.Text, false)...)
	case prose.Image:
		return append(out, w.image(n))
	case prose.Break:
		return append(out, el("br", ""))
	case prose.NoteRef:
		return w.note(out, n.Level)
	}
	return append(out, w.phrases(n.Nodes)...)
}

// link keeps a link to another article of WeChat, which is all that the editor
// takes. Of others the address goes to the references, unless the text says it.
func (w *writer) link(out []*inline.Element, n *prose.Node) []*inline.Element {
	inner, to := w.phrases(n.Nodes), w.piece.Links[n.Dest].URL
	switch {
	case to == "" || len(inner) == 0:
		return append(out, inner...)
	case kept(to):
		a := el("a", "", inner...)
		a.Attrs = []inline.Attr{{Name: "href", Value: to}}
		return append(out, a)
	}
	out = append(out, inner...)
	if !says(prose.Plain(n), to) {
		out = append(out, w.mark(w.refs.address(to)))
	}
	return out
}

// kept reports whether the editor keeps a link to an address.
func kept(address string) bool {
	rest, ok := strings.CutPrefix(address, "https://mp.weixin.qq.com")
	return ok && (rest == "" || strings.ContainsRune("/?#", rune(rest[0])))
}

// says reports whether a text is an address, written out or without what goes
// without saying.
func says(text, address string) bool {
	short := func(s string) string {
		s = bare(strings.TrimSpace(s))
		_, rest, ok := strings.Cut(s, "://")
		if ok {
			s = rest
		}
		return strings.TrimSuffix(s, "/")
	}
	return short(text) == short(address)
}

// bare is an address as one writes it down.
func bare(address string) string {
	return strings.TrimPrefix(strings.TrimPrefix(address, "mailto:"), "tel:")
}

func (w *writer) span(out []*inline.Element, n *prose.Node) []*inline.Element {
	inner := w.phrases(n.Nodes)
	switch n.Name {
	case "sub", "sup", "mark", "kbd", "small":
		return append(out, el("span", n.Name, inner...))
	case "u", "ins":
		return append(out, el("u", "", inner...))
	case "cite", "dfn", "var":
		return append(out, el("em", "", inner...))
	case "samp":
		return append(out, el("code", "code", inner...))
	case "q": // browsers add the marks
		return append(append(append(out, text("“")), inner...), text("”"))
	case "rt": // the editor has no ruby
		return append(append(append(out, text("（")), inner...), text("）"))
	case "rp":
		return out
	}
	return append(out, inner...)
}
