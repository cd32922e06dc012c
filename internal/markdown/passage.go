package markdown

import "github.com/yuin/goldmark/text"

// A passage for the press is what stands between ":::press 300" and ":::": a Container of that name
// without a title. It says that newspaper copy from that length on has what is inside. The page shows
// nothing of it, so that it is in the tree for Prose only.

// passageLength reads the length in 字 for which a passage is marked.
func (t *tree) passageLength(title text.Segment) int {
	switch s := string(title.Value(t.src)); s {
	case "", "300":
	case "600":
		return 600
	case "1200":
		return 1200
	default:
		t.report(title.Start, BadPassage, s)
	}
	return 300
}

// keepsPassage says whether a passage stays in the tree. A quiz has its answer after a line among its
// own children.
func (t *tree) keepsPassage(n *Container) bool {
	c, ok := n.Parent().(*Container)
	return t.passages && !(ok && c.Name == "quiz")
}
