package build

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"
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
	Since       time.Time       // from then on the build gives the same and says the same,
	Until       time.Time       // until then; zero is for ever
	Next        time.Time       // when time alone changes the site next; zero if never
	Diagnostics []diag.Diagnostic
	Entries     int
	Pages       int
	BaseURL     string
	Made        int             // packages
	Packages    artifact.Digest // of the manifest of the packages; zero where there are none
}

// A fingerprint is the digest of every file that a build reads and every option
// that it heeds, but for the time.
type fingerprint cache.Key

// sums reads all files and gives the digest of each, by path; those that cannot
// be read are left out. A build that writes asks the disk, whatever the session knows.
func (s *Session) sums(ctx context.Context, tree *source.Tree) map[string]artifact.Digest {
	names := namesOf(tree)
	list := make([]artifact.Digest, len(names))
	buffers := sync.Pool{New: func() any { return new([]byte) }}
	each(ctx, len(names), batch, nil, func(i int) {
		if tree.Pictures[names[i]] || strings.HasPrefix(names[i], "static/") {
			if data, d := tree.Resource(names[i]); d == nil {
				list[i] = artifact.DigestBytes(data)
			}
			return
		}
		buf := buffers.Get().(*[]byte)
		defer buffers.Put(buf)
		if data, d := tree.Bytes(names[i], (*buf)[:0]); d == nil {
			list[i] = artifact.DigestBytes(data)
			*buf = data[:0]
		}
	})
	sums := make(map[string]artifact.Digest, len(names))
	for i, name := range names {
		if list[i] != (artifact.Digest{}) {
			sums[name] = list[i]
		}
	}
	return sums
}

// known is sums of what a build has read.
func (s *Session) known() map[string]artifact.Digest {
	sums := make(map[string]artifact.Digest, len(s.docs)+len(s.pictures))
	for name, p := range s.docs {
		sums[name] = p.Source
	}
	for name, p := range s.pictures {
		sums[name] = p.Digest
	}
	return sums
}

// namesOf lists the files of a tree but for the settings.
func namesOf(tree *source.Tree) []string {
	names := slices.AppendSeq(slices.Clone(tree.Static), maps.Keys(tree.Pictures))
	for _, d := range tree.Docs {
		names = append(names, d.Path)
	}
	slices.Sort(names)
	return names
}

// fingerprint reports false if a file could not be read.
func (s *Session) fingerprint(tree *source.Tree, sums map[string]artifact.Digest, opt Options, settings []byte, theme artifact.Digest, fonts string) (fingerprint, bool) {
	names := namesOf(tree)
	list := make([]artifact.Digest, len(names))
	for i, name := range names {
		list[i] = sums[name]
	}
	key := artifact.DigestOf("site", s.texts.program, opt.BaseURL, opt.Drafts, opt.Packages != nil, settings, theme, fonts, names, list)
	return fingerprint(key), !slices.Contains(list, artifact.Digest{})
}

// slot finds where the outcome for the present is kept, or is to be: time alone
// can give the same files another outcome, which then lies behind the first.
func (s *Session) slot(key fingerprint, now time.Time) (fingerprint, *outcome) {
	for {
		text, ok := s.texts.store.Get(cache.Key(key))
		o := new(outcome)
		switch {
		case !ok || json.Unmarshal(text, o) != nil:
			return key, nil
		case now.Before(o.Since):
			key = fingerprint(artifact.DigestOf(key[:], "before", o.Since.UnixNano()))
		case !o.Until.IsZero() && !now.Before(o.Until):
			key = fingerprint(artifact.DigestOf(key[:], "after", o.Until.UnixNano()))
		default:
			return key, o
		}
	}
}

// unchanged reports whether the output is already what a build would make it,
// and if so, what such a build says.
func (s *Session) unchanged(ctx context.Context, opt Options, key fingerprint, r *Result, ds *diag.List) bool {
	_, o := s.slot(key, opt.Now)
	if o == nil {
		return false
	}
	rep, same := output.Holds(ctx, opt.Out, o.Manifest, output.Options{Force: opt.Force})
	if !same {
		return false
	}
	if o.Packages != (artifact.Digest{}) {
		if r.Packed, same = output.Holds(ctx, opt.Packages.Out, o.Packages, output.Options{Force: opt.Force}); !same {
			return false
		}
		r.Packages = o.Made
	}
	r.Report, r.Entries, r.Pages, r.BaseURL, r.Next = rep, o.Entries, o.Pages, o.BaseURL, o.Next
	ds.Add(o.Diagnostics...)
	return true
}

// note keeps the outcome of a build for the next one.
func (s *Session) note(opt Options, key fingerprint, r *Result, graph *site.Site, ds *diag.List) {
	since, until := graph.AsOf, graph.Next
	if graph.Said.After(since) {
		since = graph.Said
	}
	if since.IsZero() || since.After(opt.Now) {
		since = opt.Now
	}
	if until.IsZero() || !graph.Says.IsZero() && graph.Says.Before(until) {
		until = graph.Says
	}
	text, err := json.Marshal(outcome{r.Report.Manifest, since, until, r.Next, ds.Sorted(), r.Entries, r.Pages, r.BaseURL, r.Packages, r.Packed.Manifest})
	if err == nil {
		key, _ = s.slot(key, opt.Now)
		s.texts.store.Put(key, text)
	}
}
