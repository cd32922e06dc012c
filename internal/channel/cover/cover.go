// Package cover makes cover pictures: of the piece's own cover, or where it has
// none, of the drawing that stands for its topic on the site.
package cover

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/channel/album"
	"kepu/internal/photo"
	"kepu/internal/sharecard"
)

// MaxBytes of a cover: media take more, and phones load it for every reader.
const MaxBytes = 1 << 20

// variants is how many drawings of one motif there are. Each takes some 10 ms, and
// ten thousand articles need not all differ.
const variants = 32

// One is a cover of width × height pixels, called name with the suffix of its
// type. It bears no words, codes or addresses, which media forbid on covers, and
// cut. A cover that cannot be decoded is passed over, as on the site's own cards.
func One(j *channel.Job, name string, width, height int, use channel.Text) (channel.File, error) {
	p := j.Piece
	f := channel.File{Use: use, Alt: p.Title}
	var err error
	if Has(p) {
		f.Data, err = j.Keep(func() ([]byte, error) {
			data, err := j.Read(p.Cover.Path)
			if err != nil {
				return nil, err
			}
			if pic, err := photo.Crop(data, width, height, MaxBytes); err == nil {
				return pic.Data, nil
			}
			return plate(j, p.Seed, width, height)
		}, "cover", p.Cover.Digest, p.Motif, p.Seed, width, height)
		f.Alt = p.Cover.Alt
	} else {
		seed := p.Motif + strconv.Itoa(int(artifact.DigestOf(p.Seed)[0])%variants)
		f.Data, err = j.Keep(func() ([]byte, error) { return plate(j, seed, width, height) }, "plate", p.Motif, seed, width, height)
	}
	f.Type = http.DetectContentType(f.Data)
	f.Name = name + album.Suffix(f.Type)
	return f, err
}

// Has reports whether a piece has a cover that can be shown as pixels.
func Has(p *channel.Piece) bool {
	return p.Cover != nil && slices.Contains(sharecard.Types, p.Cover.Type)
}

// plate draws the motif of a piece.
func plate(j *channel.Job, seed string, width, height int) ([]byte, error) {
	var buf bytes.Buffer
	err := j.Press.Plate(&buf, &sharecard.Card{Motif: j.Piece.Motif, Seed: seed}, width, height)
	return buf.Bytes(), err
}
