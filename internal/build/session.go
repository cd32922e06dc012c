package build

import (
	"context"
	"path"
	"path/filepath"

	"golang.org/x/text/unicode/norm"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/diag"
	"kepu/internal/disk"
	"kepu/internal/sharecard"
	"kepu/internal/source"
	"kepu/internal/theme"
)

// A Session builds one site again and again, and remembers of each build what
// the next one can use: a server that shows a site while it is written asks for
// a build after every change. It is used by one goroutine at a time.
//
// What it remembers holds as long as this does not change:
//
//	the list of files   all changes are to files of the list that are still there
//	a document, a file  neither it nor a folder around it is among the changes, or its bytes are the same
//	all of these        the text of site.yaml
//	the theme           the bytes of its files, which are read for every build
//	the graph, views    are made anew
type Session struct {
	texts    *texts
	once     bool              // there will be no other build: what it would need can go
	listed   []diag.Diagnostic // what there was to say of the list
	settings artifact.Digest
	docs     map[string]*parsed
	pictures map[string]*inspected
	maps     map[string]*mapFile
	theme    *theme.Theme
	themed   artifact.Digest // of the files of the theme
	drawing  *sharecard.Press
	folders  []string        // where fonts are looked for
	paths    artifact.Digest // of the artifacts' paths that were last found good …
	index    artifact.Index  // … and where to find them
}

// NewSession opens the cache in a folder; "" is none. program identifies the
// program's code: what one version keeps, another must not use.
func NewSession(folder, program string) *Session {
	return &Session{texts: openTexts(folder, program), folders: fontFolders()}
}

// Save lets other builds have what this session has put into the cache so far.
func (s *Session) Save() { s.texts.store.Save() }

// Close saves and ends the session. Nothing that a build returned can be used
// any more.
func (s *Session) Close() { s.texts.store.Close() }

// openTexts gives a temporary cache where there is no folder or it cannot be
// used, and none at all where that fails too: a build must not fail for want of
// a short cut.
func openTexts(folder, program string) *texts {
	if folder != "" {
		if store, err := cache.Open(folder); err == nil {
			return &texts{store: store, program: program, lasting: true}
		}
	}
	store, err := cache.Temporary()
	if err != nil {
		return &texts{program: program}
	}
	return &texts{store: store, program: program}
}

// list lists the content folder, unless nothing changed but the text of files
// that are there. It is nil without the folder.
func (s *Session) list(dir string, c changes) (*source.Tree, []diag.Diagnostic) {
	if tree := s.texts.tree.Load(); tree != nil && s.onlyTexts(tree, c) {
		return tree, s.listed
	}
	folder, err := disk.Open(filepath.Join(dir, source.Folder))
	if err != nil {
		return nil, []diag.Diagnostic{diag.New(diag.NoContent, diag.Pos{File: source.Folder})}
	}
	tree, found := source.List(folder)
	s.listed = found
	s.texts.tree.Store(tree)
	return tree, found
}

// onlyTexts reports whether the changes are to files of the tree that are still
// there.
func (s *Session) onlyTexts(tree *source.Tree, c changes) bool {
	for name := range c.names {
		known := s.docs[name] != nil || s.pictures[name] != nil || name == source.SettingsFile && tree.Settings
		if !known || !tree.IsStill(name) {
			return false
		}
	}
	return !c.all
}

// changes tells what may differ from the session's last build.
type changes struct {
	all   bool            // nothing is known
	names map[string]bool // paths within the content folder, of files and of folders
}

// changesOf sorts paths by what they belong to; nil stands for no knowledge.
func changesOf(dir string, paths []string) changes {
	if paths == nil {
		return changes{all: true}
	}
	c := changes{names: map[string]bool{}}
	root, err := filepath.Abs(filepath.Join(dir, source.Folder))
	for _, p := range paths {
		abs, err2 := filepath.Abs(p)
		rel, err3 := filepath.Rel(root, abs)
		switch {
		case err != nil || err2 != nil || err3 != nil || rel == ".":
			return changes{all: true}
		case filepath.IsLocal(rel):
			c.names[norm.NFC.String(filepath.ToSlash(rel))] = true
		}
	}
	return c
}

// touch reports whether a file may differ: it, or a folder around it, changed.
func (c changes) touch(name string) bool {
	if c.all {
		return true
	}
	for ; name != "."; name = path.Dir(name) {
		if c.names[name] {
			return true
		}
	}
	return false
}

// recall makes a value for each name. It keeps those of the last time whose
// file did not change; work gets the former value, nil if there is none.
func recall[T any](ctx context.Context, tree *source.Tree, was map[string]*T, names []string, c changes, progress func(int), work func(i int, was *T) *T) map[string]*T {
	values := make([]*T, len(names))
	each(ctx, len(names), batch, progress, func(i int) {
		old := was[names[i]]
		if old != nil && !c.touch(names[i]) && !tree.Links[names[i]] {
			values[i] = old
			return
		}
		values[i] = work(i, old)
	})
	now := make(map[string]*T, len(names))
	for i, name := range names {
		if values[i] != nil {
			now[name] = values[i]
		}
	}
	return now
}

// forget drops what the settings were part of, when they have changed.
func (s *Session) forget(src []byte) {
	if digest := artifact.DigestBytes(src); digest != s.settings {
		s.settings, s.docs, s.pictures = digest, nil, nil
	}
}
