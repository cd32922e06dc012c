package markdown

import (
	"cmp"
	"slices"
)

// A Problem is something an author should hear about. None stops a document from being rendered.
type Problem struct {
	Line, Col int
	Kind      ProblemKind
	Arg       string // what it is about, such as the name of a container
}

// A ProblemKind names a kind of Problem. The values are stable.
type ProblemKind string

// The kinds of Problem, each with what Arg holds.
const (
	UnclosedContainer ProblemKind = "unclosed-container"  // the kind of the container
	UnknownContainer  ProblemKind = "unknown-container"   // its kind
	BadPassage        ProblemKind = "bad-passage"         // what stands in place of a length
	QuizWithoutAnswer ProblemKind = "quiz-without-answer" // nothing
	ImageWithoutAlt   ProblemKind = "image-without-alt"   // the image's address
	EmptyLink         ProblemKind = "empty-link"          // the link's text: it has no address
	LinkWithoutText   ProblemKind = "link-without-text"   // the link's address
	UnsafeLink        ProblemKind = "unsafe-link"         // the address that was removed
	SkippedHeading    ProblemKind = "skipped-heading"     // the heading's text
	EmptyHeading      ProblemKind = "empty-heading"       // nothing
	DuplicateID       ProblemKind = "duplicate-id"        // the id that is already taken
	ReservedID        ProblemKind = "reserved-id"         // the id as it is written and what it became: "#main → #h-main"
	BadCodeOption     ProblemKind = "bad-code-option"     // the option
	UndefinedFootnote ProblemKind = "undefined-footnote"  // the label
	UnusedFootnote    ProblemKind = "unused-footnote"     // the label
	DuplicateFootnote ProblemKind = "duplicate-footnote"  // the label
	DisallowedHTML    ProblemKind = "disallowed-html"     // the element or attribute that was removed
	DeepHTML          ProblemKind = "deep-html"           // nothing: raw HTML nested too deep was removed
	TableTooWide      ProblemKind = "table-too-wide"      // nothing: far more columns than cells, left as text
)

// A note is a Problem whose position is still an offset.
type note struct {
	off  int
	kind ProblemKind
	arg  string
}

// maxArg keeps a message printable when the thing it is about is not.
const maxArg = 200

func (t *tree) report(off int, kind ProblemKind, arg string) {
	if len(arg) > maxArg {
		r := []rune(arg[:maxArg])
		arg = string(r[:len(r)-1]) + "…"
	}
	t.notes = append(t.notes, note{off, kind, arg})
}

// problems gives the notes positions in the file, the first one on line.
func (t *tree) problems(line int) []Problem {
	if len(t.notes) == 0 {
		return nil
	}
	slices.SortStableFunc(t.notes, func(a, b note) int { return cmp.Compare(a.off, b.off) })
	out := make([]Problem, len(t.notes))
	for i, n := range t.notes {
		l, c := t.lines.at(n.off, line)
		out[i] = Problem{Line: l, Col: c, Kind: n.kind, Arg: n.arg}
	}
	return out
}
