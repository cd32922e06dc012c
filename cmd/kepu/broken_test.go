//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"kepu/internal/diag"
)

// TestBroken runs testdata/broken/*.txtar. A file holds cases, each after a
// line “=== name”: what is to be reported, a line “place code ~suggestion” for
// each, and then the files that are laid over a good site that has been built.
// Each case must end with status 1 and leave that build as it is.
//
// A file named “quoted x.md” is in Go's notation, for bytes that no editor
// shows; “link x.md” is a symbolic link to its text; “zeros x.md” has as many
// NUL bytes as its text says; “pipe x.md” is a named pipe; “remove x.md” takes
// a file of the good site away.
func TestBroken(t *testing.T) {
	good := t.TempDir()
	unpack(t, good, txtar.Parse([]byte(goodSite)))
	if status, out := kepu("build", "--site", good); status != exitOK {
		t.Fatalf("the good site: status %d\n%s", status, out)
	}
	files, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases: ", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			name, body, _ := strings.Cut(c, "\n")
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+name, func(t *testing.T) {
				t.Parallel()
				testBroken(t, good, txtar.Parse([]byte(body+"\n")))
			})
		}
	}
}

const goodSite = `
-- content/site.yaml --
title: 好站
base_url: https://kepu.example.org/
-- content/articles/good.md --
---
title: 好文章
date: 2026-05-30
---

## 小标题

正文。
-- content/organizations/jlast.md --
---
title: 科协
kind: association
---
`

func testBroken(t *testing.T, good string, c *txtar.Archive) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(good)); err != nil {
		t.Fatal(err)
	}
	unpack(t, dir, c)
	before, err := listing(filepath.Join(dir, "public"), true)
	if err != nil {
		t.Fatal(err)
	}

	status, out := kepu("build", "--site", dir, "--format", "json")
	if status != exitContent {
		t.Errorf("status %d, want %d\n%s", status, exitContent, out)
	}
	if after, err := listing(filepath.Join(dir, "public"), true); err != nil || after != before {
		t.Errorf("the site of the last build is not as it was (%v)", err)
	}

	var found struct {
		Diagnostics []struct {
			Code, Severity, File, Message, Hint, Suggest, Source string
			Line, Column                                         int
		}
	}
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatalf("status %d: %v\n%s", status, err, out)
	}
	var got strings.Builder
	for _, d := range found.Diagnostics {
		rel, err := filepath.Rel(dir, filepath.FromSlash(d.File))
		if err != nil || d.File == "" {
			t.Errorf("%s names no file of the site: %q", d.Code, d.File)
		}
		got.WriteString(filepath.ToSlash(rel))
		if d.Line > 0 {
			fmt.Fprintf(&got, ":%d:%d", d.Line, d.Column)
		}
		got.WriteString(" " + d.Code)
		if d.Suggest != "" {
			got.WriteString(" ~" + d.Suggest)
		}
		got.WriteString("\n")
		checkWords(t, d.Code, d.Message, d.Hint)
	}
	if want := string(c.Comment); got.String() != want {
		t.Errorf("got\n%swant\n%s%s", got.String(), want, out)
	}
}

// checkWords wants a message and a hint in Chinese, complete.
func checkWords(t *testing.T, code, message, hint string) {
	for _, text := range []string{message, hint} {
		han := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		if !han || strings.Contains(text, "%[") || strings.Contains(text, "\x1e") {
			t.Errorf("%s says %q", code, text)
		}
	}
}

// kepu runs the command in this process.
func kepu(args ...string) (status int, out string) {
	var buf bytes.Buffer
	args = append(args, "--now", "2026-09-01", "--cache", "off")
	status = run(context.Background(), args, &buf, &buf, diag.Chinese)
	return status, buf.String()
}

func unpack(t *testing.T, dir string, a *txtar.Archive) {
	t.Helper()
	for _, f := range a.Files {
		word, name, _ := strings.Cut(f.Name, " ")
		if !slices.Contains([]string{"quoted", "link", "zeros", "pipe", "remove"}, word) {
			word, name = "", f.Name
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		text := strings.TrimSuffix(string(f.Data), "\n")
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			switch word {
			case "quoted":
				if text, err = strconv.Unquote(`"` + text + `"`); err == nil {
					err = os.WriteFile(path, []byte(text), 0o644)
				}
			case "link":
				err = os.Symlink(text, path)
			case "zeros":
				n, _ := strconv.ParseInt(text, 10, 64)
				if err = os.WriteFile(path, nil, 0o644); err == nil {
					err = os.Truncate(path, n)
				}
			case "pipe":
				err = syscall.Mkfifo(path, 0o644)
			case "remove":
				err = os.RemoveAll(path)
			default:
				err = os.WriteFile(path, f.Data, 0o644)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
