package wechat

import (
	"flag"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kepu/internal/channel/wechat/inline"
)

var update = flag.Bool("update", false, "write what comes out into testdata/*.txt; read the difference before you believe it")

const (
	between = "//- - - - - - - - -//\n"
	after   = "//= = = = = = = = = = = = = = = = = = = = = = = =//\n"
)

// A file of testdata holds cases: a title, a text in Markdown, and the article
// that comes of it as elements with the classes of themes, a line for each
// block. ~ is a no-break space.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("found %d files of cases: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, c := range strings.Split(string(data), after) {
			title, rest, _ := strings.Cut(strings.TrimLeft(c, "\n"), between)
			if title == "" {
				continue
			}
			text, want, _ := strings.Cut(rest, between)
			j := jobOf(text, "articles/2026/radio-telescope")
			j.Piece.Address = ""
			_, tree := treeOf(t, j)
			got := shown(tree, 0)
			if got != want && !*update {
				t.Errorf("%s: %s\n%s\ngot:\n%s\nwant:\n%s", filepath.Base(file), strings.TrimSpace(title), text, got, want)
			}
			out.WriteString(title + between + text + between + got + after + "\n\n")
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

var void = map[string]bool{"br": true, "hr": true, "img": true}

var boxes = map[string]bool{"section": true, "blockquote": true, "ul": true, "ol": true, "table": true, "tr": true}

// shown writes what is in the body of an article, boxes over several lines.
func shown(e *inline.Element, indent int) string {
	var b strings.Builder
	for _, c := range e.Nodes {
		tag, end := opening(c), "</"+c.Tag+">"
		if void[c.Tag] {
			end = ""
		}
		margin := strings.Repeat("  ", indent)
		switch {
		case c.Tag == "":
			b.WriteString(html.EscapeString(strings.ReplaceAll(c.Text, "\u00a0", "~")))
		case boxes[c.Tag]:
			b.WriteString(margin + tag + "\n" + shown(c, indent+1) + margin + end + "\n")
		case boxes[e.Tag]:
			b.WriteString(margin + tag + shown(c, 0) + end + "\n")
		default:
			b.WriteString(tag + shown(c, 0) + end)
		}
	}
	return b.String()
}

func opening(e *inline.Element) string {
	s := "<" + e.Tag
	if e.Class != "" && e.Class != e.Tag {
		s += "." + strings.ReplaceAll(e.Class, " ", ".")
	}
	for _, a := range e.Attrs {
		s += " " + a.Name + `="` + html.EscapeString(a.Value) + `"`
	}
	return s + ">"
}
