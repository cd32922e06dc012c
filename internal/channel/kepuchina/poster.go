package kepuchina

import (
	"bytes"

	"kepu/internal/channel"
	"kepu/internal/channel/cover"
	"kepu/internal/sharecard"
)

// posterOf draws the poster. Here a code of the address is welcome: people who
// stand before it have a phone in their hand.
func posterOf(j *channel.Job) (channel.File, error) {
	c := cardOf(j)
	data, err := j.Keep(func() ([]byte, error) {
		var buf bytes.Buffer
		err := j.Press.Poster(&buf, c)
		return buf.Bytes(), err
	}, "story", c)
	return channel.File{
		Name: "poster.png", Type: "image/png", Data: data, Alt: j.Piece.Title,
		Use: text("竖版海报（1080×1920）", "poster (1080×1920)"),
	}, err
}

// cardOf is what the poster shows: of an article its summary, of others what
// there is to know.
func cardOf(j *channel.Job) *sharecard.Card {
	p := j.Piece
	c := &sharecard.Card{
		Lang: p.Lang, Site: p.Site, Title: p.Title, Motif: p.Motif, Seed: p.Seed, Address: p.Address,
		Scan: scan(p.Lang), Example: p.Example,
	}
	if len(p.Topics) > 0 {
		c.Label = p.Topics[0]
	}
	for _, f := range p.Facts {
		c.Lines = append(c.Lines, f.Value)
	}
	if p.Summary != "" {
		c.Lines = append(c.Lines, p.Summary)
	}
	if cover.Has(p) {
		c.PhotoDigest = p.Cover.Digest
		c.Photo = func() ([]byte, error) { return j.Read(p.Cover.Path) }
	}
	return c
}

func scan(lang string) string {
	switch lang {
	case "ko":
		return "스캔하여 읽기"
	case "en":
		return "Scan to read"
	}
	return "扫码读全文"
}
