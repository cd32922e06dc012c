// Package pack makes a folder and an archive of what a channel composed: the
// page from which an editor works, the manifest for programs, the text, the code
// of the address, and one archive of it all.
//
// It knows no channel and no medium, reads no files and knows no time: a bundle
// is a function of a Job, as a package is.
package pack

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"sync"

	"kepu/internal/artifact"
	"kepu/internal/channel"
)

// Names of the files that every bundle has. The archive is called after the package.
const (
	indexName    = "index.html"
	manifestName = "manifest.json"
	textName     = "text.txt"
	codeSVGName  = "qr.svg"
	codePNGName  = "qr.png"
)

// A Bundle is what lies in the folder of a package.
type Bundle struct {
	// Files are index.html, the channel's own in their order, text.txt, the code,
	// manifest.json and the archive of all the others. There are none where a
	// verdict is Over or Under: a package is either right or absent.
	Files    []channel.File
	Verdicts []Verdict // of every measure, in the order of the channel's rules
	Remarks  []channel.Remark
}

// Make composes a piece and makes a bundle of it. An error is Compose's, or tells
// of a channel that breaks its own contract: a file without a proper name, a
// measure without a rule, a preview of a file that is not there.
func Make(c *channel.Channel, j *channel.Job) (*Bundle, error) {
	p, err := c.Compose(j)
	if err != nil {
		return nil, err
	}
	b := &Bundle{Remarks: p.Remarks}
	if b.Verdicts, err = judge(c, j, p.Measures); err == nil && !slices.ContainsFunc(b.Verdicts, Verdict.missed) {
		b.Files, err = folder(c, j, p, b.Verdicts)
	}
	if err != nil {
		return nil, fmt.Errorf("channel %s, %s: %w", c.Name, j.Piece.Key, err)
	}
	return b, nil
}

// folder makes the files. Each that says something of others comes after them:
// first the page, then the manifest, then the archive.
func folder(c *channel.Channel, j *channel.Job, p *channel.Package, verdicts []Verdict) ([]channel.File, error) {
	k := kits.Get().(*kit)
	defer kits.Put(k)
	files := make([]channel.File, 1, len(p.Files)+6)
	files[0] = channel.File{Name: indexName, Type: "text/html", Use: channel.Text{Zh: "编辑页", En: "The editor's page"}}
	files = append(files, p.Files...)
	files = append(files, channel.File{
		Name: textName, Type: "text/plain", Data: plain(p.Text),
		Use: channel.Text{Zh: "全文，纯文本", En: "All of the text"},
	})
	if code, ok := codeOf(j.Piece.Address); ok {
		files = append(files,
			channel.File{Name: codeSVGName, Type: "image/svg+xml", Data: code.svg(), Use: channel.Text{Zh: "原文二维码，矢量图", En: "QR code of the address, a drawing"}},
			channel.File{Name: codePNGName, Type: "image/png", Data: code.png(k), Use: channel.Text{Zh: "原文二维码，图片", En: "QR code of the address, a picture"}})
	}
	own := len(p.Files)
	zipped := channel.File{Name: archiveName(c, j), Type: "application/zip", Use: channel.Text{Zh: "以上全部", En: "All of these"}}
	manifest := channel.File{Name: manifestName, Type: "application/json", Use: channel.Text{Zh: "给程序读的清单", En: "For programs"}}
	if err := check(append(files, manifest, zipped)); err != nil {
		return nil, err
	}

	view, err := viewOf(c, j, p, verdicts, append(files, manifest)[1:], own, zipped.Name)
	if err != nil {
		return nil, err
	}
	if files[0].Data, err = k.page(view); err != nil {
		return nil, err
	}
	if manifest.Data, err = manifestOf(c, j, p, verdicts, files); err != nil {
		return nil, err
	}
	files = append(files, manifest)
	if zipped.Data, err = archive(files); err != nil {
		return nil, err
	}
	return append(files, zipped), nil
}

// archiveName is the package's, or where that is not ASCII one that no other piece
// of the channel has.
func archiveName(c *channel.Channel, j *channel.Job) string {
	if name := j.Name(); proper(name) {
		return name + ".zip"
	}
	return c.Name + "-" + artifact.DigestOf(j.Piece.Key, j.Piece.Lang).String()[:8] + ".zip"
}

// plain is a text as every program reads it: UTF-8, lines ending in LF, the last
// one too.
func plain(s string) []byte {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.Contains(s, "\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	return append([]byte(strings.TrimRight(s, "\n")), '\n')
}

// A kit is the room that making a bundle takes, for the next one to use again.
type kit struct {
	out  []byte // the page
	rows []byte // of the code
	zip  bytes.Buffer
	zlib *zlib.Writer
}

var kits = sync.Pool{New: func() any { return new(kit) }}
