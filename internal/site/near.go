package site

import (
	"path"
	"slices"
	"strings"
)

// beside lists the files near a missing one, as the author would write them.
func (b *builder) beside(e *Entry, dest string) []string {
	dir := path.Dir(PicturePath(e.Dir, dest))
	var list []string
	for p := range b.in.Files {
		if path.Dir(p) == dir {
			list = append(list, path.Join(path.Dir(dest), path.Base(p)))
		}
	}
	slices.Sort(list)
	return list
}

// nearFile suggests a file: one with the same name elsewhere, or one whose
// name is nearly the same in the same folder.
func (b *builder) nearFile(e *Entry, p string) string {
	if b.suggested >= maxSuggestions {
		return ""
	}
	stem := func(q string) string { return strings.TrimSuffix(path.Base(q), path.Ext(q)) }
	files := map[string]string{} // by name without .md, which would make any two short names alike
	for i := range b.in.Docs {
		q := b.in.Docs[i].Path
		if q == e.Path {
			continue // nobody means the text he is writing
		}
		if path.Base(q) == path.Base(p) && path.Base(q) != "index.md" {
			return relative(e.Dir, q)
		}
		if path.Dir(q) == path.Dir(p) {
			files[stem(q)] = q
		}
	}
	if near := b.near(stem(p), func() []string { return sortedKeys(files) }); near != "" {
		return relative(e.Dir, files[near])
	}
	return ""
}

// relative writes the path to a file as a link from dir.
func relative(dir, to string) string {
	from, target := strings.Split(dir, "/"), strings.Split(to, "/")
	if dir == "." {
		from = nil
	}
	for len(from) > 0 && len(target) > 1 && from[0] == target[0] {
		from, target = from[1:], target[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(target, "/")
}
