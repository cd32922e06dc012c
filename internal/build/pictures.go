package build

import (
	"bytes"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/picture"
	"kepu/internal/site"
	"kepu/internal/source"
)

// An inspected file is one beside the entries or in static/.
type inspected struct {
	site.Picture                  // without a Type if it is no sound image
	problem      *picture.Problem // what is wrong with it as an image
	unread       *diag.Diagnostic // it could not be read
}

// inspect looks at every file that is not a text. A drawing is opened by its own
// address, so all of them must be as safe as one that a page shows.
func (s *Session) inspect(ctx context.Context, tree *source.Tree, trusted bool, c changes) {
	names := slices.AppendSeq(slices.Clone(tree.Static), maps.Keys(tree.Pictures))
	s.pictures = recall(ctx, tree, s.pictures, names, c, nil, func(i int, _ *inspected) *inspected {
		data, d := tree.Resource(names[i])
		if d != nil {
			return &inspected{unread: d}
		}
		one := &inspected{Picture: site.Picture{Digest: artifact.DigestBytes(data)}}
		one.Info, one.problem = picture.Inspect(names[i], data, trusted)
		return one
	})
}

// used lists the images that entries name, by path, and tells of those that are
// broken.
func (s *Session) used(tree *source.Tree, docs []site.Document, ds *diag.List) map[string]site.Picture {
	byPath := map[string]site.Picture{}
	seen := map[string]bool{}
	add := func(d *site.Document, dest string, pos diag.Pos) {
		p := site.PicturePath(d.Dir, dest)
		if !tree.Pictures[p] || seen[p] {
			return
		}
		seen[p] = true
		pos.File = d.File()
		switch one := s.pictures[p]; {
		case one == nil: // ctx has ended
		case one.unread != nil:
			ds.Add(*one.unread)
		case one.problem != nil:
			ds.Add(diag.New(diag.BadImage, pos, path.Base(p), one.problem.Text()))
		default:
			byPath[p] = one.Picture
		}
	}
	for i := range docs {
		d := &docs[i]
		if c := d.Data.Base().Cover; c != nil {
			add(d, c.Src, d.Pos.Of("cover.src"))
		}
		if s, ok := d.Data.(*content.Scientist); ok && s.Portrait != nil {
			add(d, s.Portrait.Src, d.Pos.Of("portrait.src"))
		}
		for _, r := range d.Text.Refs {
			if r.Kind == markdown.Image || isDrawing(r.Dest) {
				add(d, r.Dest, diag.Pos{Line: r.Line, Col: r.Col})
			}
		}
	}
	return byPath
}

func isDrawing(name string) bool { return strings.EqualFold(path.Ext(name), ".svg") }

// resources are the files that pages refer to and those to publish as they
// are. A file beside entries that nothing refers to stays home.
func (s *Session) resources(tree *source.Tree, graph *site.Site, trusted bool, ds *diag.List) []artifact.Artifact {
	used := map[string]bool{}
	var arts []artifact.Artifact
	add := func(from, to string) {
		one := s.pictures[from]
		switch {
		case one == nil: // ctx has ended
			return
		case one.unread != nil:
			ds.Add(*one.unread)
			return
		case one.problem != nil && isDrawing(from) && !trusted:
			ds.Add(diag.New(diag.BadImage, diag.Pos{File: source.Folder + "/" + from}, path.Base(from), one.problem.Text()))
		}
		arts = append(arts, artifact.New(to, source.Folder+"/"+from, one.Digest, func(buf *bytes.Buffer) error {
			data, d := tree.Resource(from)
			if d != nil {
				return &unreadable{*d}
			}
			if artifact.DigestBytes(data) != one.Digest {
				return changed(source.Folder + "/" + from)
			}
			buf.Write(data)
			return nil
		}))
	}
	for _, p := range graph.Used {
		used[p] = true
		add(p, p)
	}
	for _, p := range graph.Static {
		add(p, strings.TrimPrefix(p, "static/"))
	}
	for p := range tree.Pictures {
		if !used[p] {
			ds.Add(source.Stray(p))
		}
	}
	return arts
}
