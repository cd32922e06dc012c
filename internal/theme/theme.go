// Package theme turns layers of files into what draws pages: parsed templates,
// bundled assets under fingerprinted names, and interface strings.
//
// A site's own theme lies over the default one file by file, so a site changes
// a single template, a single part of the style sheet or a single string and
// inherits the rest. A Theme is immutable once loaded: its templates are pure
// functions of the view they are given, and its digest covers everything they
// could show. The package knows no entries, no site graph and no clock.
package theme

import (
	"crypto/sha256"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"slices"
)

// A Theme is a loaded theme. It is safe for concurrent use.
type Theme struct {
	Digest    [16]byte // of everything the theme can put on a page
	Assets    []Asset  // sorted by path
	Languages []string // languages with interface strings, sorted

	parsed  map[string]*template.Template // by name of the view's template; never executed
	drawers map[string]*drawer            // by language
	frames  frames
	names   map[string]string // asset as written in templates → path on the site
	strings map[string]Strings
}

// An Asset is a file that every site with this theme carries.
type Asset struct {
	Path string // relative to the site's root: "assets/main-3fa9c1d2.css"
	Data []byte
}

// Load merges layers of files, of which the first wins, and gives a Theme.
// extra adds files that are made by code, such as the style sheet of the
// highlighter; they lie over every layer.
func Load(layers []fs.FS, extra map[string][]byte) (*Theme, error) {
	files, err := merge(layers, extra)
	if err != nil {
		return nil, err
	}
	t := &Theme{names: map[string]string{}}
	if err := t.loadStrings(files); err != nil {
		return nil, err
	}
	if err := t.loadAssets(files); err != nil {
		return nil, err
	}
	if err := t.loadTemplates(files); err != nil {
		return nil, err
	}
	t.digest(files)
	return t, nil
}

// A View is what Execute draws: anything that knows its language.
type View interface{ Lang() string }

// Execute draws the page v with the template called name, such as "article".
// A v that is no View is drawn in Chinese.
func (t *Theme) Execute(w io.Writer, name string, v any) error {
	lang := defaultLang
	if v, ok := v.(View); ok {
		lang = v.Lang()
	}
	d, err := t.drawer(lang)
	if err != nil {
		return err
	}
	page, ok := d.pages[name]
	if !ok {
		return fmt.Errorf("theme: no template %q", name)
	}
	return page.Execute(w, v)
}

// Templates lists the names that Execute knows, sorted.
func (t *Theme) Templates() []string {
	return slices.Sorted(maps.Keys(t.parsed))
}

// Asset gives the path, relative to the site's root, of the asset that
// templates call name: "css/main.css" → "assets/main-3fa9c1d2.css". It is ""
// where there is no such asset.
func (t *Theme) Asset(name string) string { return t.names[name] }

// digest covers what reaches a page: templates, strings and the names of the
// assets, whose fingerprints stand for their content.
func (t *Theme) digest(files fileSet) {
	h := sha256.New()
	for _, name := range files.under("templates/") {
		fmt.Fprintf(h, "%s\x00%d\x00%s", name, len(files[name]), files[name])
	}
	for _, lang := range t.Languages {
		s := t.strings[lang]
		for _, key := range s.Keys() {
			fmt.Fprintf(h, "%s\x00%s\x00%s\x00", lang, key, s.text[key])
		}
	}
	for _, a := range t.Assets {
		fmt.Fprintf(h, "%s\x00", a.Path)
	}
	copy(t.Digest[:], h.Sum(nil))
}
