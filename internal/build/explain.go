package build

import (
	"errors"
	"os"
	"path/filepath"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/source"
)

// Explain turns an error of reading a file of Result.Files into diagnostics, as
// Build does when it writes the files. What it needs to know of the site it
// reads anew: files that cannot be read are rare.
func (o Options) Explain(err error) []diag.Diagnostic {
	var ds []diag.Diagnostic
	if file := (*unreadable)(nil); errors.As(err, &file) {
		ds = append(ds, file.d)
	} else {
		name := source.Folder + "/" + source.SettingsFile
		src, _ := os.ReadFile(filepath.Join(o.Dir, filepath.FromSlash(name)))
		settings, _, _ := content.DecodeSettings(name, src)
		ds = themeErrors(o.Dir, settings.Theme, err)
	}
	quote(o.Dir, ds)
	return ds
}
