package diag

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
)

// PrintOptions say how diagnostics are shown.
type PrintOptions struct {
	Lang   Lang
	Color  bool   // ANSI colours, text only
	Prefix string // the site folder as the user named it; joined to file names
	Format string // one of Formats; "" is text
}

// Formats lists what Print writes: for people (text), for programs (json), for
// the annotations of GitHub Actions (github), for code scanning (sarif, 2.1.0)
// and for GitLab's Code Quality report (gitlab).
func Formats() []string { return []string{"text", "json", "github", "sarif", "gitlab"} }

// Print writes ds, which are in the order to be shown. Nothing in them that
// comes from a contributor's file can steer a terminal or a build log.
func Print(w io.Writer, ds []Diagnostic, opt PrintOptions) error {
	b := bufio.NewWriter(w)
	var err error
	switch opt.Format {
	case "text", "":
		for i := range ds {
			printText(b, &ds[i], opt)
		}
	case "json":
		err = printJSON(b, ds, opt)
	case "github":
		for i := range ds {
			printGitHub(b, &ds[i], opt)
		}
	case "sarif":
		err = printSARIF(b, ds, opt)
	case "gitlab":
		err = printGitLab(b, ds, opt)
	default:
		return fmt.Errorf("unknown format %q: use one of %v", opt.Format, Formats())
	}
	if err != nil {
		return err
	}
	return b.Flush()
}

// file is the name of the file as the user can open it from where kepu was
// started, with slashes; "" for what concerns no file.
func (o PrintOptions) file(d *Diagnostic) string {
	if d.Pos.File == "" || o.Prefix == "" {
		return d.Pos.File
	}
	return path.Join(filepath.ToSlash(o.Prefix), d.Pos.File)
}

// Explain writes what a code means, for `kepu explain CODE`. The error is that
// there is no such code, or that of w.
func Explain(w io.Writer, code Code, l Lang) error {
	if !slices.Contains(Codes(), code) {
		if l == English {
			return fmt.Errorf("there is no code %q", code)
		}
		return fmt.Errorf("没有叫 %q 的代码", code)
	}
	d := New(code, Pos{})
	text, hint := d.general(l)
	if hint != "" {
		hint = "\n  " + hint + "\n"
	}
	_, err := fmt.Fprintf(w, "%s (%s)\n\n  %s\n%s", code, d.Severity().Word(l), text, hint)
	return err
}
