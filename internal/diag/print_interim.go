package diag

import (
	"fmt"
	"io"
)

// PrintOptions … interim, replaced by print.go.
type PrintOptions struct {
	Lang           Lang
	Color          bool
	Prefix, Format string
}

func Print(w io.Writer, ds []Diagnostic, opt PrintOptions) {
	for _, d := range ds {
		fmt.Fprintf(w, "%s:%d:%d: %s[%s]: %s\n    %s\n    %s\n", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Severity().Word(opt.Lang), d.Code, d.Message(opt.Lang), d.Source, d.Hint(opt.Lang))
	}
}

func Explain(w io.Writer, c Code, l Lang) bool { return false }
