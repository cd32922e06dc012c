package theme

import (
	"fmt"
	"html/template"
	"path"
	"strings"
	"sync"
)

const baseTemplate = "templates/base.html"

// A sheet gives the templates that draw a page, as they are written; they are
// read when they are first needed, and never executed.
type sheet func() (*template.Template, error)

// loadTemplates finds templates/*.html. Each page template defines "main" and
// base.html wraps it; what lies in templates/partials/ serves them all.
func (t *Theme) loadTemplates(files fileSet) error {
	base := sync.OnceValues(func() (*template.Template, error) { return t.parseBase(files) })
	t.sheets = map[string]sheet{}
	for _, file := range files.under("templates/") {
		if path.Ext(file) != ".html" || file == baseTemplate || strings.HasPrefix(file, partials) {
			continue
		}
		if files[baseTemplate] == nil {
			return fmt.Errorf("theme: no %s", baseTemplate)
		}
		t.sheets[strings.TrimSuffix(path.Base(file), ".html")] = sync.OnceValues(func() (*template.Template, error) {
			return parsePage(base, file, files[file])
		})
	}
	t.drawers = map[drawerKey]func() (*drawer, error){}
	for _, lang := range t.Languages {
		for name := range t.sheets {
			t.drawers[drawerKey{name, lang}] = sync.OnceValues(func() (*drawer, error) { return t.newDrawer(name, lang) })
		}
	}
	return nil
}

const partials = "templates/partials/"

// check reads all templates, so that whoever writes one learns at once what is
// wrong with it: that it cannot be parsed, that values in it cannot be escaped,
// that a string or an asset is missing.
func (t *Theme) check(files fileSet) error {
	if files[baseTemplate] != nil && len(t.sheets) == 0 {
		if _, err := t.parseBase(files); err != nil {
			return err
		}
	}
	for _, name := range t.Templates() {
		page, err := t.sheets[name]()
		if err != nil {
			return err
		}
		for _, lang := range t.Languages {
			look := t.folder(lang)
			look.check = true
			if err := look.set(page); err != nil {
				return err
			}
		}
	}
	for _, name := range t.Templates() {
		if _, err := t.drawers[drawerKey{name, defaultLang}](); err != nil {
			return err
		}
	}
	return nil
}

// parseBase reads what all pages have in common.
func (t *Theme) parseBase(files fileSet) (*template.Template, error) {
	base := template.New(baseTemplate).Funcs(t.funcs())
	for _, file := range files.under("templates/") {
		one := base
		switch {
		case path.Ext(file) != ".html":
			continue
		case strings.HasPrefix(file, partials):
			one = base.New(file)
		case file != baseTemplate:
			continue
		}
		if err := parseFile(one, file, files[file]); err != nil {
			return nil, err
		}
	}
	return base, nil
}

func parsePage(base sheet, file string, data []byte) (*template.Template, error) {
	common, err := base()
	if err != nil {
		return nil, err
	}
	page, err := common.Clone()
	if err != nil {
		return nil, err
	}
	if err := parseFile(page.New(file), file, data); err != nil {
		return nil, err
	}
	if page.Lookup("main") == nil {
		return nil, fmt.Errorf("theme: %s: does not define \"main\"", file)
	}
	return page, nil
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

// folder puts the strings of a language and the addresses of assets into
// templates.
func (t *Theme) folder(lang string) *folder {
	words := t.Strings(lang)
	return &folder{text: func(name, arg string) (string, error) {
		if name == "asset" {
			return t.assetOrError(arg)
		}
		return words.Get(arg)
	}}
}

// set folds all templates of a set.
func (f *folder) set(set *template.Template) error {
	for _, one := range set.Templates() {
		if one.Tree != nil {
			f.node(one.Tree.Root)
		}
	}
	return f.err
}
