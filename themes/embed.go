// Package themes carries the default theme inside the binary, so that a folder
// of Markdown is all a site needs. It holds files only; package theme reads them.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:default
var files embed.FS

// Default gives the default theme: templates, assets and interface strings.
func Default() fs.FS {
	sub, err := fs.Sub(files, "default")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
