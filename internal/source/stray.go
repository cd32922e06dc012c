package source

import (
	"path"
	"strings"

	"kepu/internal/diag"
)

// Stray tells of a file beside entries, by path within the content folder, that
// none refers to: it is not published. An entry whose name has another ending
// than .md is told how to become one.
func Stray(name string) diag.Diagnostic {
	pos := diag.Pos{File: Folder + "/" + name}
	if meantAsEntry(name) {
		return diag.New(diag.NotMarkdown, pos, path.Ext(name), strings.TrimSuffix(path.Base(name), path.Ext(name))+".md")
	}
	return diag.New(diag.StrayFile, pos)
}

// meantAsEntry recognises the other endings of Markdown, and plain text in the
// folder of a kind.
func meantAsEntry(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return true
	case ".txt":
		first, _, deep := strings.Cut(name, "/")
		return deep && isKind(first)
	}
	return false
}
