package richtext

import (
	"html"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/formula"
	"kepu/internal/prose"
)

// A line is what stands in a line, and the pictures that stood there.
type line struct {
	html, plain strings.Builder
	images      []*prose.Node
	marks       int // 字 that nobody wrote
}

func lineOf(nodes []*prose.Node) *line {
	l := &line{}
	l.add(nodes)
	return l
}

// shows reports whether there is anything to read.
func (l *line) shows() bool { return strings.TrimSpace(l.plain.String()) != "" }

func (l *line) text(s string) {
	l.html.WriteString(html.EscapeString(s))
	l.plain.WriteString(s)
}

// mark writes what nobody wrote.
func (l *line) mark(s string) {
	l.text(s)
	l.marks += channel.Words(s)
}

// tags are elements that these editors keep.
var tags = map[prose.Kind]string{prose.Strong: "strong", prose.Emphasis: "em", prose.Deleted: "s"}

// spans likewise, of elements of HTML.
var spans = map[string]string{"sub": "sub", "sup": "sup", "u": "u", "ins": "u", "mark": "strong"}

func (l *line) add(nodes []*prose.Node) {
	for _, n := range nodes {
		switch n.Kind {
		case prose.Text, prose.Code:
			l.text(n.Text)
		case prose.Strong, prose.Emphasis, prose.Deleted:
			l.wrap(tags[n.Kind], n.Nodes)
		case prose.Span:
			l.span(n)
		case prose.Break:
			l.html.WriteString("<br>")
			l.plain.WriteByte('\n')
		case prose.Image:
			l.images = append(l.images, n)
		case prose.NoteRef:
			l.mark("[" + strconv.Itoa(n.Level) + "]")
		case prose.Math:
			l.math(n.Text)
		default: // links
			l.add(n.Nodes)
		}
	}
}

func (l *line) wrap(tag string, nodes []*prose.Node) {
	l.html.WriteString("<" + tag + ">")
	l.add(nodes)
	l.html.WriteString("</" + tag + ">")
}

func (l *line) span(n *prose.Node) {
	switch tag := spans[n.Name]; {
	case tag != "":
		l.wrap(tag, n.Nodes)
	case n.Name == "rt": // the editors have no ruby
		l.text("（")
		l.add(n.Nodes)
		l.text("）")
	case n.Name == "rp":
	case n.Name == "q": // browsers add the marks
		l.text("“")
		l.add(n.Nodes)
		l.text("”")
	default:
		l.add(n.Nodes)
	}
}

// math writes a formula that stands in a line, as far as a line can.
func (l *line) math(tex string) {
	words := formula.Text(tex)
	if rich, ok := formula.HTML(tex); ok {
		l.html.WriteString(rich)
	} else {
		l.html.WriteString(html.EscapeString(words))
	}
	l.plain.WriteString(words)
}
