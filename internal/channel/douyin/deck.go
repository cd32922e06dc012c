package douyin

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/photo"
	"kepu/internal/prose"
	"kepu/internal/raster"
	"kepu/internal/sharecard"
	"kepu/internal/typeset"
)

// A deck is the cards of a piece: a title, the text, and where it comes from.
type deck struct {
	cards   []card
	fonts   typeset.Fonts
	remarks []channel.Remark
}

// sizes of the text in pixels an em: 18 or 20 Han characters fill the column.
var sizes = []int{50, 45}

// deal sets the text on cards. If it takes more than there may be, it is set a
// step smaller and headings no longer begin cards; if that does not help either,
// there are too many.
func deal(j *channel.Job, fonts typeset.Fonts, most int) (*deck, error) {
	d := &deck{fonts: fonts}
	for i, size := range sizes {
		w := &writer{job: j, piece: j.Piece, fonts: fonts, size: size, top: highest(j.Body), flowing: i > 0}
		w.facts()
		w.list(j.Body.Nodes)
		w.end()
		if w.err != nil {
			return nil, w.err
		}
		d.cards, d.remarks = nil, w.remarks
		if n := 1 + w.atLeast()/room; most > 0 && n > most { // hopeless: to set a book would take minutes
			d.cards = make([]card, n)
			continue
		}
		for _, s := range sections(w.blocks) {
			d.cards = append(d.cards, spread(s)...)
		}
		d.goOn()
		if w.lacks != "" {
			d.remarks = append(d.remarks, channel.Remark{Text: channel.Text{
				Zh: "字体里没有这些字，卡片上是方框：" + w.lacks, En: "no font has these characters, the cards show boxes: " + w.lacks,
			}})
		}
		if d.len() <= most || most == 0 {
			break
		}
	}
	return d, nil
}

// atLeast is about the height of all blocks, and hardly ever more: text is taken
// as a tenth narrower than it is, for what can be squeezed out of marks. That
// characters have half an em and more bounds what the thinnest ones cost to set.
func (w *writer) atLeast() int {
	sum := 0
	for _, b := range w.blocks {
		if p, ok := b.part.(*words); ok {
			sum += max(1, max(p.Widest(0, p.Len())*9/10, p.Len()*p.em*11/20)/p.width) * p.pitch
			continue
		}
		sum += b.height(0, 1)
	}
	return sum
}

// len counts the cards, the title among them.
func (d *deck) len() int { return 1 + len(d.cards) }

// highest is the level of the highest headings.
func highest(body *prose.Node) int {
	level := 6
	prose.Walk(body, func(n *prose.Node) bool {
		if n.Kind == prose.Heading {
			level = min(level, n.Level)
		}
		return !n.Kind.Inline()
	})
	return level
}

// goOn tells cards that do not begin with a heading under which one they go on.
func (d *deck) goOn() {
	of := ""
	for i := range d.cards {
		c := &d.cards[i]
		if n := c.pieces[0].node; n != nil && n.Kind != prose.Heading {
			c.of = of
		}
		for _, p := range c.pieces {
			if p.node == nil {
				of = ""
			} else if p.node.Kind == prose.Heading {
				of = prose.Plain(p.node)
			}
		}
	}
}

// front is what the title card shows. Of a cover that cannot be shown is told,
// and the topic's drawing stands in for it.
func (d *deck) front(j *channel.Job) *sharecard.Card {
	p := j.Piece
	c := &sharecard.Card{
		Lang: p.Lang, Site: p.Site, Title: p.Title, Example: p.Example, Motif: p.Motif, Seed: p.Seed,
	}
	if len(p.Topics) > 0 {
		c.Label = p.Topics[0]
	}
	if p.Summary != "" {
		c.Lines = []string{p.Summary}
	}
	if p.Cover == nil {
		return c
	}
	c.Photo = func() ([]byte, error) {
		data, err := j.Read(p.Cover.Path)
		if err != nil {
			return nil, err
		}
		if data, err = d.cover(data, p.Cover.Type); err != nil {
			d.remarks = append(d.remarks, channel.Remark{Line: p.Of("cover").Line, Text: channel.Text{
				Zh: "封面图打不开，第 1 张上换成了主题图案，请换一个文件：" + p.Cover.Path,
				En: "the cover cannot be shown, a drawing stands in for it: " + p.Cover.Path + " (" + err.Error() + ")",
			}})
		}
		return data, nil
	}
	return c
}

// cover makes a file that the press can decode.
func (d *deck) cover(data []byte, kind string) ([]byte, error) {
	if kind == "image/svg+xml" {
		return raster.PNG(data, width, d.fonts)
	}
	f, err := photo.Fit(data, photo.Want{MaxWidth: 2 * width, MaxHeight: 2 * height})
	return f.Data, err
}

// facts are when and where an event is, who somebody was.
func (w *writer) facts() {
	for _, f := range w.piece.Facts {
		if contact(f.Label + "：" + f.Value) {
			w.remark(0, "“"+f.Label+"”里有网址或电话，平台会限流，没有放进卡片。", "“"+f.Label+"” holds an address or a telephone number, which the medium punishes; it was left out.")
			continue
		}
		w.label(f.Label, f.Value)
	}
}

// label sets a line of ours: what it is, and the words.
func (w *writer) label(label, text string) {
	runs := []typeset.Run{
		w.run(label+sayingsIn(w.piece.Lang).colon, look{size: w.size, bold: true, ink: title}),
		w.run(text, look{size: w.size}),
	}
	if b := w.words(nil, runs, typeset.Justified, pitch(w.size), w.size/2); b != nil {
		b.again = true
	}
}

// end is the card of where the text comes from.
func (w *writer) end() {
	from := len(w.blocks)
	p, say := w.piece, sayingsIn(w.piece.Lang)
	authors := p.Authors
	if len(authors) == 0 {
		authors = []string{w.job.Author}
	}
	if len(p.Sources) > 0 {
		w.ours(say.sources, look{size: w.size * 13 / 10, bold: true, ink: title}, titlePitch(w.size*13/10))
	}
	size := w.size * 7 / 10
	for i, s := range p.Sources {
		text := s.Title
		if s.Detail != "" {
			text += "（" + s.Detail + "）"
		}
		w.left = w.numberRoom(len(p.Sources), size)
		w.marker = strconv.Itoa(i+1) + "."
		w.ours(text, look{size: size}, size*3/2)
		w.left, w.marker = 0, ""
	}
	for _, c := range p.Cards {
		lines := slices.DeleteFunc(slices.Clone(c.Lines), contact)
		w.ours(strings.Join(append([]string{c.Title}, lines...), " ｜ "), look{size: size}, size*3/2)
	}
	for _, line := range [][2]string{
		{say.text, strings.Join(authors, say.comma)},
		{say.checked, strings.Join(p.Reviewers, say.comma)},
		{say.published, p.Organization},
		{say.cover, p.CoverCredit},
		{say.from, strings.TrimSpace(p.Site + " " + p.Date)},
	} {
		if line[1] != "" {
			w.ours(line[0]+say.colon+line[1], look{size: size, ink: soft}, size*3/2)
		}
	}
	w.ours(p.Example, look{size: size, ink: soft}, size*3/2)
	if len(w.blocks) > from {
		w.blocks[from].begin = true
	}
}

// ours sets a line that is not of the text.
func (w *writer) ours(text string, l look, pitch int) {
	if b := w.words(nil, []typeset.Run{w.run(text, l)}, typeset.Ragged, pitch, w.size/2); b != nil {
		b.again = true
	}
}

// draw gives the pictures in their order.
func (d *deck) draw(j *channel.Job) ([]channel.File, error) {
	p := j.Piece
	var cover bytes.Buffer
	if err := j.Press.Front(&cover, d.front(j)); err != nil {
		return nil, err
	}
	c := &canvas{lang: p.Lang, fonts: d.fonts}
	c.Fast = true
	files := []channel.File{{
		Name: name(1), Type: "image/png", Data: cover.Bytes(), Alt: p.Title,
		Use: channel.Text{Zh: "第 1 张，封面", En: "card 1, the cover"},
	}}
	for i := range d.cards {
		n := i + 2
		data, err := c.draw(&d.cards[i], p.Site, n, d.len())
		if err != nil {
			return nil, err
		}
		files = append(files, channel.File{
			Name: name(n), Type: "image/png", Data: data, Alt: d.cards[i].text(),
			Use: channel.Text{Zh: fmt.Sprintf("第 %d 张", n), En: fmt.Sprintf("card %d", n)},
		})
	}
	return files, nil
}

func name(n int) string { return fmt.Sprintf("images/%02d.png", n) }

// text is what all cards say, a paragraph apart.
func (d *deck) text() string {
	var list []string
	for i := range d.cards {
		list = append(list, d.cards[i].text())
	}
	return paragraphs(list...)
}

// paragraphs are texts with a free line between them; what is empty is left out.
func paragraphs(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), "\n\n")
}

// text is all that a card says, a paragraph a line, with the markers of lists.
func (c *card) text() string {
	var list []string
	for _, p := range c.pieces {
		s := p.text(p.from, p.to)
		if s != "" && p.marker != "" && p.from == 0 {
			s = p.marker + " " + s
		}
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, "\n")
}
