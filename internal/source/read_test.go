package source

import (
	"strings"
	"testing"
	"testing/fstest"

	"kepu/internal/diag"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, bytes, text, want string }{
		{"plain", "---\na\n", "---\na\n", ""},
		{"empty", "", "", ""},
		{"mark", "\xef\xbb\xbf甲", "甲", ""},
		{"line ends", "a\r\nb\r", "a\r\nb\r", ""},
		{"one mark only", "\xef\xbb\xbf\xef\xbb\xbfa", "\xef\xbb\xbfa", ""},
		{"GBK", "甲乙\xd6\xd0", "", "content/a.md:1:3 not-utf8\n"},
		{"GBK on line 3", "a\n\n甲\xd6", "", "content/a.md:3:2 not-utf8\n"},
		{"after a mark", "\xef\xbb\xbf\xff", "", "content/a.md:1:1 not-utf8\n"},
		{"surrogate", "a\xed\xa0\x80", "", "content/a.md:1:2 not-utf8\n"},
		{"overlong", "\xc0\xaf", "", "content/a.md:1:1 not-utf8\n"},
		{"UTF-16LE", "\xff\xfea\x00", "", "content/a.md:1:1 not-utf8\n"},
		{"UTF-16BE", "\xfe\xff\x00a", "", "content/a.md:1:1 not-utf8\n"},
		{"NUL", "a\n甲\x00", "", "content/a.md:2:2 nul-byte\n"},
	} {
		tr := &Tree{fsys: fstest.MapFS{"a.md": {Data: []byte(c.bytes)}}}
		text, d := tr.Text("a.md")
		got := ""
		if d != nil {
			got = told([]diag.Diagnostic{*d})
		}
		if got != c.want || string(text) != c.text {
			t.Errorf("%s: got %q, %s", c.name, text, got)
		}
	}
}

func TestTooLarge(t *testing.T) {
	big := strings.Repeat("a", MaxText+1)
	tr := &Tree{fsys: fstest.MapFS{"a.md": {Data: []byte(big)}, "b.md": {Data: []byte(big[1:])}}}
	if _, d := tr.Text("a.md"); d == nil || d.Code != diag.FileTooLarge {
		t.Errorf("got %v", d)
	}
	if _, d := tr.Text("b.md"); d != nil {
		t.Errorf("the largest file allowed is refused: %v", d)
	}
	if _, d := tr.Resource("a.md"); d != nil {
		t.Errorf("a picture may be larger than a text: %v", d)
	}
}

func TestRaw(t *testing.T) {
	files := fstest.MapFS{"a.md": {Data: []byte("\xef\xbb\xbf\xd6\xd0\n")}, "nul": {Data: []byte("a\x00")}}
	if got := string(Raw(files, "a.md")); got != "\xd6\xd0\n" {
		t.Errorf("got %q", got)
	}
	for _, name := range []string{"nul", "gone", "../a.md"} {
		if got := Raw(files, name); got != nil {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
