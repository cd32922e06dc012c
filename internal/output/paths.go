package output

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"kepu/internal/artifact"
)

// sorted returns the artifacts by path, so that nothing a commit does or says
// depends on the order in which the steps before it came to an end.
func sorted(arts []artifact.Artifact) []artifact.Artifact {
	arts = slices.Clone(arts)
	slices.SortFunc(arts, func(a, b artifact.Artifact) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.From, b.From))
	})
	return arts
}

// checkPaths refuses artifacts that cannot all stand in one folder, on this
// system or on one that takes "A" and "a" for the same name.
func checkPaths(arts []artifact.Artifact) error {
	files := make(map[string]int, len(arts))
	for i, a := range arts {
		if reason := badPath(a.Path); reason != "" {
			return &PathError{Path: a.Path, From: a.From, Reason: reason}
		}
		fold := strings.ToLower(a.Path)
		if j, taken := files[fold]; taken {
			return collision(arts[j], a)
		}
		files[fold] = i
	}

	dirs := make(map[string]int, len(arts)) // folder as spelled → an artifact in it
	folded := make(map[string]string)       // folder in lower case → as spelled
	for i, a := range arts {
		for dir := range parents(a.Path) {
			if _, known := dirs[dir]; known {
				break // and so are the folders around it
			}
			fold := strings.ToLower(dir)
			if j, taken := files[fold]; taken {
				return collision(arts[j], a)
			}
			if other, taken := folded[fold]; taken {
				return collision(arts[dirs[other]], a)
			}
			dirs[dir], folded[fold] = i, dir
		}
	}
	return nil
}

func collision(a, b artifact.Artifact) error {
	return &CollisionError{
		Path: a.Path, Other: b.Path,
		From: cmp.Or(a.From, a.Path), OtherFrom: cmp.Or(b.From, b.Path),
	}
}

// What the common file systems take. A longer name would only fail in the
// midst of the switch, for in the stage a file has another one.
const (
	longestName = 255
	longestPath = 1000
)

// badPath says what is wrong with an artifact's path, "" if nothing is.
func badPath(p string) string {
	switch {
	case p == "":
		return "is empty"
	case !utf8.ValidString(p):
		return "is not UTF-8"
	case strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return "holds a control character"
	case strings.Contains(p, `\`):
		return "holds a backslash"
	case strings.HasPrefix(p, "/"):
		return "is absolute"
	case len(p) > longestPath:
		return fmt.Sprintf("is longer than %d bytes", longestPath)
	case strings.HasPrefix(strings.ToLower(p), reserved):
		return "has a name that kepu keeps for itself"
	}
	for segment := range strings.SplitSeq(p, "/") {
		switch {
		case segment == "":
			return "has an empty segment"
		case segment == "." || segment == "..":
			return "has a segment “" + segment + "”"
		case len(segment) > longestName:
			return fmt.Sprintf("has a name longer than %d bytes", longestName)
		}
	}
	// What only some systems refuse: "NUL" and "a:b" on Windows.
	if !filepath.IsLocal(filepath.FromSlash(p)) {
		return "is not a file name on this system"
	}
	return ""
}

// parents yields the folders around a path, the innermost first: for "a/b/c"
// "a/b" and "a".
func parents(p string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(p, '/'); i > 0; i = strings.LastIndexByte(p[:i], '/') {
			if !yield(p[:i]) {
				return
			}
		}
	}
}

// hidden reports whether a name is one that kepu leaves alone wherever it
// finds it: .git, .DS_Store, .well-known.
func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// Check reports what Commit would refuse of the artifacts alone, whatever the
// folder holds: a *PathError or a *CollisionError.
func Check(arts []artifact.Artifact) error { return checkPaths(sorted(arts)) }
