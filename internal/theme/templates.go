package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"strings"
	"sync"
)

const baseTemplate = "templates/base.html"

// A drawer holds the templates of one language, with its strings in them. They
// are made when the first page of the language is drawn.
type drawer struct {
	once  sync.Once
	pages map[string]*template.Template // by name of the view's template
	err   error
}

// loadTemplates parses templates/*.html. Each page template defines "main"
// and base.html wraps it; what lies in templates/partials/ serves them all.
func (t *Theme) loadTemplates(files fileSet) error {
	base := template.New(baseTemplate).Funcs(t.funcs())
	var pages []string
	for _, file := range files.under("templates/") {
		switch {
		case path.Ext(file) != ".html":
		case file == baseTemplate:
			if err := parseFile(base, file, files[file]); err != nil {
				return err
			}
		case strings.HasPrefix(file, "templates/partials/"):
			if err := parseFile(base.New(file), file, files[file]); err != nil {
				return err
			}
		default:
			pages = append(pages, file)
		}
	}
	if len(pages) > 0 && base.Tree == nil {
		return fmt.Errorf("theme: no %s", baseTemplate)
	}
	t.parsed = map[string]*template.Template{}
	for _, file := range pages {
		page, err := base.Clone()
		if err != nil {
			return err
		}
		if err := parseFile(page.New(file), file, files[file]); err != nil {
			return err
		}
		if page.Lookup("main") == nil {
			return fmt.Errorf("theme: %s: does not define \"main\"", file)
		}
		t.parsed[strings.TrimSuffix(path.Base(file), ".html")] = page
	}
	t.drawers = map[string]*drawer{}
	for _, lang := range t.Languages {
		t.drawers[lang] = &drawer{}
		for _, page := range t.parsed {
			if err := t.fold(page, lang, true); err != nil {
				return err
			}
		}
	}
	_, err := t.drawer(defaultLang) // where somebody reads the message
	return err
}

// parseFile adds a file to a set of templates. Messages name file and line.
func parseFile(t *template.Template, file string, data []byte) error {
	if _, err := t.Parse(string(data)); err != nil {
		return fmt.Errorf("theme: %w", err)
	}
	for _, one := range t.Templates() {
		if one.Tree != nil && one.Tree.ParseName == file {
			squeeze(one.Tree.Root)
		}
	}
	return nil
}

// fold puts the strings of a language and the addresses of assets into the
// templates of a page or, with check, only looks whether they are there.
func (t *Theme) fold(page *template.Template, lang string, check bool) error {
	words := t.Strings(lang)
	f := &folder{check: check, text: func(name, arg string) (string, error) {
		if name == "asset" {
			return t.assetOrError(arg)
		}
		return words.Get(arg)
	}}
	for _, one := range page.Templates() {
		if one.Tree != nil {
			f.tree = one.Tree
			f.node(one.Tree.Root)
		}
	}
	return f.err
}

// drawer gives the templates of a language, of a language that the theme does
// not know the Chinese ones.
func (t *Theme) drawer(lang string) (*drawer, error) {
	d := t.drawers[lang]
	if d == nil {
		d = t.drawers[defaultLang]
		lang = defaultLang
	}
	d.once.Do(func() { d.pages, d.err = t.prepare(lang) })
	return d, d.err
}

func (t *Theme) prepare(lang string) (map[string]*template.Template, error) {
	pages := map[string]*template.Template{}
	for name, parsed := range t.parsed {
		page, err := parsed.Clone()
		if err != nil {
			return nil, err
		}
		if err := t.fold(page, lang, false); err != nil {
			return nil, err
		}
		pieces := &pieces{page: page}
		page.Funcs(template.FuncMap{
			"frame": func(name string, view, site any, key string) (template.HTML, error) {
				return t.frames.draw(page, frameKey{name, key, site}, view)
			},
			"piece": pieces.draw,
		})
		// html/template finds contextual errors on the first execution only:
		// provoke it. Without a view it fails otherwise too, which says nothing.
		var escape *template.Error
		if err := page.Execute(io.Discard, nil); errors.As(err, &escape) {
			return nil, fmt.Errorf("theme: %w", err)
		}
		pages[name] = page
	}
	return pages, nil
}
