package prose

import (
	"strings"
	"testing"
)

func text(s string) *Node { return &Node{Kind: Text, Text: s} }

func of(k Kind, nodes ...*Node) *Node { return &Node{Kind: k, Nodes: nodes} }

func TestPlain(t *testing.T) {
	ruby := &Node{Kind: Span, Name: "ruby", Nodes: []*Node{
		text("汉"), {Kind: Span, Name: "rp", Nodes: []*Node{text("（")}}, {Kind: Span, Name: "rt", Nodes: []*Node{text("hàn")}}, {Kind: Span, Name: "rp", Nodes: []*Node{text("）")}},
	}}
	n := of(Paragraph, text("水"), of(Strong, text("H"), of(Break), &Node{Kind: Code, Text: "x"}), ruby,
		&Node{Kind: Math, Text: "a^2"}, &Node{Kind: Image, Text: "图"}, &Node{Kind: NoteRef, Level: 3})
	if got := Plain(n); got != "水H x汉hàna^2" {
		t.Errorf("got %q", got)
	}
}

func TestWalk(t *testing.T) {
	n := of(Document, of(Quote, text("甲")), of(Paragraph, text("乙"), text("丙")))
	var got []string
	Walk(n, func(n *Node) bool {
		got = append(got, n.Text)
		return n.Kind != Quote
	})
	if strings.Join(got, ",") != ",,,乙,丙" {
		t.Errorf("got %q", got)
	}
}

func TestMarker(t *testing.T) {
	items := []*Node{of(Item), {Kind: Item, Task: Open}, {Kind: Item, Task: Done}}
	for level, want := range map[int]string{-1: "• ☐ ☑", 0: "0. ☐ ☑", 7: "7. ☐ ☑"} {
		list := &Node{Kind: List, Level: level, Nodes: items}
		if got := list.Marker(0, "•") + " " + list.Marker(1, "•") + " " + list.Marker(2, "•"); got != want {
			t.Errorf("level %d: got %q", level, got)
		}
	}
	if list := (&Node{Kind: List, Level: 1, Nodes: items[:1:1]}); list.Marker(0, "") != "1." {
		t.Error("the first number is lost")
	}
}

func TestInLine(t *testing.T) {
	for _, c := range []struct {
		cell *Node
		want bool
	}{{of(Cell), true}, {of(Cell, text("甲")), true}, {of(Cell, of(Paragraph, text("甲"))), false}} {
		if c.cell.InLine() != c.want {
			t.Errorf("%v", c)
		}
	}
}
