package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The kinds of node that containers are made of.
var (
	KindContainer      = ast.NewNodeKind("Container")
	KindContainerTitle = ast.NewNodeKind("ContainerTitle")
	KindAnswer         = ast.NewNodeKind("Answer")
)

// A Container is what stands between ":::note 标题" and ":::". Its first child is a ContainerTitle;
// the last child of a quiz is its Answer, if it has one. GitHub's alerts are Containers too.
type Container struct {
	ast.BaseBlock
	Name   string // note, tip, important, warning, quiz, details, press; anything else was reported
	length int    // of a passage for the press
	fence  int    // colons
	closed bool
}

// Kind implements ast.Node.
func (*Container) Kind() ast.NodeKind { return KindContainer }

// Dump implements ast.Node.
func (n *Container) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Name": n.Name}, nil)
}

// A ContainerTitle holds the title as inline nodes, those the author wrote or the words of the language.
type ContainerTitle struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*ContainerTitle) Kind() ast.NodeKind { return KindContainerTitle }

// Dump implements ast.Node.
func (n *ContainerTitle) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// An Answer is the part of a quiz after its thematic break.
type Answer struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*Answer) Kind() ast.NodeKind { return KindAnswer }

// Dump implements ast.Node.
func (n *Answer) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// containerParser reads containers. The opening names a kind, so ":::" alone is text where nothing is open.
type containerParser struct{}

func (containerParser) Trigger() []byte { return []byte{':'} }

func (containerParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || segment.Padding > 0 || len(pc.OpenedBlocks()) >= maxBlocks {
		return nil, parser.NoChildren
	}
	fence := colons(line[pos:])
	name, rest := containerName(bytes.TrimLeft(line[pos+fence:], " \t"))
	if fence < 3 || name == "" {
		return nil, parser.NoChildren
	}
	n := &Container{Name: strings.ToLower(name), fence: fence}
	t := treeOf(pc)
	switch n.Name {
	case "note", "tip", "important", "warning", "quiz", "details", "press":
	case "info":
		n.Name = "note"
	case "danger", "caution":
		n.Name = "warning"
	default:
		t.report(segment.Start+pos, UnknownContainer, name)
	}
	seg := text.NewSegment(segment.Stop-len(rest), segment.Stop)
	seg = seg.TrimLeftSpace(reader.Source())
	seg.Stop = seg.Start + len(bytes.TrimRight(seg.Value(reader.Source()), ": \t\n")) // "::: note :::" closes nothing
	reader.AdvanceToEOL()
	if n.Name == "press" {
		n.length = t.passageLength(seg)
		return n, parser.HasChildren
	}
	title := &ContainerTitle{}
	if !seg.IsEmpty() {
		title.Lines().Append(seg)
	}
	title.SetPos(seg.Start)
	n.AppendChild(n, title)
	return n, parser.HasChildren
}

// containerName splits what follows the colons. A name is ASCII, so a title may follow it without a
// space; a name in another script is an unknown kind, and its author will hear so.
func containerName(b []byte) (name string, rest []byte) {
	n := 0
	for n < len(b) && (util.IsAlphaNumeric(b[n]) || n > 0 && (b[n] == '-' || b[n] == '_')) {
		n++
	}
	if n == 0 {
		if r, _ := utf8.DecodeRune(b); !unicode.IsLetter(r) {
			return "", nil
		}
		if n = bytes.IndexAny(b, " \t\n"); n < 0 {
			n = len(b)
		}
	}
	return string(b[:n]), b[n:]
}

func colons(b []byte) int {
	n := 0
	for n < len(b) && b[n] == ':' {
		n++
	}
	return n
}

func (containerParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	indent, pos := util.IndentWidth(line, reader.LineOffset())
	if indent > 3 || pos >= len(line) || line[pos] != ':' {
		return parser.Continue | parser.HasChildren
	}
	fence := colons(line[pos:])
	if fence < 3 || !util.IsBlank(line[pos+fence:]) || closedBy(fence, pc) != node {
		return parser.Continue | parser.HasChildren
	}
	node.(*Container).closed = true
	reader.AdvanceToEOL()
	return parser.Close
}

// closedBy finds which of the open containers a bare fence closes: the innermost with as many
// colons, else the innermost with fewer. Inside code, and HTML that ends at a tag, a fence is a line like others.
func closedBy(fence int, pc parser.Context) ast.Node {
	open := pc.OpenedBlocks()
	if leaf := open[len(open)-1].Node; leaf.Parent() != nil && leaf.Parent().Kind() == KindContainer {
		switch leaf := leaf.(type) {
		case *ast.FencedCodeBlock:
			return nil
		case *ast.HTMLBlock:
			if leaf.HTMLBlockType < ast.HTMLBlockType6 {
				return nil
			}
		}
	}
	var shorter ast.Node
	for i := len(open) - 1; i >= 0; i-- {
		c, ok := open[i].Node.(*Container)
		switch {
		case !ok:
		case c.fence == fence:
			return c
		case c.fence < fence && shorter == nil:
			shorter = c
		}
	}
	return shorter
}

func (containerParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if n := node.(*Container); !n.closed {
		treeOf(pc).report(n.Pos(), UnclosedContainer, n.Name)
	}
}

func (containerParser) CanInterruptParagraph() bool { return true }
func (containerParser) CanAcceptIndentedLine() bool { return false }

// checkContainer completes a container when its children are finished: it gets the title it lacks
// and, if it is a quiz, its answer.
func (t *tree) checkContainer(n *Container) {
	title, ok := n.FirstChild().(*ContainerTitle)
	if ok && title.FirstChild() == nil {
		if word := t.say.titles[n.Name]; word != "" {
			s := ast.NewString([]byte(word))
			s.SetRaw(true)
			title.AppendChild(title, s)
		} else {
			n.RemoveChild(n, title)
		}
	}
	if n.Name != "quiz" {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindThematicBreak || c.NextSibling() == nil {
			continue
		}
		answer := &Answer{}
		answer.SetPos(c.Pos())
		for a := c.NextSibling(); a != nil; {
			next := a.NextSibling()
			n.RemoveChild(n, a)
			answer.AppendChild(answer, a)
			a = next
		}
		n.ReplaceChild(n, c, answer)
		return
	}
	t.report(n.Pos(), QuizWithoutAnswer, "")
}
