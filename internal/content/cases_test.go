package content

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The cases in testdata/broken/*.txt are
//
//	== name
//	kind
//	source, with “␉” for a tab, “␍” for a return, “⟨U+0007⟩” for a character
//	--
//	line:col code [~suggestion]
//
// Every diagnostic is listed, in order of its place.
type brokenCase struct {
	file, name, kind, src, want string
}

func brokenCases(t testing.TB) []brokenCase {
	files, _ := filepath.Glob("testdata/broken/*.txt")
	var all []brokenCase
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range strings.Split("\n"+strings.TrimRight(string(b), "\n"), "\n== ")[1:] {
			name, text, _ := strings.Cut(text, "\n")
			kind, text, _ := strings.Cut(text, "\n")
			src, want, ok := strings.Cut(text+"\n", "\n--\n")
			if !ok {
				t.Fatalf("%s: case %q has no --", f, name)
			}
			all = append(all, brokenCase{f, name, kind, src, strings.TrimSpace(want)})
		}
	}
	return all
}

func (c brokenCase) bytes() []byte { return []byte(special.Replace(c.src) + "\n") }

var special = strings.NewReplacer("␉", "\t", "␍", "\r", "⟨U+0007⟩", "\a", "⟨U+2028⟩", "\u2028", "⟨U+202E⟩", "\u202e", "⟨U+200B⟩", "\u200b", "⟨xFF⟩", "\xff")

var update = flag.Bool("update", false, "write what comes out into testdata; read the difference before you keep it")

func TestBroken(t *testing.T) {
	cases := brokenCases(t)
	if len(cases) < 60 {
		t.Errorf("only %d cases", len(cases))
	}
	updated := map[string]string{}
	for _, c := range cases {
		got := decodeForTest(c.kind, c.bytes())
		updated[c.file] += fmt.Sprintf("== %s\n%s\n%s\n--\n%s\n", c.name, c.kind, c.src, got)
		if got != c.want && !*update {
			t.Errorf("%s/%s:\n%s\ngot:\n%s\nwant:\n%s", c.file, c.name, c.src, got, c.want)
		}
	}
	for f, text := range updated {
		if *update {
			os.WriteFile(f, []byte(text), 0o644)
		}
	}
}

// decodeForTest decodes and lists the diagnostics.
func decodeForTest(kind string, src []byte) string {
	_, _, ds := decodeAny(kind, src)
	return listing(ds)
}
