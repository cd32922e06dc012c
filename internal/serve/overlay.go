package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strconv"

	"kepu/internal/diag"
)

//go:embed overlay.html
var overlayHTML string

//go:embed overlay.css
var overlayCSS []byte

//go:embed reload.js
var reloadJS []byte

// overlayPolicy is the overlay's own: it shows text from contributors' files.
const overlayPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// overlayItems bounds the overlay: after a slip in a template every page may
// have an error, and nobody reads beyond the first few.
const overlayItems = 100

// An overlay is what overlay.html shows.
type overlay struct {
	Lang, Title, Lead, Failure, HintWord, More string
	Items                                      []overlayItem
}

type overlayItem struct {
	Class, Severity, Place, Message, Hint string

	HasSource         bool
	Line              int
	Before, At, After string // the source line; At is the character meant
}

// An overlayPage draws overlays in one language.
type overlayPage struct {
	template *template.Template
	lang     diag.Lang
	texts    texts
}

func newOverlayPage(l diag.Lang) overlayPage {
	return overlayPage{template.Must(template.New("overlay").Parse(overlayHTML)), l, textsOf(l)}
}

// render draws what is wrong with a build.
func (p overlayPage) render(s *showing) []byte {
	o := overlay{Lang: p.texts.lang, Title: fmt.Sprintf(p.texts.title, s.errors), Lead: p.texts.waiting, HintWord: p.texts.hint}
	if s.err != nil {
		o.Failure = s.err.Error()
		o.Title = p.texts.broken
	}
	shown := s.problems[:min(len(s.problems), overlayItems)]
	if rest := len(s.problems) - len(shown); rest > 0 {
		o.More = fmt.Sprintf(p.texts.more, rest)
	}
	for _, d := range shown {
		o.Items = append(o.Items, p.item(d))
	}
	return p.draw(o)
}

// missing draws a page for addresses without one, for sites without a 404.html.
func (p overlayPage) missing() []byte {
	return p.draw(overlay{Lang: p.texts.lang, Title: p.texts.missingTitle, Lead: p.texts.missing})
}

func (p overlayPage) draw(o overlay) []byte {
	var buf bytes.Buffer
	if err := p.template.Execute(&buf, o); err != nil {
		fmt.Fprintf(&buf, "<pre>%s</pre>", template.HTMLEscapeString(err.Error()))
	}
	return buf.Bytes()
}

func (p overlayPage) item(d diag.Diagnostic) overlayItem {
	it := overlayItem{
		Class: "error", Severity: d.Severity().Word(p.lang), Place: place(d.Pos),
		Message: d.Message(p.lang), Hint: d.Hint(p.lang),
		HasSource: d.Source != "", Line: d.Pos.Line, Before: d.Source,
	}
	if d.Severity() == diag.Warning {
		it.Class = "warning"
	}
	// A column may lie behind the line's last character: what is missing there
	// gets a mark of its own.
	if runes := []rune(d.Source); d.Pos.Col > 0 && d.Pos.Col <= len(runes)+1 {
		at := d.Pos.Col - 1
		it.Before, it.At, it.After = string(runes[:at]), " ", ""
		if at < len(runes) {
			it.At, it.After = string(runes[at]), string(runes[at+1:])
		}
	}
	return it
}

// place writes a position the way editors and terminals understand it.
func place(p diag.Pos) string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}
