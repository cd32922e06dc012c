package content

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree writes what decoding sees of a node.
func tree(n node) string {
	var b strings.Builder
	var write func(n node, depth int)
	write = func(n node, depth int) {
		items := n.items
		n.items = nil
		if n.null { // its place is not looked at
			n.line, n.col = 0, 0
		}
		fmt.Fprintf(&b, "%*s%+v\n", depth, "", n)
		for _, c := range items {
			write(c, depth+1)
		}
	}
	write(n, 0)
	return b.String()
}

// checkFast holds the fast reading of front against the library's. It says
// whether there was one.
func checkFast(t *testing.T, front []byte) bool {
	t.Helper()
	front = (&decoder{first: 1}).sanitise(front)
	fast, ok := fastYAML(front)
	if !ok {
		return false
	}
	slow, err := parseYAML(front)
	if err != nil || slow == nil {
		t.Fatalf("%q: the library says %v, fastYAML:\n%s", front, err, tree(*fast))
	}
	if a, b := tree(*fast), tree(fromYAML(slow)); a != b {
		t.Errorf("%q:\nfast:\n%s\nlibrary:\n%s", front, a, b)
	}
	return true
}

func TestFast(t *testing.T) {
	for front, want := range map[string]bool{
		"title: a\n": true,
		"title: a":   true,
		"title: 标题：一 [二] {三} 'x' #1\n":                    false, // a comment
		"title: 标题：一 [二] {三} 'x'#1\n":                     true,
		"a: [b, 丙 丁,e]\nf: []\n":                          true,
		"a: \"b\"\nc: ''\n":                               true,
		"a:\nb:\n  c: d\n  e:\n    f: g\n":                true,
		"a:\n  - b: c\n    d: e\n  - f\n":                 true,
		"a:\n- b: c\n  d: e\n- f\ng: h\n":                 true,
		"a: 1\n\n# x\nb: 2\n":                             true,
		"a: {b: c, d: 丁 e}\nf: {}\n":                      true,
		"a:\n  - {b: c, d: [e, f],  g: {h: i} }\n  - j\n": true,
		"a: [{b: c}, {d: e}]\n":                           true,
		"a: {b: https://c.d/e?f, g: 09:00}\n":             false, // a question mark
		"a: {b: https://c.d/e, g: 09:00}\n":               true,
		"a: {b: 甲:乙}\n":                                   true,
		"a: {b, c: d}\n":                                  false,
		"a: {b: c: d}\n":                                  false,
		"a: {b: , c: d}\n":                                false,
		"a: {b: c,}\n":                                    false,
		"a: {b: 'c'}\n":                                   false,
		"a: {b:c}\n":                                      false,
		"a: {b: c]\n":                                     false,
		"a: {b: c} d\n":                                   false,
		"a: {b: c}: d\n":                                  false,
		"a: {b: null}\n":                                  false,
		"a: https://example.org/#x?y=z&b\n":               true,
		"":                                                false,
		"a: b\n  c\n":                                     false,
		"null: a\n":                                       false,
		"a: b: c\n":                                       false,
		"a: [b: c]\n":                                     false,
		"a: [b,]\n":                                       false,
		"a: ~\n":                                          false,
		"a: *b\n":                                         false,
		"a: |\n  b\n":                                     false,
		"a: 'it''s'\n":                                    false,
		"- a\n":                                           false,
		"a:\n  - \n":                                      false,
		"a:\n   - b\n  - c\n":                             false,
		"a:\n  b: c\n   d: e\n":                           false,
		"a:\tb\n":                                         false,
		"a: b\n...\n":                                     false,
	} {
		if got := checkFast(t, []byte(front)); got != want {
			t.Errorf("%q: fast %v, want %v", front, got, want)
		}
	}
	fast := 0
	files, _ := filepath.Glob("testdata/valid/*")
	for _, f := range files {
		src, _ := os.ReadFile(f)
		front, _, _, _, ds := Split(src)
		if len(ds) == 0 && checkFast(t, front) {
			fast++
		}
	}
	if fast == 0 {
		t.Error("nothing was fast")
	}
}

// FuzzFast wants fastYAML to read what the library reads, or not at all.
func FuzzFast(f *testing.F) {
	for _, c := range brokenCases(f) {
		f.Add(frontOf(c.kind, c.bytes()))
	}
	for _, k := range skeletonKinds {
		for _, s := range uncommentings(string(Skeleton(k, "标题", "2026-05-30", 0))) {
			f.Add(frontOf(string(k), []byte(s)))
		}
	}
	f.Add([]byte("a:\n- b: c\n  d: [e, f]\n\n# g\nh: 'i'\n"))
	f.Fuzz(func(t *testing.T, front []byte) { checkFast(t, front) })
}
