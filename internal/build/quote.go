package build

import (
	"bytes"
	"path/filepath"
	"strings"

	"kepu/internal/diag"
	"kepu/internal/source"
)

// quote adds to each diagnostic the line it is about. The steps that find
// mistakes know where they are; only some still have the text at hand. The
// diagnostics of a file are next to each other, so each file is read once.
func quote(tree *source.Tree, ds []diag.Diagnostic) {
	var lines [][]byte
	file := ""
	for i := range ds {
		d := &ds[i]
		name, within := strings.CutPrefix(d.Pos.File, source.Folder+"/")
		if d.Pos.Line == 0 || d.Source != "" || !within {
			continue
		}
		if name != file {
			file, lines = name, bytes.Split(tree.Raw(name), []byte("\n"))
		}
		if d.Pos.Line <= len(lines) {
			d.Source = string(bytes.TrimRight(lines[d.Pos.Line-1], "\r"))
		}
	}
}

// slash is a path as it is printed: with slashes on every system.
func slash(p string) string { return filepath.ToSlash(p) }
