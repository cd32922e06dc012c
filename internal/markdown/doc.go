package markdown

import (
	"io"
	"strings"

	"github.com/yuin/goldmark/util"

	"kepu/internal/calendar"
)

// A Doc is the parsed body of a document. It is plain data: it can be encoded, kept and shared.
type Doc struct {
	HTML     string    // the body, with a place left open for each of Refs: see Render
	Refs     []Ref     // links and images in the order of their places in HTML
	Headings []Heading // the outline in document order
	IDs      []string  // every anchor in HTML, sorted
	Text     string    // plain text, a line a block, footnotes last; no markup, no image descriptions
	Summary  string    // the beginning of Text that reads as a summary
	Han      int       // Han characters and kana in Text
	Words    int       // words of other scripts in Text; Korean counts by spaces
	HasCode  bool      // there is a code block, so the page needs StyleCSS
	Dates    []Date    // dates that name their weekday, by position
	Problems []Problem // what an author should hear about, by position
}

// A Date is a date in the text with the day of the week beside it. Line and Col
// are those of the file, counted from 1; Col counts characters.
type Date struct {
	calendar.Mention
	Line, Col int
}

// A Heading is an entry of the outline.
type Heading struct {
	Level int // 2 to 6
	ID    string
	Text  string
	Line  int
}

// A RefKind tells links from images.
type RefKind uint8

// The kinds of Ref.
const (
	Link RefKind = iota
	Image
)

// A Ref is a link or an image whose address the caller decides.
type Ref struct {
	Kind      RefKind
	Dest      string // as written, with Markdown's escapes undone: "../a.md#x", "https://…", "fig.svg"
	Text      string // the link's text or the image's description; empty for a link in raw HTML
	Line, Col int    // of the destination in the file, counted from 1; Col counts characters
}

// place marks an open place in Doc.HTML. Parse replaces it in input, so it can come from nowhere else.
const place = '\x00'

// Render writes the HTML with the open place of each Ref filled by resolve, which returns attributes
// ready to be written: each with a space before it, values escaped, as Attr does. A nil resolve
// leaves addresses as they are written in the document.
func (d *Doc) Render(w io.Writer, resolve func(i int, r Ref) string) error {
	if resolve == nil {
		resolve = asWritten
	}
	rest := d.HTML
	for i, r := range d.Refs {
		n := strings.IndexByte(rest, place)
		if n < 0 {
			break
		}
		if _, err := io.WriteString(w, rest[:n]); err != nil {
			return err
		}
		if _, err := io.WriteString(w, resolve(i, r)); err != nil {
			return err
		}
		rest = rest[n+1:]
	}
	_, err := io.WriteString(w, rest)
	return err
}

func asWritten(_ int, r Ref) string {
	if r.Kind == Image {
		return URLAttr("src", r.Dest)
	}
	return URLAttr("href", r.Dest)
}

// Attr is one attribute ready for Render: a space, the name, the escaped value.
func Attr(name, value string) string {
	return " " + name + `="` + string(util.EscapeHTML([]byte(value))) + `"`
}

// URLAttr is Attr for an address: it percent-encodes what an address cannot hold, such as Han characters and spaces.
func URLAttr(name, url string) string {
	return " " + name + `="` + string(util.EscapeHTML(util.URLEscape([]byte(url), false))) + `"`
}

// Minutes is the reading time, at least 1: 400 Han characters or 200 words a minute.
func (d *Doc) Minutes() int {
	return max(1, (d.Han+2*d.Words+200)/400)
}
