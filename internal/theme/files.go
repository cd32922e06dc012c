package theme

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"kepu/internal/artifact"
)

// A fileSet holds the files of a theme after its layers are merged, by
// slash-separated path: "templates/base.html", "assets/css/main.css".
type fileSet map[string][]byte

// Files are the files that a theme is made of.
type Files struct {
	set fileSet
	// Digest is of all of them.
	Digest artifact.Digest
}

// Read reads layers of files, of which the first wins. extra adds files that are
// made by code, such as the style sheet of the highlighter; they lie over every
// layer.
func Read(layers []fs.FS, extra map[string][]byte) (*Files, error) {
	set, err := merge(layers, extra)
	if err != nil {
		return nil, err
	}
	return &Files{set, artifact.DigestOf(set.contents("")...)}, nil
}

// merge lays the files over each other: extra first, then the layers in order.
func merge(layers []fs.FS, extra map[string][]byte) (fileSet, error) {
	files := fileSet{}
	for name, data := range extra {
		if strings.HasPrefix(name, "i18n/") {
			name = layerKey(name, -1)
		}
		files[name] = data
	}
	for i, layer := range layers {
		err := fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !known(name) {
				return err
			}
			key := name
			if strings.HasPrefix(name, "i18n/") {
				// Strings merge key by key, so every layer's file is kept.
				key = layerKey(name, i)
			} else if _, taken := files[name]; taken {
				return nil
			}
			data, err := fs.ReadFile(layer, name)
			if err != nil {
				return err
			}
			files[key] = data
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// known tells whether a file of a layer is part of a theme. Editors' and
// systems' droppings (.DS_Store, ~ files) and notes beside the theme are not.
func known(name string) bool {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") {
		return false
	}
	for _, dir := range []string{"templates/", "assets/", "i18n/"} {
		if strings.HasPrefix(name, dir) {
			return true
		}
	}
	return false
}

// layerKey keeps the string files of all layers apart; the order of the keys
// is the order of the layers.
func layerKey(name string, layer int) string {
	return "i18n/" + string(rune('a'+layer)) + "/" + strings.TrimPrefix(name, "i18n/")
}

// under lists the files whose path starts with prefix, sorted.
func (f fileSet) under(prefix string) []string {
	var names []string
	for name := range f {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
