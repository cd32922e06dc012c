package theme

import (
	"html/template"
	"io/fs"
)

// Interpret makes html/template draw everything, as what the programs draw is
// compared with.
func (t *Theme) Interpret() error {
	return t.each(func(_ drawerKey, d *drawer) {
		for _, one := range d.page.Templates() {
			d.programs[one.Name()] = nil
		}
	})
}

// Watch has f told of each page that a program gives up.
func (t *Theme) Watch(f func(name, lang string)) error {
	return t.each(func(key drawerKey, d *drawer) {
		original := d.original
		d.original = func() (*template.Template, error) {
			f(key.name, key.lang)
			return original()
		}
	})
}

func (t *Theme) each(f func(drawerKey, *drawer)) error {
	for key, get := range t.drawers {
		d, err := get()
		if err != nil {
			return err
		}
		f(key, d)
	}
	return nil
}

// LoadLayers reads layers and loads them.
func (l Loader) LoadLayers(layers []fs.FS, extra map[string][]byte) (*Theme, error) {
	files, err := Read(layers, extra)
	if err != nil {
		return nil, err
	}
	return l.Load(files)
}
