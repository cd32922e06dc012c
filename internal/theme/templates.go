package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"strings"
)

const baseTemplate = "templates/base.html"

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
	t.pages = map[string]*template.Template{}
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
		// html/template finds contextual errors on the first execution only:
		// provoke it here, where somebody reads the message. Without a view it
		// fails otherwise too, which says nothing.
		var escape *template.Error
		if err := page.Execute(io.Discard, nil); errors.As(err, &escape) {
			return fmt.Errorf("theme: %w", err)
		}
		t.pages[strings.TrimSuffix(path.Base(file), ".html")] = page
	}
	return nil
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
