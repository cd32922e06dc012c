package build

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"path"
	"slices"
	"strconv"

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
}

// failed is the result of a package that could not be made: the others can.
func failed(o order, e *site.Entry, err error) result {
	if file := (*unreadable)(nil); errors.As(err, &file) {
		return result{found: []diag.Diagnostic{file.d}}
	}
	d := diag.New(diag.PackageFailed, diag.Pos{File: e.File()}, diag.Both(o.Title.Zh, o.Title.En), err.Error())
	return result{found: []diag.Diagnostic{d}}
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
	results := make([]result, len(c.orders))
	read := w.reader()
	for i, o := range c.orders {
		results[i] = w.make(o, c.entry, read)
	}
	return results
}

// reader reads texts, each once, for packages that are made together. Nothing
// keeps what it read: the texts are most of what a site is made of.
func (w *workshop) reader() func(*site.Entry) (*prose.Node, error) {
	known := map[*site.Entry]*prose.Node{}
	return func(e *site.Entry) (n *prose.Node, err error) {
		if n = known[e]; n == nil {
			if n, err = w.text(e); err == nil {
				known[e] = n
			}
		}
		return n, err
	}
}

// A task is a package to be made.
type task struct {
	order
	entry *site.Entry
	parts []*site.Entry // the articles of an edition that may leave with it
	job   channel.Job   // without its texts
	key   artifact.Digest
}

// task gathers what a package is made of.
func (w *workshop) task(o order, e *site.Entry) (*task, []diag.Diagnostic, error) {
	piece, err := w.pieces.Of(e)
	if err != nil {
		return nil, nil, err
	}
	t := &task{order: o, entry: e, job: channel.Job{
		Piece: piece.For(o.Name), Folder: w.folders[e], Style: o.Style, Author: o.Author, Limits: o.limits,
		Press: w.press, Read: w.read, Kept: w.kept,
	}}
	var left []diag.Diagnostic
	for _, a := range e.Targets("articles") {
		if !w.graph.Leaves(a, o.Name) || !o.outlet.Serves(a) {
			at := piece.Of("articles")
			left = append(left, diag.New(diag.PartStays, diag.Pos{File: piece.File, Line: at.Line, Col: at.Col}, diag.Both(o.Title.Zh, o.Title.En), a.Title()))
			continue
		}
		part, err := w.pieces.Of(a)
		if err != nil {
			return nil, nil, err
		}
		t.parts, t.job.Parts = append(t.parts, a), append(t.job.Parts, &channel.Job{Piece: part.For(o.Name)})
	}
	t.key = t.digest(w.program)
	return t, left, nil
}

// make takes a package from the cache, or makes it and keeps it there.
func (w *workshop) make(o order, e *site.Entry, read func(*site.Entry) (*prose.Node, error)) result {
	t, found, err := w.task(o, e)
	if err != nil {
		return failed(o, e, err)
	}
	var p packed
	if text, ok := w.store.Get(head(t.key)); !ok || json.Unmarshal(text, &p) != nil || len(p.Files) > 0 && !w.store.Has(archive(t.key)) {
		if p, _, err = w.compose(t, read); err != nil {
			return failed(o, e, err)
		}
	}
	r := result{found: append(found, p.Found...)}
	load := func() ([]byte, error) {
		if data, ok := w.store.Get(archive(t.key)); ok {
			return data, nil
		}
		_, data, err := w.compose(t, w.reader())
		return data, err
	}
	for i, f := range p.Files {
		r.files = append(r.files, artifact.New(path.Join(o.Name, t.job.Folder, f.Name), e.File(), f.Sum, func(buf *bytes.Buffer) error {
			a, err := w.shelf.open(t.key, load)
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
func (t *task) digest(program string) artifact.Digest {
	type limit struct {
		Rule string
		channel.Bounds
	}
	j := &t.job
	var limits []limit
	for _, id := range slices.Sorted(maps.Keys(j.Limits)) {
		limits = append(limits, limit{id, j.Limits[id]})
	}
	var parts []*channel.Piece
	for _, part := range j.Parts {
		parts = append(parts, part.Piece)
	}
	return artifact.DigestOf(program, j.Press.ID, t.Name, j.Folder, j.Style, j.Author, limits, j.Piece, parts)
}

// compose makes a package and gives it to the cache.
func (w *workshop) compose(t *task, read func(*site.Entry) (*prose.Node, error)) (p packed, data []byte, err error) {
	j := t.job // with its texts from here on, and without them again when this is done
	if j.Body, err = read(t.entry); err != nil {
		return p, nil, err
	}
	j.Parts = nil
	for i, a := range t.parts {
		part := *t.job.Parts[i]
		if part.Body, err = read(a); err != nil {
			return p, nil, err
		}
		j.Parts = append(j.Parts, &part)
	}
	b, err := pack.Make(t.Channel, &j)
	if err != nil {
		return p, nil, err
	}
	p.Found = findings(t.Channel, &j, b)
	for _, f := range b.Files {
		p.Files = append(p.Files, packedFile{f.Name, artifact.DigestBytes(f.Data)})
		data = f.Data // the last is the archive, which holds all others
	}
	text, err := json.Marshal(p)
	if err == nil && (data == nil || w.store.Put(archive(t.key), data)) {
		w.store.Put(head(t.key), text)
	}
	return p, data, err
}

// findings tell an editor what is wrong with a package, or could be.
func findings(c *channel.Channel, j *channel.Job, b *pack.Bundle) []diag.Diagnostic {
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
		at := diag.Pos{File: v.File, Line: v.Line, Col: v.Col}
		if at.Line == 0 && at.File == j.Piece.File {
			at.Line = j.Body.Line // it is about the text as a whole
		}
		ds = append(ds, diag.New(code, at, title, name, amount(v.Measure.Value), amount(bound), diag.Both(r.Hint.Zh, r.Hint.En), c.Name+"."+r.ID))
	}
	for _, r := range b.Remarks {
		ds = append(ds, diag.New(diag.ChannelRemark, diag.Pos{File: cmp.Or(r.Piece, j.Piece).File, Line: r.Line}, title, diag.Both(r.Text.Zh, cmp.Or(r.Text.En, r.Text.Zh))))
	}
	return ds
}
