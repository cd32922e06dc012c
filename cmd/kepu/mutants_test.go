package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// slips are what gets into a file by a slip of the hand, a bad copy, a broken
// program or malice.
var slips = []string{
	"---\n", "\n---\n", `"`, "'", "{", "[", "]", "}", ":", ": ", "- ", "&a ", "*a", "!", "!!binary ", "|\n", ">\n", "\t", "\r", "\r\n", "\x00", "\xff", "\ufeff", "\u2028",
	"#", "%", "@", "`", "```\n", ":::quiz\n", ":::", "[^1]", "[^1]:", "<script>", "<!--", "![](", "](", `<a href="`, "|---|\n", "&#0;", "&#x10ffff;", `\`, "<<: ", "? ", "~",
	"😀", strings.Repeat("9", 50), strings.Repeat("[", 60), strings.Repeat("> ", 40), strings.Repeat("*", 60), "{#a}", "{#", "title: x\n", "date: 9999-99-99\n", "　", "<?", "<![CDATA[",
}

// mutate makes one to eight changes, most of them in the front matter.
func mutate(r *rand.Rand, b []byte) []byte {
	for range []int{1, 1, 1, 2, 3, 8}[r.IntN(6)] {
		end := len(b)
		if i := bytes.Index(b, []byte("\n---\n")); i > 0 && r.IntN(2) == 0 {
			end = i + 6
		}
		at := r.IntN(min(end, len(b)) + 1)
		rest := bytes.Clone(b[at:])
		switch r.IntN(4) {
		case 0, 1:
			b = append(append(b[:at:at], slips[r.IntN(len(slips))]...), rest...)
		case 2:
			b = append(b[:at:at], rest[min(len(rest), 1+r.IntN(30)):]...)
		case 3:
			noise := make([]byte, 1+r.IntN(9))
			for i := range noise {
				noise[i] = byte(r.IntN(256))
			}
			b = append(append(b[:at:at], noise...), rest...)
		}
	}
	return b
}

// TestMutants damages the project's own content, file by file, and checks it:
// the command must end as it should, and every message must name a place that
// is there.
func TestMutants(t *testing.T) {
	rounds := 8
	if testing.Short() {
		rounds = 2
	}
	own := os.DirFS(filepath.Join("..", "..", "content"))
	for round := range rounds {
		r := rand.New(rand.NewPCG(1, uint64(round)))
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "content"), own); err != nil {
			t.Fatal(err)
		}
		damaged := 0
		err := fs.WalkDir(own, ".", func(name string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(name); err != nil || d.IsDir() || ext != ".md" && ext != ".yaml" || r.IntN(3) > 0 {
				return err
			}
			text, err := fs.ReadFile(own, name)
			if err != nil {
				return err
			}
			damaged++
			return os.WriteFile(filepath.Join(dir, "content", name), mutate(r, text), 0o644)
		})
		if err != nil || damaged < 10 {
			t.Fatalf("%d files, %v", damaged, err)
		}
		status, out := kepu("check", "--site", dir, "--format", "json")
		if status != exitContent && status != exitOK {
			t.Fatalf("round %d: status %d\n%s", round, status, out)
		}
		checkPlaces(t, round, out)
	}
}

func checkPlaces(t *testing.T, round int, out string) {
	var list []struct {
		Code, File, Message, Hint string
		Line, Column              int
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatalf("round %d: %v\n%s", round, err, out)
	}
	for _, d := range list {
		text, err := os.ReadFile(d.File)
		if d.Line == 0 {
			if _, err := os.Stat(d.File); err != nil {
				t.Errorf("round %d: %s: %v", round, d.Code, err)
			}
			continue
		}
		lines := strings.Split(string(text), "\n")
		switch {
		case err != nil:
			t.Errorf("round %d: %s: %v", round, d.Code, err)
		case d.Line > len(lines):
			t.Errorf("round %d: %s: line %d of %d", round, d.Code, d.Line, len(lines))
		case d.Column < 1 || d.Column > utf8.RuneCountInString(lines[d.Line-1])+1:
			t.Errorf("round %d: %s: column %d of %q", round, d.Code, d.Column, lines[d.Line-1])
		}
		if strings.Contains(d.Message+d.Hint, "%[") {
			t.Errorf("round %d: %s: %s %s", round, d.Code, d.Message, d.Hint)
		}
	}
}
