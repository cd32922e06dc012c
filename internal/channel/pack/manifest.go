package pack

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"

	"kepu/internal/artifact"
	"kepu/internal/channel"
)

// Version of the form of manifest.json. A program may rely on all that the
// schema of this version says; fields may be added.
const Version = 1

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of manifest.json.
func Schema() []byte { return bytes.Clone(schema) }

// A manifest is manifest.json; schema.json tells what its fields mean.
type manifest struct {
	Version int              `json:"version"`
	Channel string           `json:"channel"`
	Kind    string           `json:"kind"`
	Slug    string           `json:"slug"`
	Lang    string           `json:"lang"`
	Title   string           `json:"title"`
	Address string           `json:"address"`
	Piece   string           `json:"piece"`
	Digest  string           `json:"digest"`
	Rules   []manifestRule   `json:"rules"`
	Remarks []manifestRemark `json:"remarks"`
	Files   []manifestFile   `json:"files"`
}

type manifestText struct {
	Zh string `json:"zh"`
	En string `json:"en"`
}

type manifestRule struct {
	ID       string            `json:"id"`
	Name     manifestText      `json:"name"`
	Unit     manifestText      `json:"unit"`
	Bounds   manifestBounds    `json:"bounds"`
	Source   string            `json:"source"`
	Standing channel.Standing  `json:"standing"`
	Measures []manifestMeasure `json:"measures"`
}

type manifestBounds struct {
	Min  int  `json:"min,omitempty"`
	Warn int  `json:"warn,omitempty"`
	Max  int  `json:"max,omitempty"`
	None bool `json:"none,omitempty"`
}

type manifestMeasure struct {
	Value int    `json:"value"`
	Of    string `json:"of,omitempty"`
	Level string `json:"level"`
	File  string `json:"file,omitempty"`
	Line  int    `json:"line,omitempty"`
	Col   int    `json:"column,omitempty"`
}

type manifestRemark struct {
	Text manifestText `json:"text"`
	File string       `json:"file,omitempty"`
	Line int          `json:"line,omitempty"`
}

type manifestFile struct {
	Name   string       `json:"name"`
	Type   string       `json:"type"`
	Size   int          `json:"size"`
	SHA256 string       `json:"sha256"`
	Use    manifestText `json:"use"`
	Alt    string       `json:"alt,omitempty"`
}

// manifestOf writes the manifest of files. It tells of every rule, also of those
// of which nothing was measured.
func manifestOf(c *channel.Channel, j *channel.Job, p *channel.Package, verdicts []Verdict, files []channel.File) ([]byte, error) {
	m := manifest{
		Version: Version, Channel: c.Name, Kind: string(j.Piece.Kind), Slug: j.Name(), Lang: j.Piece.Lang,
		Title: p.Title, Address: j.Piece.Address, Piece: j.Piece.File, Digest: textOf(j).String(),
		Rules:   make([]manifestRule, 0, len(c.Rules)),
		Remarks: make([]manifestRemark, 0, len(p.Remarks)),
		Files:   make([]manifestFile, 0, len(files)),
	}
	for i := range c.Rules {
		r := &c.Rules[i]
		entry := manifestRule{
			ID: c.Name + "." + r.ID, Name: manifestText(r.Name), Unit: manifestText(r.Unit), Bounds: manifestBounds(boundsOf(r, j.Limits)),
			Source: r.Source, Standing: r.Standing, Measures: []manifestMeasure{},
		}
		for ; len(verdicts) > 0 && verdicts[0].Rule == r; verdicts = verdicts[1:] {
			v := &verdicts[0]
			entry.Measures = append(entry.Measures, manifestMeasure{v.Measure.Value, v.Measure.Of, levels[v.Level], v.File, v.Line, v.Col})
		}
		m.Rules = append(m.Rules, entry)
	}
	for _, r := range p.Remarks {
		m.Remarks = append(m.Remarks, manifestRemark{manifestText(r.Text), cmp.Or(r.Piece, j.Piece).File, r.Line})
	}
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files = append(m.Files, manifestFile{f.Name, f.Type, len(f.Data), hex.EncodeToString(sum[:]), manifestText(f.Use), f.Alt})
	}
	out, err := json.Marshal(&m)
	return append(out, '\n'), err
}

// textOf is the digest of all that the package says: of the piece's text and, of
// an edition, those of its articles.
func textOf(j *channel.Job) artifact.Digest {
	texts := []artifact.Digest{j.Piece.Text}
	for _, part := range j.Parts {
		texts = append(texts, part.Piece.Text)
	}
	return artifact.DigestOf(texts)
}

// levels are the words for those that a package can have.
var levels = [...]string{channel.Fine: "fine", channel.Near: "near"}
