package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what comes out into testdata/*.txt; read the difference before you believe it")

const (
	between = "//- - - - - - - - -//\n"
	after   = "//= = = = = = = = = = = = = = = = = = = = = = = =//\n"
)

// A file of testdata holds the cases of one syntax, each a title, an input, and the HTML with
// addresses as written, followed by a line for each problem. Words in brackets at the end of a title are options.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d files of cases: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { runCases(t, file, convert) })
	}
}

// TestProseCases has trees in place of HTML.
func TestProseCases(t *testing.T) {
	runCases(t, "testdata/prose/prose.txt", func(input string, opt Options) string {
		return outline(Prose([]byte(input), 1, opt))
	})
}

func runCases(t *testing.T, file string, convert func(input string, opt Options) string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for i, c := range strings.Split(string(data), after) {
		c = strings.TrimLeft(c, "\n")
		if c == "" {
			continue
		}
		parts := strings.SplitN(c, between, 3)
		if len(parts) != 3 {
			t.Fatalf("case %d is not a title, an input and an output:\n%s", i+1, c)
		}
		title := strings.TrimSpace(parts[0])
		if want := fmt.Sprintf("%d: ", i+1); !strings.HasPrefix(title, want) {
			t.Fatalf("case %d has the title %q", i+1, title)
		}
		got := convert(parts[1], caseOptions(title))
		if got != parts[2] && !*update {
			t.Errorf("%s\n%s\ngot:\n%s\nwant:\n%s", title, parts[1], got, parts[2])
		}
		out.WriteString(title + "\n" + between + parts[1] + between + got + after + "\n\n")
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func caseOptions(title string) Options {
	return Options{
		TrustedHTML: strings.Contains(title, "[trusted]"),
		LineNumbers: strings.Contains(title, "[linenos]"),
		Lang:        map[bool]string{true: "ko"}[strings.Contains(title, "[ko]")],
	}
}

func convert(input string, opt Options) string {
	d := Parse([]byte(input), 1, opt)
	var b strings.Builder
	_ = d.Render(&b, nil)
	s := b.String()
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	for _, p := range d.Problems {
		s += strings.TrimRight(fmt.Sprintf("! %d:%d %s %s", p.Line, p.Col, p.Kind, p.Arg), " ") + "\n"
	}
	return s
}
