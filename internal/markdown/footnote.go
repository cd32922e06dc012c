package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// footnotes are a document's notes by label. The parsers here fill goldmark's own nodes: its parsers
// search all notes for each reference, and cannot tell an author which labels match nothing.
type footnotes struct {
	byLabel map[string]*east.Footnote
	defs    []*east.Footnote
	links   map[*east.FootnoteLink]*east.Footnote
}

var (
	kindFootnote         = east.KindFootnote
	kindFootnoteList     = east.KindFootnoteList
	kindFootnoteLink     = east.KindFootnoteLink
	kindFootnoteBacklink = east.KindFootnoteBacklink
)

const maxLabel = 200

// footnoteLabel reads "[^label]" at the start of b and gives the label and the length of the whole.
func footnoteLabel(b []byte) (label []byte, n int) {
	if len(b) < 4 || b[0] != '[' || b[1] != '^' {
		return nil, 0
	}
	for i := 2; i < len(b) && i < maxLabel; i++ {
		switch c := b[i]; {
		case c == ']' && i > 2:
			return b[2:i], i + 1
		case c == ']' || c == '[' || util.IsSpace(c):
			return nil, 0
		}
	}
	return nil, 0
}

// footnoteBlockParser reads "[^label]: text" and the blocks indented below it.
type footnoteBlockParser struct{}

func (footnoteBlockParser) Trigger() []byte { return []byte{'['} }

func (footnoteBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || segment.Padding > 0 {
		return nil, parser.NoChildren
	}
	label, n := footnoteLabel(line[pos:])
	if n == 0 || pos+n >= len(line) || line[pos+n] != ':' {
		return nil, parser.NoChildren
	}
	t := treeOf(pc)
	f := &t.footnotes
	node := east.NewFootnote(label)
	if _, ok := f.byLabel[string(label)]; ok {
		t.report(segment.Start+pos, DuplicateFootnote, string(label))
	} else {
		if f.byLabel == nil {
			f.byLabel = map[string]*east.Footnote{}
		}
		f.byLabel[string(label)] = node
	}
	f.defs = append(f.defs, node)
	reader.Advance(pos + n + 1)
	return node, parser.HasChildren
}

func (footnoteBlockParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (footnoteBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (footnoteBlockParser) CanInterruptParagraph() bool                 { return true }
func (footnoteBlockParser) CanAcceptIndentedLine() bool                 { return false }

// footnoteParser reads references: "[^label]" where there is such a note.
type footnoteParser struct{}

func (footnoteParser) Trigger() []byte { return []byte{'!', '['} }

func (footnoteParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	bang := 0
	if line[0] == '!' { // "看![^1]": the link parser would take it for an image
		bang = 1
	}
	label, n := footnoteLabel(line[bang:])
	if n == 0 {
		return nil
	}
	t := treeOf(pc)
	f := &t.footnotes
	def := f.byLabel[string(label)]
	if def == nil {
		// "[^x](…)" and "[^x]: …" in odd places are somebody's links.
		if rest := line[bang+n:]; len(rest) == 0 || rest[0] != '(' && rest[0] != '[' && rest[0] != ':' {
			t.report(segment.Start+bang, UndefinedFootnote, string(label))
		}
		return nil
	}
	if bang == 1 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+1))
	}
	link := east.NewFootnoteLink(0)
	link.SetPos(segment.Start + bang)
	if f.links == nil {
		f.links = map[*east.FootnoteLink]*east.Footnote{}
	}
	f.links[link] = def
	block.Advance(bang + n)
	return link
}

// numberFootnotes numbers notes in the order in which a reader meets them, moves them to the end of
// the document and gives each its ways back. Notes that nobody refers to go.
func (t *tree) numberFootnotes() {
	f := &t.footnotes
	if len(f.defs) == 0 {
		return
	}
	for _, d := range f.defs {
		if p := d.Parent(); p != nil {
			p.RemoveChild(p, d)
		}
	}
	var order []*east.Footnote
	var refs [][]*east.FootnoteLink // by note
	collect := func(n ast.Node) {
		_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if n.Kind() == ast.KindImage { // a description shows no references
				return ast.WalkSkipChildren, nil
			}
			link, ok := n.(*east.FootnoteLink)
			if !ok || !entering {
				return ast.WalkContinue, nil
			}
			def := f.links[link]
			if def.Index < 0 {
				order = append(order, def)
				refs = append(refs, nil)
				def.Index = len(order)
			}
			link.Index = def.Index
			link.RefIndex = len(refs[def.Index-1])
			refs[def.Index-1] = append(refs[def.Index-1], link)
			return ast.WalkContinue, nil
		})
	}
	collect(t.root)
	for i := 0; i < len(order); i++ { // grows when notes refer to notes
		collect(order[i])
	}
	for _, d := range f.defs {
		if d.Index < 0 && f.byLabel[string(d.Ref)] == d {
			t.report(d.Pos(), UnusedFootnote, string(bytes.ToValidUTF8(d.Ref, nil)))
		}
	}
	if len(order) == 0 {
		return
	}
	list := east.NewFootnoteList()
	list.Count = len(order)
	for i, d := range order {
		list.AppendChild(list, d)
		last := d.LastChild()
		if last == nil || !ast.IsParagraph(last) {
			last = ast.NewParagraph()
			d.AppendChild(d, last)
		}
		for j, link := range refs[i] {
			link.RefCount = len(refs[i])
			back := east.NewFootnoteBacklink(i + 1)
			back.RefCount, back.RefIndex = len(refs[i]), j
			last.AppendChild(last, back)
		}
	}
	t.root.AppendChild(t.root, list)
}
