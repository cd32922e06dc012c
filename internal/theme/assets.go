package theme

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"
)

// loadAssets fingerprints what lies under assets/. Files in assets/root go to
// the site's root under their own names (favicon.svg, site.webmanifest);
// style sheets and scripts are bundled; the rest is copied.
func (t *Theme) loadAssets(files fileSet, l Loader) error {
	for _, file := range files.under("assets/") {
		name := strings.TrimPrefix(file, "assets/")
		switch ext := path.Ext(name); {
		case strings.HasPrefix(name, "root/"):
			t.Assets = append(t.Assets, Asset{strings.TrimPrefix(name, "root/"), files[file]})
		case ext != ".css" && ext != ".js":
			t.addAsset(name, name, files[file])
		}
	}
	// After the images, whose names style sheets need.
	bundles, err := l.bundles(files, t.names)
	if err != nil {
		return err
	}
	for _, b := range bundles {
		t.addAsset(b.Path, path.Base(b.Path), b.Data)
	}
	slices.SortFunc(t.Assets, func(a, b Asset) int { return cmp.Compare(a.Path, b.Path) })
	return nil
}

// addAsset makes data an asset that templates call name. Its path is place
// with the hash of the content before the extension, so that a browser may
// keep it for ever.
func (t *Theme) addAsset(name, place string, data []byte) {
	sum := sha256.Sum256(data)
	ext := path.Ext(place)
	file := "assets/" + strings.TrimSuffix(place, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
	t.names[name] = file
	t.Assets = append(t.Assets, Asset{file, data})
}
