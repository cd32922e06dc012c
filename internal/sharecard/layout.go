package sharecard

import (
	"image"

	"kepu/internal/typeset"
	"kepu/internal/typeset/sheet"
)

// A format is where everything stands on a card, in pixels.
type format struct {
	size   image.Point
	plate  image.Rectangle // drawing or photograph
	code   image.Rectangle // holds the code in its lower right corner, without the margin that it needs
	column image.Rectangle // text: label at the top, site at the bottom
	labels int             // size of the label
	gap    int             // from the label to the title
	titles []int           // sizes of the title, the largest first
	room   int             // height for the title where lines follow it
	lines  int             // size of the lines
	beside bool            // the lines stand beside the code, the words for it below
	foot   int             // size of the site's name and of the words for the code

	barePlate, bareCode image.Rectangle // without fonts
}

var wide = format{
	size:  image.Pt(1200, 630),
	plate: image.Rect(760, 0, 1200, 300), code: image.Rect(872, 302, 1152, 582), column: image.Rect(64, 60, 704, 578),
	labels: 28, gap: 36, titles: []int{104, 88, 76, 68, 60, 54, 48, 44, 38}, room: 200, lines: 32, foot: 30,
	barePlate: image.Rect(0, 0, 840, 630), bareCode: image.Rect(880, 175, 1160, 455),
}

var tall = format{
	size:  image.Pt(1080, 1440),
	plate: image.Rect(0, 0, 1080, 566), code: image.Rect(666, 960, 996, 1290), column: image.Rect(84, 618, 996, 1372),
	labels: 36, gap: 36, titles: []int{132, 108, 92, 84, 76, 68, 60, 54, 48}, room: 250, lines: 38, beside: true, foot: 36,
	barePlate: image.Rect(0, 0, 1080, 960), bareCode: image.Rect(375, 1035, 705, 1365),
}

var front = format{
	size:  image.Pt(1080, 1440),
	plate: image.Rect(0, 0, 1080, 520), column: image.Rect(84, 572, 996, 1372),
	labels: 40, gap: 40, titles: []int{132, 120, 108, 96, 84, 76, 68, 60, 54, 48}, room: 340, lines: 42, foot: 38,
	barePlate: image.Rect(0, 0, 1080, 1440),
}

// mostLines is how many lines a title has at the most.
const mostLines = 4

// lay draws a card.
func (f *format) lay(s *page, c *Card, fonts typeset.Fonts) error {
	if fonts.Title == nil {
		if err := s.picture(f.barePlate, c, 255); err != nil {
			return err
		}
		s.code(c.Address, f.bareCode)
		return nil
	}
	faint := 255
	if c.Mark != "" {
		faint = 90
	}
	if err := s.picture(f.plate, c, faint); err != nil {
		return err
	}
	w := writer{s, c.Lang, fonts, s.Text}
	if c.Mark != "" && c.Photo == nil {
		w.mark(f.plate, c.Mark)
	}
	code := s.code(c.Address, f.code)
	f.words(&w, c, code)
	f.scan(&w, c, code)
	return nil
}

// words sets the column of text.
func (f *format) words(w *writer, c *Card, code image.Rectangle) {
	col := f.column
	top := col.Min.Y
	if c.Label != "" || c.Example != "" {
		top = w.labels(col.Min.X, col.Max.X, top, f.labels, c.Label, c.Example) + f.gap
	}
	foot := col.Max.Y - f.foot*5/2 // the accent over the site's name
	room := foot - f.lines - top
	if len(c.Lines) > 0 {
		room = min(room, f.room)
	}
	title, size := w.fit(c.Title, col.Dx(), room, f.titles)
	top = w.set(title, w.fonts.Title, col.Min.X, top, size, leading(size), black)

	width := col.Dx()
	if f.beside && !code.Empty() {
		width = code.Min.X - 64 - col.Min.X
	}
	top += f.lines * 3 / 4
	for i, text := range c.Lines {
		font, size, with := w.fonts.Text, f.lines, soft
		if i == 0 && len(c.Lines) > 1 {
			font, with = w.fonts.Title, black
		}
		pitch := size * 3 / 2
		most := (foot - f.lines/2 - top) / pitch
		if most <= 0 {
			break
		}
		lines := w.lines(font, text, width, size, most)
		top = w.set(lines, font, col.Min.X, top, size, pitch, with) + size/4
	}
	w.s.Block(image.Rect(col.Min.X, foot, col.Min.X+2*f.foot, foot+f.foot/5), accent)
	site := w.lines(w.fonts.Title, c.Site, width, f.foot, 1)
	w.set(site, w.fonts.Title, col.Min.X, col.Max.Y-f.foot*9/8, f.foot, f.foot, black)
}

// scan sets the words for the code: below it in the middle, or to its left.
func (f *format) scan(w *writer, c *Card, code image.Rectangle) {
	if code.Empty() {
		return
	}
	font := w.fonts.Text
	if f.beside {
		lines := w.lines(font, c.Scan, code.Dx()+100, f.foot, 1)
		if len(lines) > 0 {
			x := (code.Min.X + code.Max.X - lines[0].Width*f.foot/typeset.Em) / 2
			w.set(lines, font, x, f.column.Max.Y-f.foot*9/8, f.foot, f.foot, soft)
		}
		return
	}
	right := code.Min.X - 34
	lines := w.lines(font, c.Scan, right-f.plate.Min.X, f.foot, 3)
	pitch := f.foot * 4 / 3
	top := f.column.Max.Y - pitch*len(lines)
	for i, l := range lines {
		w.set(lines[i:i+1], font, right-l.Width*f.foot/typeset.Em, top+i*pitch, f.foot, pitch, soft)
	}
}

// leading is the distance of the lines of a title of a size.
func leading(size int) int { return size * 13 / 10 }

// A writer sets text on a sheet.
type writer struct {
	s     *page
	lang  string
	fonts typeset.Fonts
	print func(f *typeset.Font, lang, text string, x, y, size int, with *sheet.Ink) // Sheet.Text
}

// lines breaks a text for a width in pixels.
func (w *writer) lines(f *typeset.Font, text string, width, size, most int) []typeset.Line {
	t, width := typeset.Measure(f, w.lang, text), max(width, size)*typeset.Em/size
	if lines := t.Balance(width, mostLines); len(lines) <= most {
		return lines
	}
	return t.Cut(most, width, w.more())
}

// more says that a text went on. Chinese has dots of a width of its own.
func (w *writer) more() string {
	if w.lang == "zh-CN" {
		return "…"
	}
	return "..."
}

// fit breaks a title in the largest size in which it fits.
func (w *writer) fit(text string, width, room int, sizes []int) ([]typeset.Line, int) {
	t := typeset.Measure(w.fonts.Title, w.lang, text)
	for _, size := range sizes {
		most := min(mostLines, room/leading(size))
		lines := t.Balance(width*typeset.Em/size, mostLines)
		if len(lines) <= most {
			return lines, size
		}
	}
	size := sizes[len(sizes)-1]
	return t.Cut(max(1, min(mostLines, room/leading(size))), width*typeset.Em/size, w.more()), size
}

// set writes lines below a height and gives where they end.
func (w *writer) set(lines []typeset.Line, f *typeset.Font, x, top, size, pitch int, with *sheet.Ink) int {
	for _, l := range lines {
		w.print(f, w.lang, l.Text, x-f.Indent(w.lang, l.Text)*size/typeset.Em, top+(pitch-size)/2+size*88/100, size, with)
		top += pitch
	}
	return top
}

// labels sets the label and the mark of an example side by side, each in a box,
// and gives the lower edge. The mark has the room that the label leaves.
func (w *writer) labels(x, right, y, size int, label, example string) int {
	bottom := y + size*13/8
	box := func(text string, edge, inside uint8, with *sheet.Ink) {
		line := w.lines(w.fonts.Title, text, min(16*size, right-x-size*5/4), size, 1)
		if len(line) == 0 {
			return
		}
		r := image.Rect(x, y, x+line[0].Width*size/typeset.Em+size*5/4, bottom)
		w.s.Block(r, edge)
		w.s.Block(r.Inset(2), inside)
		w.set(line, w.fonts.Title, x+size*5/8, y, size, bottom-y, with)
		x = r.Max.X + size/2
	}
	box(label, deep, deep, onLake)
	box(example, ink, paper, black)
	return bottom
}

// mark sets a surname in the middle of the drawing.
func (w *writer) mark(r image.Rectangle, text string) {
	width := w.fonts.Title.Width(w.lang, text)
	size := r.Dy() * 3 / 5
	if width > 0 {
		size = min(size, r.Dx()*4/5*typeset.Em/width)
	}
	x := (r.Min.X + r.Max.X - width*size/typeset.Em) / 2
	w.print(w.fonts.Title, w.lang, text, x, (r.Min.Y+r.Max.Y)/2+size*38/100, size, drawn)
}
