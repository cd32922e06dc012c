package build

import (
	"bytes"
	"cmp"
	"context"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/picture"
	"kepu/internal/site"
	"kepu/internal/source"
)

// each calls f for 0 … n-1 from as many goroutines as there are processors and
// stops early when ctx ends. Work is handed out in runs, since an item may take
// only microseconds.
func each(ctx context.Context, n int, progress func(done int), f func(i int)) {
	const run = 16
	var next, done atomic.Int64
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range min(runtime.GOMAXPROCS(0), max(1, n)) {
		wg.Go(func() {
			for ctx.Err() == nil {
				end := int(next.Add(run))
				start := end - run
				if start >= n {
					return
				}
				for i := start; i < min(end, n); i++ {
					f(i)
				}
				finished := int(done.Add(int64(min(end, n) - start)))
				if progress != nil {
					mu.Lock()
					progress(finished)
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
}

// parse reads every document, unless ctx ends before.
func parse(ctx context.Context, tree *source.Tree, set *content.Settings, kept texts, progress func(Step, int, int), ds *diag.List) []site.Document {
	docs := make([]site.Document, len(tree.Docs))
	total := len(tree.Docs)
	var report func(int)
	if progress != nil {
		report = func(done int) { progress(Reading, done, total) }
	}
	each(ctx, total, report, func(i int) { docs[i] = parseOne(tree, tree.Docs[i], set, kept, ds) })
	return slices.DeleteFunc(docs, func(d site.Document) bool { return d.Data == nil })
}

func parseOne(tree *source.Tree, doc source.Doc, set *content.Settings, kept texts, ds *diag.List) site.Document {
	src, d := tree.Text(doc.Path)
	if d != nil {
		// An empty one takes its place, so that what refers to it is not called wrong.
		ds.Add(*d)
		return site.Document{Doc: doc, Data: content.NewData(doc.Kind), Text: markdown.Parse(nil, 1, markdown.Options{})}
	}
	data, pos, body, line, found := content.Decode(doc.Kind, doc.File(), src)
	ds.Add(found...)
	opt := markdown.Options{
		TrustedHTML: set.Markdown.TrustedHTML,
		LineNumbers: set.Markdown.LineNumbers,
		Lang:        cmp.Or(doc.Lang, data.Base().Language, set.Language),
	}
	text := kept.parse(body, line, opt)
	for _, p := range text.Problems {
		ds.Add(diag.New(diag.Code(p.Kind), diag.Pos{File: doc.File(), Line: p.Line, Col: p.Col}, p.Arg))
	}
	text.Text = "" // no page shows it, and of 10,000 articles it is 40 MB
	return site.Document{Doc: doc, Data: data, Pos: pos, Text: text, Digest: artifact.DigestOf(artifact.DigestBytes(src), opt)}
}

// inspect looks at every image that an entry names. A drawing that is linked to
// is opened by its own address and must be as safe as one that is shown.
func inspect(ctx context.Context, tree *source.Tree, docs []site.Document, trusted bool, ds *diag.List) map[string]site.Picture {
	type use struct {
		path string
		pos  diag.Pos
	}
	var uses []use
	seen := map[string]bool{}
	add := func(d *site.Document, dest string, pos diag.Pos) {
		p := site.PicturePath(d.Dir, dest)
		if tree.Pictures[p] && !seen[p] {
			seen[p] = true
			pos.File = d.File()
			uses = append(uses, use{p, pos})
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
			if r.Kind == markdown.Image || strings.EqualFold(path.Ext(r.Dest), ".svg") {
				add(d, r.Dest, diag.Pos{Line: r.Line, Col: r.Col})
			}
		}
	}
	pictures := make([]site.Picture, len(uses))
	each(ctx, len(uses), nil, func(i int) {
		data, d := tree.Resource(uses[i].path)
		if d != nil {
			ds.Add(*d)
			return
		}
		info, problem := picture.Inspect(uses[i].path, data, trusted)
		if problem != nil {
			ds.Add(diag.New(diag.BadImage, uses[i].pos, path.Base(uses[i].path), problem.Text()))
			return
		}
		pictures[i] = site.Picture{Info: info, Digest: artifact.DigestBytes(data)}
	})
	byPath := make(map[string]site.Picture, len(uses))
	for i, u := range uses {
		if pictures[i].Type != "" {
			byPath[u.path] = pictures[i]
		}
	}
	return byPath
}

// resources are the files that pages refer to and those to publish as they
// are. A file beside entries that nothing refers to stays home.
func resources(ctx context.Context, tree *source.Tree, graph *site.Site, trusted bool, ds *diag.List) []artifact.Artifact {
	type file struct{ from, to string }
	var files []file
	used := map[string]bool{}
	for _, p := range graph.Used {
		used[p] = true
		files = append(files, file{p, p})
	}
	for _, p := range graph.Static {
		files = append(files, file{p, strings.TrimPrefix(p, "static/")})
	}
	for p := range tree.Pictures {
		if !used[p] {
			ds.Add(source.Stray(p))
		}
	}
	arts := make([]artifact.Artifact, len(files))
	each(ctx, len(files), nil, func(i int) {
		f := files[i]
		digest := graph.Pictures[f.from].Digest
		if digest == (artifact.Digest{}) {
			data, d := tree.Resource(f.from)
			if d != nil {
				ds.Add(*d)
				return
			}
			if !trusted && strings.EqualFold(path.Ext(f.from), ".svg") {
				if _, problem := picture.Inspect(f.from, data, false); problem != nil {
					ds.Add(diag.New(diag.BadImage, diag.Pos{File: source.Folder + "/" + f.from}, path.Base(f.from), problem.Text()))
				}
			}
			digest = artifact.DigestBytes(data)
		}
		arts[i] = artifact.Artifact{
			Path: f.to, From: source.Folder + "/" + f.from, Digest: digest,
			Render: func(buf *bytes.Buffer) error {
				data, d := tree.Resource(f.from)
				if d != nil {
					return &unreadable{*d}
				}
				buf.Write(data)
				return nil
			},
		}
	})
	return arts
}

// unreadable carries a diagnostic through an artifact's render function.
type unreadable struct{ d diag.Diagnostic }

func (u *unreadable) Error() string { return u.d.Pos.File + ": " + u.d.Message(diag.English) }
