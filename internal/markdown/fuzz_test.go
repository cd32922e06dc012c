package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// FuzzParse says what holds for every input: no panic, text that is text, a place for each Ref,
// elements in pairs, ids that are unique and listed, and positions inside the file.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("no cases to start from: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(data), after) {
			if parts := strings.SplitN(c, between, 3); len(parts) == 3 {
				f.Add([]byte(parts[1]), false)
			}
		}
	}
	f.Add([]byte("a\x00b\r\nc\xffd\r\x01<a href=\x00>"), true)
	f.Fuzz(func(t *testing.T, body []byte, trusted bool) {
		opt := Options{TrustedHTML: trusted, Lang: "ko", LineNumbers: len(body)%2 == 0}
		d := Parse(body, 1, opt)
		if err := wellFormed(d, body, trusted); err != nil {
			t.Errorf("%v\n%q\n%s", err, body, d.HTML)
		}
	})
}

func wellFormed(d *Doc, body []byte, trusted bool) error {
	for _, s := range []string{d.HTML, d.Text, d.Summary} {
		if !utf8.ValidString(s) {
			return fmt.Errorf("not UTF-8: %q", s)
		}
	}
	if n := strings.Count(d.HTML, string(place)); n != len(d.Refs) {
		return fmt.Errorf("%d places for %d refs", n, len(d.Refs))
	}
	lines := strings.Count(string(body), "\n") + strings.Count(string(body), "\r") + 1
	for _, r := range d.Refs {
		if r.Line < 1 || r.Line > lines || r.Col < 1 {
			return fmt.Errorf("ref at %d:%d", r.Line, r.Col)
		}
		if unsafe(r.Dest) {
			return fmt.Errorf("unsafe ref %q", r.Dest)
		}
	}
	for _, p := range d.Problems {
		if p.Line < 1 || p.Line > lines || p.Col < 1 {
			return fmt.Errorf("problem at %d:%d", p.Line, p.Col)
		}
	}
	if trusted {
		return nil
	}
	var out strings.Builder
	_ = d.Render(&out, nil)
	return balanced(out.String(), d.IDs)
}

// balanced checks that elements come in pairs, that no link is in a link, and that the ids are exactly the ones listed.
func balanced(s string, ids []string) error {
	var open []string
	seen := map[string]bool{}
	links := 0
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return fmt.Errorf("still open: %v", open)
			}
			if len(seen) != len(ids) {
				return fmt.Errorf("ids %v, listed %q", seen, ids)
			}
			return nil
		case html.CommentToken, html.DoctypeToken:
			return fmt.Errorf("%q", z.Token())
		case html.StartTagToken:
			tok := z.Token()
			if strings.Contains(" script style iframe form object svg math ", " "+tok.Data+" ") {
				return fmt.Errorf("a %s", tok.Data)
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == placeKey {
					return fmt.Errorf("attribute %s", a.Key)
				}
				if a.Key == "id" {
					i := strings.Join(ids, "\n")
					if seen[a.Val] || !strings.Contains("\n"+i+"\n", "\n"+a.Val+"\n") {
						return fmt.Errorf("id %q twice or not listed", a.Val)
					}
					seen[a.Val] = true
				}
			}
			if !voidTags[tok.Data] && tok.Data != "input" {
				open = append(open, tok.Data)
			}
			if tok.Data == "a" {
				if links++; links > 1 {
					return fmt.Errorf("a link in a link")
				}
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				return fmt.Errorf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
			if name == "a" {
				links--
			}
		}
	}
}
