package markdown

import (
	"slices"
	"strings"

	"kepu/internal/prose"
)

// hold makes of mixed nodes what a node of x's kind holds.
func hold(x *prose.Node, mixed []*prose.Node) []*prose.Node {
	mixed = gather(mixed)
	switch x.Kind {
	case prose.Paragraph, prose.Heading, prose.Title, prose.Term, prose.Caption:
		return inlineOnly(mixed)
	case prose.List:
		x.Tight = x.Tight && !slices.ContainsFunc(mixed, isLoose)
		return only(mixed, prose.Item, func(k prose.Kind) bool { return k == prose.Item })
	case prose.Notes:
		return only(mixed, prose.Note, func(k prose.Kind) bool { return k == prose.Note })
	case prose.Row:
		return only(mixed, prose.Cell, func(k prose.Kind) bool { return k == prose.Cell })
	case prose.Table:
		return captionFirst(only(mixed, prose.Row, func(k prose.Kind) bool { return k == prose.Row || k == prose.Caption }))
	case prose.Definitions:
		return only(definitions(mixed), prose.Description, func(k prose.Kind) bool {
			return k == prose.Term || k == prose.Description
		})
	case prose.Figure:
		list := only(mixed, prose.Group, func(k prose.Kind) bool { return k == prose.Image || k == prose.Caption })
		if len(list) > 0 && len(list) <= 2 && list[0].Kind == prose.Image && (len(list) == 1 || list[1].Kind == prose.Caption) {
			return list
		}
		x.Kind = prose.Group
	case prose.Cell:
		if !hasBlock(mixed) {
			return mixed
		}
	}
	blocks := paragraphs(mixed)
	if x.Kind == prose.Callout { // its title shows first, wherever it stands
		if i := slices.IndexFunc(blocks, func(n *prose.Node) bool { return n.Kind == prose.Title }); i > 0 {
			title := blocks[i]
			copy(blocks[1:], blocks[:i])
			blocks[0] = title
		}
	}
	for i, n := range blocks {
		if x.Kind != prose.Callout || n.Kind != prose.Title && n.Kind != prose.Answer || n.Kind == prose.Title && i > 0 {
			adopt(n)
		}
	}
	return blocks
}

// gather puts what stands between the beginning and the end of a passage into it. Both are the passage
// itself, still empty; where raw HTML tore them apart there is none.
func gather(mixed []*prose.Node) []*prose.Node {
	if !slices.ContainsFunc(mixed, isMark) {
		return mixed
	}
	var out []*prose.Node
	begun := map[*prose.Node]int{} // where in out
	for _, n := range mixed {
		if !isMark(n) {
			out = append(out, n)
			continue
		}
		start, ok := begun[n]
		if !ok {
			begun[n] = len(out)
			continue
		}
		start = min(start, len(out))
		n.Nodes = hold(n, slices.Clone(out[start:]))
		if out = out[:start]; len(n.Nodes) > 0 {
			out = append(out, n)
		}
	}
	return out
}

func isMark(n *prose.Node) bool { return n.Kind == prose.Passage && len(n.Nodes) == 0 }

// adopt gives a node that is a part of something else, and stands alone, the kind it reads as.
func adopt(n *prose.Node) {
	switch n.Kind {
	case prose.Item, prose.Note, prose.Description:
		n.Kind = prose.Group
	case prose.Answer:
		n.Nodes = slices.Insert(n.Nodes, 0, titled(n.Title))
		n.Kind, n.Name, n.Title = prose.Callout, "details", ""
	case prose.Row:
		n.Kind = prose.Group
		for _, c := range n.Nodes {
			adopt(c)
		}
	case prose.Cell:
		n.Kind, n.Nodes = prose.Group, paragraphs(n.Nodes)
	case prose.Title, prose.Term, prose.Caption:
		n.Kind = prose.Paragraph
	}
}

func titled(words string) *prose.Node {
	return &prose.Node{Kind: prose.Title, Nodes: []*prose.Node{{Kind: prose.Text, Text: words}}}
}

// paragraphs puts the inline nodes that stand beside blocks into paragraphs of their own.
func paragraphs(mixed []*prose.Node) (out []*prose.Node) {
	for len(mixed) > 0 {
		n := slices.IndexFunc(mixed, isBlock)
		if n == 0 {
			out, mixed = append(out, mixed[0]), mixed[1:]
			continue
		}
		if n < 0 {
			n = len(mixed)
		}
		if run := mixed[:n:n]; slices.ContainsFunc(run, shows) {
			out = append(out, &prose.Node{Kind: prose.Paragraph, Nodes: run})
		}
		mixed = mixed[n:]
	}
	return out
}

// only keeps nodes of the kinds that fit, and puts what stands between them at the end of the one before,
// or into one of kind.
func only(mixed []*prose.Node, kind prose.Kind, fits func(prose.Kind) bool) (out []*prose.Node) {
	for len(mixed) > 0 {
		n := slices.IndexFunc(mixed, func(n *prose.Node) bool { return fits(n.Kind) })
		if n == 0 {
			out, mixed = append(out, mixed[0]), mixed[1:]
			continue
		}
		if n < 0 {
			n = len(mixed)
		}
		if strays := mixed[:n:n]; slices.ContainsFunc(strays, func(n *prose.Node) bool { return isBlock(n) || shows(n) }) {
			holder := &prose.Node{Kind: kind}
			if last := len(out) - 1; last >= 0 && out[last].Kind == kind && kind != prose.Row {
				holder = out[last]
				strays = append(holder.Nodes, strays...)
			} else {
				out = append(out, holder)
			}
			holder.Nodes = hold(holder, strays)
		}
		mixed = mixed[n:]
	}
	return out
}

// captionFirst puts the captions of a table above its rows, as browsers do, and makes them one.
func captionFirst(rows []*prose.Node) []*prose.Node {
	var caption *prose.Node
	rows = slices.DeleteFunc(rows, func(n *prose.Node) bool {
		switch {
		case n.Kind != prose.Caption:
			return false
		case caption == nil:
			caption = n
		default:
			caption.Nodes = append(append(caption.Nodes, &prose.Node{Kind: prose.Break}), n.Nodes...)
		}
		return true
	})
	if caption != nil {
		rows = slices.Insert(rows, 0, caption)
	}
	return rows
}

// definitions takes terms and their descriptions out of groups, which HTML allows.
func definitions(mixed []*prose.Node) (out []*prose.Node) {
	for _, n := range mixed {
		if n.Kind == prose.Group && slices.ContainsFunc(n.Nodes, func(c *prose.Node) bool { return c.Kind == prose.Term }) {
			out = append(out, n.Nodes...)
		} else {
			out = append(out, n)
		}
	}
	return out
}

// inlineOnly gives the inline nodes of mixed and of the blocks in it, a Break between blocks.
func inlineOnly(mixed []*prose.Node) (out []*prose.Node) {
	if !hasBlock(mixed) {
		return mixed
	}
	said, after := false, false // whether anything shows before n, and whether a block is the last of it
	for _, n := range mixed {
		block := isBlock(n)
		if !block && !shows(n) {
			out = append(out, n)
			continue
		}
		if said && (block || after) {
			out = append(out, &prose.Node{Kind: prose.Break})
		}
		said, after = true, block
		if !block {
			out = append(out, n)
			continue
		}
		switch n.Kind {
		case prose.CodeBlock:
			out = append(out, &prose.Node{Kind: prose.Code, Text: n.Text})
		case prose.Formula:
			out = append(out, &prose.Node{Kind: prose.Math, Text: n.Text})
		case prose.Answer:
			out = append(out, &prose.Node{Kind: prose.Text, Text: n.Title}, &prose.Node{Kind: prose.Break})
			fallthrough
		default:
			out = append(out, inlineOnly(n.Nodes)...)
		}
	}
	return out
}

// linkFirst puts the first run of inline nodes that shows anything into a link.
func linkFirst(mixed []*prose.Node, link *prose.Node) (_ []*prose.Node, done bool) {
	for i := 0; i < len(mixed); {
		if isBlock(mixed[i]) {
			if mixed[i].Nodes, done = linkFirst(mixed[i].Nodes, link); done {
				return mixed, true
			}
			i++
			continue
		}
		n := slices.IndexFunc(mixed[i:], isBlock)
		if n < 0 {
			n = len(mixed) - i
		}
		if run := mixed[i : i+n]; slices.ContainsFunc(run, shows) {
			link.Nodes = slices.Clone(run)
			return slices.Replace(mixed, i, i+n, link), true
		}
		i += n
	}
	return mixed, false
}

func isBlock(n *prose.Node) bool { return !n.Kind.Inline() }

func hasBlock(mixed []*prose.Node) bool { return slices.ContainsFunc(mixed, isBlock) }

// isLoose tells an item whose text stands in paragraphs of its own.
func isLoose(n *prose.Node) bool {
	return n.Kind == prose.Item && len(n.Nodes) > 1 && slices.ContainsFunc(n.Nodes[1:], func(c *prose.Node) bool {
		return c.Kind == prose.Paragraph
	})
}

// shows reports whether there is something to see of an inline node.
func shows(n *prose.Node) bool {
	switch n.Kind {
	case prose.Text, prose.Code:
		return strings.TrimSpace(n.Text) != ""
	case prose.Math, prose.Image, prose.NoteRef:
		return true
	}
	return slices.ContainsFunc(n.Nodes, shows)
}
