// Package cover makes cover pictures: of the piece's own cover, or where it has
// none, of the drawing that stands for its topic on the site.
package cover

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/photo"
	"kepu/internal/sharecard"
)

// maxBytes of a cover: media take more, and phones load it for every reader.
const maxBytes = 1 << 20

// variants is how many drawings of one motif there are. Each takes some 10 ms, and
// ten thousand articles need not all differ.
const variants = 32

// One is a cover of width × height pixels. It bears no words, codes or addresses,
// which media forbid on covers, and cut.
func One(j *channel.Job, name string, width, height int, use channel.Text) (channel.File, error) {
	p := j.Piece
	f := channel.File{Name: name + ".png", Type: "image/png", Use: use, Alt: p.Title}
	if p.Cover != nil && slices.Contains(sharecard.Types, p.Cover.Type) {
		data, err := j.Keep(func() ([]byte, error) {
			data, err := j.Read(p.Cover.Path)
			if err != nil {
				return nil, err
			}
			pic, err := photo.Crop(data, width, height, maxBytes)
			return pic.Data, err
		}, "cover", p.Cover.Digest, width, height)
		if err != nil {
			return f, err
		}
		f.Data, f.Type, f.Alt = data, http.DetectContentType(data), p.Cover.Alt
		if f.Type == "image/jpeg" {
			f.Name = name + ".jpg"
		}
		return f, nil
	}
	var err error
	seed := p.Motif + strconv.Itoa(int(artifact.DigestOf(p.Seed)[0])%variants)
	f.Data, err = j.Keep(func() ([]byte, error) {
		var buf bytes.Buffer
		err := j.Press.Plate(&buf, &sharecard.Card{Motif: p.Motif, Seed: seed}, width, height)
		return buf.Bytes(), err
	}, "plate", p.Motif, seed, width, height)
	return f, err
}

// More are further covers, cut from the pictures of the text.
func More(pictures []channel.File, name string, from, most, width, height int, use channel.Text) []channel.File {
	var list []channel.File
	for _, pic := range pictures {
		if len(list) == most {
			break
		}
		cut, err := photo.Crop(pic.Data, width, height, maxBytes)
		if err != nil {
			continue // it stays in the text
		}
		suffix := ".jpg"
		if cut.Type == "image/png" {
			suffix = ".png"
		}
		list = append(list, channel.File{Name: fmt.Sprintf("%s-%d%s", name, from+len(list), suffix), Type: cut.Type, Data: cut.Data, Use: use, Alt: pic.Alt})
	}
	return list
}
