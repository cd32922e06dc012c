// Package source finds the files of a site and reads them. It decides what a
// file is from its path alone: an entry with its kind, address and language, a
// picture beside it, or a file to publish as it is.
//
// It never looks into front matter or text, and nothing after it reads the
// content tree.
package source

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// Limits of one file in bytes. A text of 4 MB is a book of a million characters.
const (
	MaxText     = 4 << 20
	MaxResource = 64 << 20
)

// Folder is the name of the content folder within the site folder; file names
// in diagnostics begin with it.
const Folder = "content"

// SettingsFile is the path of the settings within the content folder.
const SettingsFile = "site.yaml"

// A Tree lists the files of a content folder, each sort in the order of paths.
// Paths are in Unicode's composed form (NFC), whatever the disk has: macOS takes
// 한 apart into its letters, and a link to it is typed whole.
type Tree struct {
	fsys     fs.FS
	disk     map[string]string // path → as the disk has it, where that differs
	Docs     []Doc
	Pictures map[string]bool // files beside entries, by path within the content folder
	Static   []string        // files below static/, by path within the content folder
	Links    map[string]bool // symbolic links among all these: their files change without them
	Settings bool            // there is a site.yaml
}

// A Doc is a Markdown file, as its path describes it.
type Doc struct {
	Path string       // within the content folder: "articles/2026/fast/index.ko.md"
	Kind content.Kind // "articles"
	Key  string       // the same for all translations: "articles/2026/fast"
	Slug string       // "fast"
	Dir  string       // folder that relative paths start from: "articles/2026/fast"
	Lang string       // from the file name: "ko", "en", "zh-CN", or "" where it has none
}

// File is the path for diagnostics: from the site folder.
func (d Doc) File() string { return Folder + "/" + d.Path }

// languages maps the suffix of a file name to a language tag.
var languages = map[string]string{"ko": "ko", "en": "en", "zh": "zh-CN", "zh-CN": "zh-CN"}

// List walks the content folder. fsys is that folder; it must refuse to follow
// symbolic links out of it, as the FS of an os.Root does.
func List(fsys fs.FS) (*Tree, []diag.Diagnostic) {
	t := &Tree{fsys: fsys, Pictures: map[string]bool{}, Links: map[string]bool{}, disk: map[string]string{}}
	var ds []diag.Diagnostic
	say := func(code diag.Code, name string, args ...string) {
		ds = append(ds, diag.New(code, diag.Pos{File: path.Join(Folder, name)}, args...))
	}
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			if name == "." {
				return err
			}
			say(diag.Unreadable, name, reason(err))
			return nil
		}
		if name == "." {
			return nil
		}
		if hidden(name) {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if e.Type()&fs.ModeSymlink != 0 {
			info, err := fs.Stat(fsys, name)
			switch {
			case missing(err):
				say(diag.Unreadable, name, reason(err))
				return nil
			case err != nil:
				target, _ := fs.ReadLink(fsys, name)
				say(diag.LinkEscapes, name, target)
				return nil
			case info.IsDir():
				say(diag.LinkedFolder, name, e.Name())
				return nil
			}
			t.Links[norm.NFC.String(name)] = true
		}
		if e.IsDir() {
			if !strings.Contains(name, "/") && name != "static" && !isKind(name) {
				say(diag.UnknownKind, name, name)
				ds[len(ds)-1].Suggest = nearKind(name)
				return fs.SkipDir
			}
			return nil
		}
		if composed := norm.NFC.String(name); composed != name {
			t.disk[composed] = name
			name = composed
		}
		switch {
		case strings.HasPrefix(name, "static/"):
			t.Static = append(t.Static, name)
		case name == SettingsFile:
			t.Settings = true
		case path.Ext(name) == ".md":
			doc, ok := describe(name)
			if !ok {
				say(diag.BadSlug, name, path.Base(name))
				return nil
			}
			t.Docs = append(t.Docs, doc)
		default:
			t.Pictures[name] = true
		}
		return nil
	})
	if err != nil {
		return nil, []diag.Diagnostic{diag.New(diag.NoContent, diag.Pos{File: Folder})}
	}
	if len(t.Docs) == 0 && len(ds) == 0 {
		// An empty site would sweep all pages of the last build away.
		say(diag.NoEntries, ".")
		for _, p := range slices.Sorted(maps.Keys(t.Pictures)) {
			if d := Stray(p); d.Code == diag.NotMarkdown {
				ds = append(ds, d)
			}
		}
	}
	slices.SortFunc(t.Docs, func(a, b Doc) int { return strings.Compare(a.Path, b.Path) })
	return t, append(ds, twins(t.Docs)...)
}

// IsStill reports whether a file of the tree is what it was when the folder was
// listed: a plain one, with the same name.
func (t *Tree) IsStill(name string) bool {
	if t.Links[name] {
		return false
	}
	if disk, ok := t.disk[name]; ok {
		name = disk
	}
	info, err := fs.Lstat(t.fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// hidden files belong to git, to editors and to operating systems. A leading
// underscore lets an editor park a file. In static/ the names that servers
// know are kept: .well-known, .nojekyll, _redirects.
func hidden(name string) bool {
	base := path.Base(name)
	switch {
	case strings.HasSuffix(base, "~"), base == "Thumbs.db", base == "desktop.ini", base == ".DS_Store", strings.HasPrefix(base, ".git"):
		return true
	case strings.HasPrefix(name, "static/"):
		return strings.HasPrefix(base, "._") || strings.HasSuffix(base, ".swp")
	}
	return base[0] == '.' || base[0] == '_' || base[0] == '#'
}

func isKind(name string) bool {
	return name != string(content.Pages) && slices.Contains(content.Kinds, content.Kind(name))
}

// nearKind is the folder that was probably meant, "" if none is near.
func nearKind(name string) string {
	names := []string{"static"}
	for _, k := range content.Kinds {
		names = append(names, string(k))
	}
	return diag.Nearest(name, names)
}

// describe reads what a path says. It reports false if nothing is left of the
// name that could be an address.
func describe(name string) (Doc, bool) {
	d := Doc{Path: name, Kind: content.Pages, Dir: path.Dir(name)}
	stem := strings.TrimSuffix(name, ".md")
	if dot := strings.LastIndexByte(stem, '.'); dot > strings.LastIndexByte(stem, '/') {
		if lang, ok := languages[stem[dot+1:]]; ok {
			d.Lang, stem = lang, stem[:dot]
		}
	}
	if path.Base(stem) == "index" {
		stem = path.Dir(stem)
	}
	if first, _, deep := strings.Cut(name, "/"); deep {
		d.Kind = content.Kind(first)
		if stem == first {
			return d, false // articles/index.md would be the list's own address
		}
	}
	if stem == "." {
		return d, false
	}
	parts := strings.Split(stem, "/")
	for i, part := range parts {
		if parts[i] = CleanName(part); parts[i] == "" {
			return d, false
		}
	}
	d.Key, d.Slug = strings.Join(parts, "/"), parts[len(parts)-1]
	return d, true
}

// CleanName puts hyphens in place of what an address or a file name cannot hold on
// some system; letters of any script stay. A space is the commonest.
func CleanName(part string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), strings.ContainsRune(`?#%\:*"<>|&;'`, r):
			return '-'
		case r == 0xfffd, r == 0x200b, r == 0xfeff, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // nothing to see, or upside down
			return '-'
		}
		return r
	}, part)
	return strings.TrimRight(s, ".")
}

// twins finds files that are one file, or one address, on some system.
func twins(docs []Doc) []diag.Diagnostic {
	var ds []diag.Diagnostic
	byFold := make(map[string]int, len(docs))
	for i, d := range docs {
		fold := strings.ToLower(d.Key + "\x00" + d.Lang)
		if j, ok := byFold[fold]; ok {
			code, args := diag.CaseOnly, []string{docs[j].File()}
			if docs[j].Key == d.Key {
				code, args = diag.SameAddress, append(args, "/"+d.Key+"/")
			}
			ds = append(ds, diag.New(code, diag.Pos{File: d.File()}, args...))
		}
		byFold[fold] = i
	}
	return ds
}
