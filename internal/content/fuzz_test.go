package content

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"kepu/internal/diag"
)

func addSeeds(f *testing.F) {
	for _, c := range brokenCases(f) {
		f.Add(c.kind, c.bytes())
	}
	files, _ := filepath.Glob("testdata/valid/*")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, k := range Kinds {
			f.Add(string(k), b)
		}
	}
	for _, k := range skeletonKinds {
		for _, s := range uncommentings(string(Skeleton(k, "标题", "2026-05-30", diag.Chinese))) {
			f.Add(string(k), []byte(s))
		}
	}
}

// FuzzDecode wants no panic, no endless work, and places that exist.
func FuzzDecode(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, kind string, src []byte) {
		if len(src) > 1<<14 {
			return
		}
		guard := time.AfterFunc(10*time.Second, func() { panic(fmt.Sprintf("still at work on %s %q", kind, src)) })
		defer guard.Stop()
		start := time.Now()
		v, pos, ds := decodeAny(kind, src)
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
		if v == nil {
			t.Error("no value")
		}
		lines := bytes.Split(src, []byte("\n"))
		inside := func(what string, line, col int) {
			if line < 1 || line > len(lines) || col < 1 || col > utf8.RuneCount(lines[line-1])+1 {
				t.Errorf("%s at %d:%d is not in the file", what, line, col)
			}
		}
		for _, p := range pos {
			inside(p.Path, p.Line, p.Col)
		}
		for _, d := range ds {
			inside(string(d.Code), d.Pos.Line, d.Pos.Col)
			if d.Message(diag.Chinese) == "" || d.Message(diag.English) == "" {
				t.Errorf("%s says nothing", d.Code)
			}
		}
	})
}
