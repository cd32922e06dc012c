package theme

import (
	"encoding/json"
	"maps"
	"slices"

	"kepu/internal/artifact"
)

// A Memo keeps what a load found out for later ones; *cache.Cache is one.
type Memo interface {
	Get(key [16]byte) ([]byte, bool)
	Put(key [16]byte, value []byte) bool // whether it was kept
}

// bundles gives the bundled style sheets and scripts, under the names that
// templates call them by. They are made when one of their sources has changed.
func (l Loader) bundles(files fileSet, names map[string]string) ([]Asset, error) {
	sources := append(files.contents("assets/css/"), files.contents("assets/js/")...)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		sources = append(sources, name, names[name])
	}
	return remember(l, "bundles", sources, func() ([]Asset, error) { return bundle(files, names) })
}

// contents lists names and contents of files, for a key.
func (f fileSet) contents(prefix string) []any {
	var all []any
	for _, name := range f.under(prefix) {
		all = append(all, name, f[name])
	}
	return all
}

// remember gives what was made of the sources before, or makes it. What the
// memo gives back damaged counts for nothing, and errors are not kept.
func remember[V any](l Loader, what string, sources []any, make func() (V, error)) (V, error) {
	if l.Memo == nil {
		return make()
	}
	key := [16]byte(artifact.DigestOf(append([]any{"theme", l.Program, what}, sources...)...))
	var made V
	if kept, ok := l.Memo.Get(key); ok {
		var sum artifact.Digest
		data := kept[copy(sum[:], kept):]
		if artifact.DigestBytes(data) == sum && json.Unmarshal(data, &made) == nil {
			return made, nil
		}
	}
	made, err := make()
	if err != nil {
		return made, err
	}
	data, err := json.Marshal(made)
	if err != nil {
		return made, err
	}
	sum := artifact.DigestBytes(data)
	l.Memo.Put(key, append(sum[:], data...))
	return made, nil
}
