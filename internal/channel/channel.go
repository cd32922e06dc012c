// Package channel is what all channels share: the entry as a channel is told of
// it (a Piece), the rules of a channel, and what it makes (a Package).
//
// Each channel is a folder below this one: it walks the tree of the text and
// writes what its medium takes. Package all lists them; package pack makes a
// folder and an archive of what they wrote. None of them reads files, knows the
// time or knows the site: a package is a function of a Job.
package channel

import (
	"cmp"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/prose"
	"kepu/internal/sharecard"
)

// A Text is said in the language of an editor.
type Text struct{ Zh, En string }

// A Channel turns pieces into packages for one medium.
type Channel struct {
	Name   string // "wechat": the name of its folder, and how commands call it
	Title  Text   // 微信公众号
	About  Text   // one line for `kepu channel list`
	Kinds  []content.Kind
	Rules  []Rule
	Styles []string // looks to choose from, the default one first; nil if there is one

	// Compose makes the package of a piece. It is pure, and may be called from
	// several goroutines. What is wrong with the piece is in the package, as
	// measures and remarks; an error means that a file could not be read or a
	// picture not be drawn.
	Compose func(*Job) (*Package, error)
}

// Takes reports whether the channel makes packages of a kind.
func (c *Channel) Takes(kind content.Kind) bool {
	for _, k := range c.Kinds {
		if k == kind {
			return true
		}
	}
	return false
}

// A Job is one piece for one channel.
type Job struct {
	Piece  *Piece
	Folder string      // the name of the package's folder, "" for the piece's slug: see Name
	Body   *prose.Node // the text of the piece; a Document
	Parts  []*Job      // of an edition: its articles, in order, each with Piece and Body
	Style  string      // the theme that the settings ask for, "" for the channel's own choice
	Author string      // that the settings give for pieces without authors, "" if none
	Limits Limits
	Press  *sharecard.Press                  // draws; its fonts may be missing
	Read   func(name string) ([]byte, error) // a file of the site, by Picture.Path

	// Kept gives what an earlier call has kept under a digest, or makes it and
	// keeps it, for other channels and other builds. It may be nil: see Keep.
	Kept func(shows artifact.Digest, make func() ([]byte, error)) ([]byte, error)
}

// Name is what the package is called: the name of its folder.
func (j *Job) Name() string { return cmp.Or(j.Folder, j.Piece.Slug) }

// Keep makes something that is costly and depends on nothing but parts, such as
// a drawn picture, unless it was made before.
func (j *Job) Keep(make func() ([]byte, error), parts ...any) ([]byte, error) {
	if j.Kept == nil {
		return make()
	}
	return j.Kept(artifact.DigestOf(parts...), make)
}

// A Package is what a channel makes of a piece. The files that all packages
// have (index.html, manifest.json, text.txt, the code, the archive) are added by
// package pack.
type Package struct {
	Title    string // as the channel shows it
	Text     string // all of it as plain text: text.txt
	Files    []File // in the order in which an editor uploads them
	Steps    []string
	Copies   []Copy
	Previews []Preview
	Measures []Measure
	Remarks  []Remark
}

// A File is one file of a package.
type File struct {
	Name string // within the package: "images/01.png"; ASCII, no folder but one
	Type string // media type
	Data []byte
	Use  Text   // what it is for: 封面图（2.35:1）
	Alt  string // what a picture shows
}

// A Copy is something that an editor puts on the clipboard with one press.
type Copy struct {
	Label string // 标题, 正文
	Text  string // plain text, always there
	HTML  string // rich text, "" if there is none
}

// A Preview shows the result at the width of a phone.
type Preview struct {
	Label string // 浅色, 深色, 第 1 张
	HTML  string // self-contained, images by the names of files of the package; "" for a picture
	Image string // name of a file of the package
	Dark  bool   // on a dark ground
	Width int    // CSS pixels; 0 is 375
}

// A Remark is something an editor should know that is not a matter of measure.
// It is a warning.
type Remark struct {
	Text  Text
	Piece *Piece // of an edition's article; nil for the job's own
	Line  int    // in the piece's file, 0 for the file as a whole
}
