package build

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"kepu/internal/diag"
	"kepu/internal/source"
)

// longestQuote is the longest line that is quoted, in bytes. A text of one line
// may have as many mistakes as a library, each of which would repeat it all.
const longestQuote = 16 << 10

// quote adds to each diagnostic the line it is about. The steps that find
// mistakes know where they are; only some still have the text at hand. The
// diagnostics of a file are next to each other, so each file is read once.
func quote(dir string, ds []diag.Diagnostic) {
	root, err := os.OpenRoot(filepath.Join(dir, source.Folder))
	if err != nil {
		return
	}
	defer root.Close()
	var lines [][]byte
	file := ""
	for i := range ds {
		d := &ds[i]
		name, within := strings.CutPrefix(d.Pos.File, source.Folder+"/")
		if d.Pos.Line == 0 || d.Source != "" || !within {
			continue
		}
		if name != file {
			file, lines = name, bytes.Split(source.Raw(root.FS(), name), []byte("\n"))
		}
		if d.Pos.Line <= len(lines) && len(lines[d.Pos.Line-1]) <= longestQuote {
			d.Source = string(bytes.TrimRight(lines[d.Pos.Line-1], "\r"))
		}
	}
}
