package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

const (
	styleBold   = "\x1b[1m"
	styleRed    = "\x1b[1;31m"
	styleYellow = "\x1b[1;33m"
	styleBlue   = "\x1b[34m"
	styleEnd    = "\x1b[0m"
)

// maxCells is how much of a line is shown around the place.
const maxCells = 100

// printText writes
//
//	content/articles/a.md:3:7: 错误[bad-date] “date”的日期看不懂：昨天
//	    3 | date: 昨天
//	      |       ^
//	      = 写成 2026-05-30、…
func printText(w io.Writer, d *Diagnostic, opt PrintOptions) {
	paint := func(style, s string) string {
		if !opt.Color {
			return s
		}
		return style + s + styleEnd
	}
	severity := styleRed
	if d.Severity() == Warning {
		severity = styleYellow
	}
	if at := place(opt.file(d), d.Pos); at != "" {
		fmt.Fprintf(w, "%s ", paint(styleBold, visible(at)+":"))
	}
	fmt.Fprintf(w, "%s %s\n", paint(severity, d.Severity().Word(opt.Lang)+"["+visible(string(d.Code))+"]"), paint(styleBold, visible(d.Message(opt.Lang))))
	if d.Source != "" && d.Pos.Line > 0 {
		text, cells := excerpt(d.Source, d.Pos.Col)
		fmt.Fprintf(w, "%s %s\n", paint(styleBlue, fmt.Sprintf("%5d |", d.Pos.Line)), text)
		if d.Pos.Col > 0 {
			fmt.Fprintf(w, "%s %s%s\n", paint(styleBlue, "      |"), strings.Repeat(" ", cells), paint(severity, "^"))
		}
	}
	if hint := d.Hint(opt.Lang); hint != "" {
		fmt.Fprintf(w, "%s %s\n", paint(styleBlue, "      ="), visible(hint))
	}
}

func place(file string, p Pos) string {
	switch {
	case file == "" || p.Line == 0:
		return file
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", file, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", file, p.Line, p.Col)
}

// excerpt is the part of a line around column col, ready for a terminal, and
// how many cells stand before that column.
func excerpt(line string, col int) (text string, cells int) {
	var shown []string
	var widths []int
	before, at := 0, 0
	for i, n := 0, 1; i < len(line); n++ {
		r, size := utf8.DecodeRuneInString(line[i:])
		s := showRune(r, line[i:i+size])
		shown, widths = append(shown, s), append(widths, stringCells(s))
		if n < col {
			before += widths[n-1]
			at = n
		}
		i += size
	}
	from := 0
	for from < at && before > maxCells/2 {
		before -= widths[from]
		from++
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
		before += 2
	}
	total := 0
	for i := from; i < len(shown); i++ {
		if total += widths[i]; total > maxCells {
			b.WriteString(" …")
			break
		}
		b.WriteString(shown[i])
	}
	return b.String(), before
}

// visible is s without anything that a terminal or a build log obeys: control
// characters, line ends, marks that turn the direction of text. They are shown
// by number.
func visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(showRune(r, s[i:i+size]))
		i += size
	}
	return b.String()
}

func showRune(r rune, raw string) string {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf("<%02X>", raw[0])
	case r == '\t':
		return "    "
	case hidden(r):
		return fmt.Sprintf("<U+%04X>", r)
	}
	return raw
}

// hidden tells characters that act instead of showing. Joiners stay: words of
// some scripts and some pictures are spelled with them.
func hidden(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0, r == 0x2028, r == 0x2029:
		return true
	case r < 0xAD, r == 0x200C, r == 0x200D:
		return false
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}

// stringCells counts the cells of a terminal that s takes: two for Han and
// other wide characters, none for marks that combine.
func stringCells(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me), r == 0x200C, r == 0x200D:
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
