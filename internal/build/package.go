package build

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"sync"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/channel"
	"kepu/internal/channel/pack"
	"kepu/internal/diag"
	"kepu/internal/prose"
	"kepu/internal/site"
)

// A result is what came of one order for one entry.
type result struct {
	files []artifact.Artifact
	found []diag.Diagnostic
	err   error
}

// A packed package is what the cache keeps of one, besides its archive: what is
// in it, and what there was to say of it. It has no files if it is wrong.
type packed struct {
	Files []packedFile
	Found []diag.Diagnostic
}

type packedFile struct {
	Name string
	Sum  artifact.Digest
}

// fill makes the packages of an entry, one for each order.
func (w *workshop) fill(c commission) []result {
	piece, err := w.pieces.Of(c.entry)
	if err != nil {
		return []result{{err: err}}
	}
	body := sync.OnceValues(func() (*prose.Node, error) { return w.text(c.entry) })
	parts, err := w.parts(c.entry)
	if err != nil {
		return []result{{err: err}}
	}
	results := make([]result, len(c.orders))
	for i, o := range c.orders {
		results[i] = w.make(o, w.folders[c.entry], &channel.Job{Piece: piece, Parts: parts}, body)
	}
	return results
}

// parts are the articles of an edition.
func (w *workshop) parts(e *site.Entry) ([]*channel.Job, error) {
	var parts []*channel.Job
	for _, a := range e.Targets("articles") {
		piece, err := w.pieces.Of(a)
		if err != nil {
			return nil, err
		}
		body, err := w.text(a)
		if err != nil {
			return nil, err
		}
		parts = append(parts, &channel.Job{Piece: piece, Body: body})
	}
	return parts, nil
}

// make takes a package from the cache, or makes it and keeps it there.
func (w *workshop) make(o order, folder string, j *channel.Job, body func() (*prose.Node, error)) result {
	all := j.Parts
	j.Parts = nil
	for _, part := range all {
		j.Parts = append(j.Parts, &channel.Job{Piece: part.Piece.For(o.Name), Body: part.Body})
	}
	j.Piece = j.Piece.For(o.Name)
	j.Style, j.Author, j.Limits, j.Press, j.Read = o.Style, o.Author, o.limits, w.press, w.read
	j.Kept = w.kept
	key := w.digest(o, folder, j)
	var p packed
	if text, ok := w.store.Get(head(key)); !ok || json.Unmarshal(text, &p) != nil || len(p.Files) > 0 && !w.store.Has(archive(key)) {
		var err error
		if p, _, err = w.compose(o, folder, j, key, body); err != nil {
			return result{err: fmt.Errorf("%s/%s: %w", o.Name, folder, err)}
		}
	}
	r := result{found: p.Found}
	load := func() ([]byte, error) {
		if data, ok := w.store.Get(archive(key)); ok {
			return data, nil
		}
		_, data, err := w.compose(o, folder, j, key, body)
		return data, err
	}
	for i, f := range p.Files {
		r.files = append(r.files, artifact.New(path.Join(o.Name, folder, f.Name), j.Piece.File, f.Sum, func(buf *bytes.Buffer) error {
			a, err := w.shelf.open(key, load)
			switch {
			case err != nil:
				return err
			case i == len(p.Files)-1: // the archive itself
				buf.Write(a.data)
				return nil
			}
			return a.file(buf, f.Name)
		}))
	}
	return r
}

// kept is channel.Job's.
func (w *workshop) kept(shows artifact.Digest, make func() ([]byte, error)) ([]byte, error) {
	key := cache.Key(artifact.DigestOf("part", w.program, w.press.ID, shows))
	if data, ok := w.store.Get(key); ok {
		return data, nil
	}
	data, err := make()
	if err == nil {
		w.store.Put(key, data)
	}
	return data, err
}

// The keys under which the cache has a package.
func head(key artifact.Digest) cache.Key    { return cache.Key(artifact.DigestOf("package", key)) }
func archive(key artifact.Digest) cache.Key { return cache.Key(artifact.DigestOf("archive", key)) }

// digest is that of all that goes into a package.
func (w *workshop) digest(o order, folder string, j *channel.Job) artifact.Digest {
	type limit struct {
		Rule string
		channel.Bounds
	}
	var limits []limit
	for _, id := range slices.Sorted(maps.Keys(j.Limits)) {
		limits = append(limits, limit{id, j.Limits[id]})
	}
	var parts []*channel.Piece
	for _, part := range j.Parts {
		parts = append(parts, part.Piece)
	}
	return artifact.DigestOf(w.program, w.press.ID, o.Name, folder, j.Style, j.Author, limits, j.Piece, parts)
}

// compose makes a package and gives it to the cache.
func (w *workshop) compose(o order, folder string, j *channel.Job, key artifact.Digest, body func() (*prose.Node, error)) (p packed, data []byte, err error) {
	if j.Body, err = body(); err != nil {
		return p, nil, err
	}
	b, err := pack.Make(o.Channel, j)
	if err != nil {
		return p, nil, err
	}
	p.Found = findings(o.Channel, j.Piece, b)
	for _, f := range b.Files {
		p.Files = append(p.Files, packedFile{f.Name, artifact.DigestBytes(f.Data)})
		data = f.Data // the last is the archive, which holds all others
	}
	text, err := json.Marshal(p)
	if err == nil && (data == nil || w.store.Put(archive(key), data)) {
		w.store.Put(head(key), text)
	}
	return p, data, err
}

// findings tell an editor what is wrong with a package, or could be.
func findings(c *channel.Channel, p *channel.Piece, b *pack.Bundle) []diag.Diagnostic {
	var ds []diag.Diagnostic
	title := diag.Both(c.Title.Zh, c.Title.En)
	for _, v := range b.Verdicts {
		code, bound := diag.ChannelNear, v.Bounds.Warn
		switch v.Level {
		case channel.Fine:
			continue
		case channel.Under:
			code, bound = diag.ChannelUnder, v.Bounds.Min
		case channel.Over:
			code, bound = diag.ChannelOver, v.Bounds.Max
			if v.Bounds.None {
				code = diag.ChannelNone
			}
		}
		r := v.Rule
		amount := func(n int) string {
			return diag.Both(strconv.Itoa(n)+" "+r.Unit.Zh, strconv.Itoa(n)+" "+r.Unit.En)
		}
		name := diag.Both(r.Name.Zh, r.Name.En)
		if v.Measure.Of != "" {
			name = diag.Both(r.Name.Zh+"（"+v.Measure.Of+"）", r.Name.En+" ("+v.Measure.Of+")")
		}
		at := diag.Pos{File: p.File, Line: v.Line, Col: v.Col}
		ds = append(ds, diag.New(code, at, title, name, amount(v.Measure.Value), amount(bound), diag.Both(r.Hint.Zh, r.Hint.En), c.Name+"."+r.ID))
	}
	for _, r := range b.Remarks {
		ds = append(ds, diag.New(diag.ChannelRemark, diag.Pos{File: p.File, Line: r.Line}, title, diag.Both(r.Text.Zh, cmp.Or(r.Text.En, r.Text.Zh))))
	}
	return ds
}
