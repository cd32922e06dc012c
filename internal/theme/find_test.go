package theme_test

import (
	"encoding/json"
	"io/fs"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"kepu/themes"
)

// run evaluates an expression in Node beside what a part of the script exports.
func run(t *testing.T, part, prelude, expression string, result any) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node")
	}
	text, err := fs.ReadFile(themes.Default(), "assets/js/parts/"+part)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "--input-type=module")
	cmd.Stdin = strings.NewReader(prelude + string(text) + "\nconsole.log(JSON.stringify(" + expression + "));\n")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := json.Unmarshal(out, result); err != nil {
		t.Fatal(err)
	}
}

// TestRanker: a person is found by characters, by pinyin with or without tones,
// by initials and by parts of them; every word has to be there.
func TestRanker(t *testing.T) {
	cases := []struct {
		Query, Keys string
		Want        int
	}{
		{"南仁东", "南仁东 nanrendong nrd", 2},
		{"仁东", "南仁东 nanrendong nrd", 1},
		{"nanren", "南仁东 nanrendong nrd", 2},
		{"NRD", "南仁东 nanrendong nrd", 2},
		{"Nán Réndōng", "南仁东 nanrendong nrd", 2},
		{"dong nan", "南仁东 nanrendong nrd", 1},
		{"南 dong", "南仁东 nanrendong nrd", 2},
		{"南仁西", "南仁东 nanrendong nrd", 0},
		{"nan xi", "南仁东 nanrendong nrd", 0},
		{"dongnrd", "南仁东 nanrendong nrd", 0}, // not across keys
		{"LÜ", "吕某 lumou lm", 2},
		{"남인", "남인동 namindong", 2},
		{"  nrd ", "南仁东 nanrendong nrd", 2},
		{"Einstein", "Albert Einstein ae", 2},
		{"阿不都·热合曼", "阿不都·热合曼 abuduqehman", 2},
		{"(", "南仁东 nanrendong nrd", 0}, // no pattern
	}
	asked, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	var got []any
	run(t, "match.js", "", string(asked)+".map((c) => +ranker(c.Query)(plain(c.Keys)))", &got)
	for i, c := range cases {
		if got[i] != float64(c.Want) {
			t.Errorf("%q in %q: %v, want %d", c.Query, c.Keys, got[i], c.Want)
		}
	}
}

// TestLoose: the letters of an abbreviation stand in the name in their order.
func TestLoose(t *testing.T) {
	var got []int
	run(t, "match.js", "", `["省科协", "吉科会", "协科", "科科", "科科科", ""].map((q) => +(loose(q)("吉林省科学技术协会科") > 0))`, &got)
	if want := []int{1, 1, 1, 1, 0, 1}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestAnswers: an expert is shown for a choice that is among the keys; one who
// goes everywhere for every city.
func TestAnswers(t *testing.T) {
	nothing := "const document = { querySelector: () => null, querySelectorAll: () => [] };\n"
	var got []bool
	run(t, "choose.js", nothing, `[["city:siping topic:physics", "topic:physics"], ["city:siping topic:physics", "topic:phys"],
		["topic:a city:*", "city:siping"], ["topic:a city:*", "topic:b"], ["", "city:siping"]].map((x) => answers(x[0], x[1]))`, &got)
	if want := []bool{true, false, true, false, false}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestWeightOfFinders holds each script of a single page to 1¼ KB.
func TestWeightOfFinders(t *testing.T) {
	th := load(t)
	for _, name := range []string{"js/people.js", "js/directory.js", "js/speakers.js"} {
		size := len(asset(t, th, name))
		t.Logf("%s: %d bytes", name, size)
		if size > 1280 {
			t.Errorf("%s: %d bytes minified", name, size)
		}
	}
}
