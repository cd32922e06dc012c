package markdown

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// TestCommonMark runs the examples of CommonMark 0.31.2 through goldmark with our inline parsers in
// place of its own. The examples are read from goldmark's module, so that none is copied here.
func TestCommonMark(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(moduleDir(t, "github.com/yuin/goldmark"), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct {
		Markdown, HTML, Section string
		Example                 int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) != 652 {
		t.Fatalf("%d examples, want the 652 of CommonMark 0.31.2", len(examples))
	}
	md := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(mathBlockParser{}, 120))...),
			parser.WithInlineParsers(withTextParser([]util.PrioritizedValue{
				util.Prioritized(parser.NewCodeSpanParser(), 100),
				util.Prioritized(footnoteParser{}, 101),
				util.Prioritized(mathParser{}, 102),
				util.Prioritized(newLinkParser(), 200),
				util.Prioritized(parser.NewAutoLinkParser(), 300),
				util.Prioritized(parser.NewRawHTMLParser(), 400),
				util.Prioritized(emphasisParser{}, 500),
				util.Prioritized(strikethroughParser{}, 500),
			})...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		)),
		goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()),
	)
	for _, e := range examples {
		var b strings.Builder
		if err := md.Convert([]byte(e.Markdown), &b); err != nil {
			t.Fatal(err)
		}
		if b.String() != e.HTML {
			t.Errorf("example %d (%s)\n%s\ngot:\n%s\nwant:\n%s", e.Example, e.Section, e.Markdown, b.String(), e.HTML)
		}
	}
}

// moduleDir is where the source of a module lies.
func moduleDir(t testing.TB, path string) string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path).Output()
	if err != nil {
		t.Fatalf("where is %s: %v", path, err)
	}
	return strings.TrimSpace(string(out))
}
