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
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// A Theme is a loaded theme. It is safe for concurrent use.
type Theme struct {
	Digest    [16]byte // of everything the theme can put on a page
	Assets    []Asset  // sorted by path
	Languages []string // languages with interface strings, sorted

	sheets  map[string]sheet // by name of the view's template
	drawers map[drawerKey]func() (*drawer, error)
	frames  frames
	names   map[string]string // asset as written in templates → path on the site
	strings map[string]Strings
}

// An Asset is a file that every site with this theme carries.
type Asset struct {
	Path string // relative to the site's root: "assets/main-3fa9c1d2.css"
	Data []byte
}

// A Loader loads themes. The zero Loader does all the work each time.
type Loader struct {
	Memo    Memo   // what earlier loads found out; may be nil
	Program string // identifies the code: what one version found out says nothing to another
}

// Load reads layers and loads them without a memo.
func Load(layers []fs.FS, extra map[string][]byte) (*Theme, error) {
	files, err := Read(layers, extra)
	if err != nil {
		return nil, err
	}
	return Loader{}.Load(files)
}

// Load gives the Theme that is made of the files. The error names file and line.
func (l Loader) Load(read *Files) (*Theme, error) {
	files := read.set
	t := &Theme{names: map[string]string{}}
	if err := t.loadStrings(files, l); err != nil {
		return nil, err
	}
	if err := t.loadAssets(files, l); err != nil {
		return nil, err
	}
	if err := t.loadTemplates(files); err != nil {
		return nil, err
	}
	t.digest(files)
	if _, err := remember(l, "sound", []any{t.Digest}, func() (bool, error) { return true, t.check(files) }); err != nil {
		return nil, err
	}
	return t, nil
}

// A View is what Execute draws: anything that knows its language.
type View interface{ Lang() string }

// Execute appends the page v to buf, drawn with the template called name, such
// as "article". A v that is no View is drawn in Chinese.
func (t *Theme) Execute(buf *bytes.Buffer, name string, v any) error {
	lang := defaultLang
	if v, ok := v.(View); ok && t.strings[v.Lang()].text != nil {
		lang = v.Lang()
	}
	drawer, ok := t.drawers[drawerKey{name, lang}]
	if !ok {
		return fmt.Errorf("theme: no template %q", name)
	}
	d, err := drawer()
	if err != nil {
		return err
	}
	page, err := d.draw(buf.AvailableBuffer(), d.page.Name(), v)
	buf.Write(page)
	return err
}

// Templates lists the names that Execute knows, sorted.
func (t *Theme) Templates() []string {
	return slices.Sorted(maps.Keys(t.sheets))
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
