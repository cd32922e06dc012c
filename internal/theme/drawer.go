package theme

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"sync"
	"text/template/parse"

	"kepu/internal/theme/compile"
)

// A drawer draws the pages of one template in one language.
type drawer struct {
	page     *template.Template // as it is written: without the language's strings, never executed
	fold     func() *folder     // puts them in
	funcs    template.FuncMap
	original func() (*template.Template, error) // what html/template executes where there is no program

	mu       sync.Mutex
	programs map[string]*compile.Program // by name of a template; nil: html/template draws it
}

type drawerKey struct{ name, lang string }

func (t *Theme) newDrawer(name, lang string) (*drawer, error) {
	page, err := t.sheets[name]()
	if err != nil {
		return nil, err
	}
	d := &drawer{page: page, funcs: t.funcs(), programs: map[string]*compile.Program{}}
	d.fold = func() *folder { return t.folder(lang) }
	pieces := &pieces{drawer: d}
	d.funcs["piece"] = pieces.draw
	d.funcs["frame"] = func(name string, view, site any, key string) (template.HTML, error) {
		return t.frames.draw(d, frameKey{name, key, site}, view)
	}
	d.original = sync.OnceValues(d.escape)
	if d.program(page.Name()) == nil {
		if _, err := d.original(); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// escape makes what html/template executes.
func (d *drawer) escape() (*template.Template, error) {
	page, err := d.page.Clone()
	if err != nil {
		return nil, err
	}
	if err := d.fold().set(page); err != nil {
		return nil, err
	}
	// html/template finds contextual errors on the first execution only: provoke
	// it. Without a view it fails otherwise too, which says nothing. The functions
	// that draw come after: they would wait for what is being made here.
	var escape *template.Error
	if err := page.Execute(io.Discard, nil); errors.As(err, &escape) {
		return nil, fmt.Errorf("theme: %w", err)
	}
	return page.Funcs(d.funcs), nil
}

// program gives the program of a template, nil if there can be none.
func (d *drawer) program(name string) *compile.Program {
	d.mu.Lock()
	defer d.mu.Unlock()
	p, ok := d.programs[name]
	if !ok {
		// What is wrong html/template will say.
		p, _ = compile.New(d.page, name, d.funcs, func(body *parse.ListNode) { d.fold().node(body) })
		d.programs[name] = p
	}
	return p
}

// draw appends what the template called name shows of data.
func (d *drawer) draw(out []byte, name string, data any) ([]byte, error) {
	if p := d.program(name); p != nil {
		if drawn, ok := p.Append(out, data); ok {
			return drawn, nil
		}
	}
	page, err := d.original()
	if err != nil {
		return nil, err
	}
	b := bytes.NewBuffer(out)
	err = page.ExecuteTemplate(b, name, data)
	return b.Bytes(), err
}
