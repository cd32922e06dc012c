// Package content knows what editors write: the kinds of entry, their front
// matter and the settings of the site. It turns the bytes of one file into one
// typed value with every mistake named by line and column, and it prints the
// same rules as a JSON Schema and as a skeleton to fill in.
//
// It never reads files, never looks at two files at once (package site does)
// and never reads the text below the front matter (package markdown does).
package content
