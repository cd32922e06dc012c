package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// cmdTree writes to a file what a folder holds: “tree FOLDER FILE [-times]”,
// a line for each file with its hash and, if asked for, when it was written.
func cmdTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: tree FOLDER FILE [-times]")
	}
	text, err := listing(ts.MkAbs(args[0]), len(args) == 3)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// listing is a line for each file below dir, by name.
func listing(dir string, times bool) (string, error) {
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%s %x", filepath.ToSlash(rel), sha256.Sum256(data))
		if times {
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %d", info.ModTime().UnixNano())
		}
		b.WriteByte('\n')
		return nil
	})
	return b.String(), err
}

// cmdStatus runs a command that must end with an exact status: “status 1 kepu
// check”.
func cmdStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND …")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit interface{ ExitCode() int }
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// cmdValid checks that files are well-formed XML or JSON, by their names.
func cmdValid(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		data, err := os.ReadFile(ts.MkAbs(name))
		ts.Check(err)
		err = wellFormed(name, data)
		switch {
		case err != nil && !neg:
			ts.Fatalf("%s: %v", name, err)
		case err == nil && neg:
			ts.Fatalf("%s is well-formed", name)
		}
	}
}

func wellFormed(name string, data []byte) error {
	if ext := filepath.Ext(name); ext == ".json" || ext == ".sarif" {
		var v any
		return json.Unmarshal(data, &v)
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	elements := 0
	for {
		tok, err := dec.Token()
		if err == io.EOF && elements > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := tok.(xml.StartElement); ok {
			elements++
		}
	}
}

// cmdFill replaces text in a file: “fill FILE OLD NEW …”.
func cmdFill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: fill FILE OLD NEW …")
	}
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	text := string(data)
	for i := 1; i < len(args); i += 2 {
		old := strings.ReplaceAll(args[i], `\n`, "\n")
		if !strings.Contains(text, old) {
			ts.Fatalf("%s does not hold %q:\n%s", args[0], old, text)
		}
		text = strings.ReplaceAll(text, old, strings.ReplaceAll(args[i+1], `\n`, "\n"))
	}
	ts.Check(os.WriteFile(name, []byte(text), 0o644))
}

// TestWellFormed makes sure that the check itself can fail.
func TestWellFormed(t *testing.T) {
	for name, text := range map[string]string{"a.xml": "<a><b></a>", "b.xml": "", "c.json": "{,}", "d.xml": "<a>\x01</a>"} {
		if wellFormed(name, []byte(text)) == nil {
			t.Errorf("%s: %q counts as well-formed", name, text)
		}
	}
}
