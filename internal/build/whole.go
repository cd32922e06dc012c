package build

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/diag"
	"kepu/internal/output"
	"kepu/internal/site"
	"kepu/internal/source"
)

// An outcome is what the cache keeps of a whole build: enough to tell, of a
// folder that holds what the build wrote, what the build would tell again.
type outcome struct {
	Manifest    artifact.Digest // of the output: see output.Holds
	Since, Next time.Time       // the build gives the same from the one to the other; a zero Next is for ever
	Diagnostics []diag.Diagnostic
	Entries     int
	Pages       int
	BaseURL     string
}

// A fingerprint is the digest of every file that a build reads and every option
// that it heeds, but for the time.
type fingerprint cache.Key

// fingerprint reads all files. What the session knows of a file it does not read
// again.
func (s *Session) fingerprint(ctx context.Context, tree *source.Tree, opt Options, settings []byte, theme artifact.Digest) (fingerprint, bool) {
	names := slices.Clone(tree.Static)
	for _, d := range tree.Docs {
		names = append(names, d.Path)
	}
	names = slices.AppendSeq(names, func(yield func(string) bool) {
		for p := range tree.Pictures {
			if !yield(p) {
				return
			}
		}
	})
	slices.Sort(names)
	sums := make([]artifact.Digest, len(names))
	each(ctx, len(names), nil, func(i int) { sums[i] = s.sum(tree, names[i]) })
	whole := ctx.Err() == nil && !slices.Contains(sums, artifact.Digest{})
	return fingerprint(artifact.DigestOf("site", s.texts.program, opt.BaseURL, opt.Drafts, settings, theme, names, sums)), whole
}

// sum is the digest of a file, zero if it cannot be read.
func (s *Session) sum(tree *source.Tree, name string) artifact.Digest {
	if p := s.docs[name]; p != nil {
		return p.Source
	}
	if p := s.pictures[name]; p != nil {
		return p.Digest
	}
	if !tree.Pictures[name] && !strings.HasPrefix(name, "static/") {
		src, d := tree.Text(name)
		if d != nil {
			return artifact.Digest{}
		}
		return artifact.DigestBytes(src)
	}
	data, d := tree.Resource(name)
	if d != nil {
		return artifact.Digest{}
	}
	return artifact.DigestBytes(data)
}

// unchanged reports whether the output is already what a build would make it,
// and if so, what such a build says.
func (s *Session) unchanged(ctx context.Context, opt Options, key fingerprint, r *Result, ds *diag.List) bool {
	text, ok := s.texts.store.Get(cache.Key(key))
	var o outcome
	if !ok || json.Unmarshal(text, &o) != nil || opt.Now.Before(o.Since) || !o.Next.IsZero() && !opt.Now.Before(o.Next) {
		return false
	}
	rep, same := output.Holds(ctx, opt.Out, o.Manifest, output.Options{Force: opt.Force})
	if !same {
		return false
	}
	r.Report, r.Entries, r.Pages, r.BaseURL, r.Next = rep, o.Entries, o.Pages, o.BaseURL, o.Next
	ds.Add(o.Diagnostics...)
	return true
}

// note keeps the outcome of a build for the next one.
func (s *Session) note(opt Options, key fingerprint, r *Result, graph *site.Site, ds *diag.List) {
	since := graph.AsOf
	if since.IsZero() || since.After(opt.Now) {
		since = opt.Now
	}
	text, err := json.Marshal(outcome{r.Report.Manifest, since, r.Next, ds.Sorted(), r.Entries, r.Pages, r.BaseURL})
	if err == nil {
		s.texts.store.Put(cache.Key(key), text)
	}
}

// sumFolder is the digest of all files of a folder, by path.
func sumFolder(dir string) (artifact.Digest, error) {
	var parts []any
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		parts = append(parts, name, artifact.DigestBytes(data))
		return err
	})
	return artifact.DigestOf(parts...), err
}
