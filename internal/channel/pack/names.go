package pack

import (
	"fmt"
	"strings"

	"kepu/internal/channel"
)

// check refuses names that some system or some archive's reader could not keep
// apart, or would write elsewhere.
func check(files []channel.File) error {
	const isFile, isFolder = 1, 2
	seen := make(map[string]int, len(files)+1)
	for _, f := range files {
		name := strings.ToLower(f.Name)
		folder, base, deep := strings.Cut(name, "/")
		if !deep {
			folder, base = "", name
		}
		switch {
		case !proper(base) || deep && !proper(folder):
			return fmt.Errorf("a file called %q: ASCII letters, digits and . _ - only, in one folder at most", f.Name)
		case seen[name] != 0, seen[folder] == isFile:
			return fmt.Errorf("two files called %q, but for capitals or a folder", f.Name)
		}
		seen[name] = isFile
		if deep {
			seen[folder] = isFolder
		}
	}
	return nil
}

// proper reports whether a name is one everywhere: ASCII letters, digits and
// . _ -, beginning with one of the first two and not ending in a dot.
func proper(name string) bool {
	for i := range len(name) {
		switch b := name[i]; {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9':
		case i == 0, b != '.' && b != '_' && b != '-':
			return false
		}
	}
	return name != "" && name[len(name)-1] != '.'
}
