package content

import (
	"strings"
	"testing"
	"time"
)

// TestHostile wants input that is made to take long to be refused soon.
func TestHostile(t *testing.T) {
	const n = 20000
	r := strings.Repeat
	for name, front := range map[string]string{
		"brackets":      "a: " + r("[", n),
		"closed":        "a: " + r("[", 9000) + r("]", 9000),
		"braces":        r("{a: ", n),
		"dashes":        r("- ", n),
		"questions":     r("? ", n),
		"indent":        nested(300),
		"keys":          r("a: b\n", n),
		"unknown":       manyKeys(n),
		"colons":        "a" + r(": b", n),
		"bad lines":     r("a: b: c\n", n),
		"open quotes":   r("a: '\n", n),
		"open end":      r("a: b\n", n) + "c: \"",
		"comments":      r("# c\n", n) + "a: b\n",
		"comment tails": r("a: b # c\n#\n", n),
		"aliases":       "a: &a [b]\n" + r("c: *a\n", n),
		"laughs":        laughs(),
		"control":       r("\x01", n),
		"blank":         r("\n", n),
		"long line":     "title: " + r("字", n),
		"no colon":      r("a\n", n),
		"tabs":          r("\t", n),
		"block":         "title: |\n" + r("  a\n", n),
		"flow commas":   "a: [" + r(",", n) + "]",
		"items":         "topics:\n" + r("- a\n", n),
		"bad items":     "sources:\n" + r("- a\n", n),
		"anchors":       r("&a ", n),
		"tags":          r("! ", n),
	} {
		if len(front) > 64<<10 {
			front = front[:64<<10-100]
		}
		for _, src := range []string{"---\n" + front + "\n---\n", "---\ntitle: a\n" + front + "\n---\n"} {
			start := time.Now()
			_, _, ds := decodeAny("articles", []byte(src))
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("%s took %v", name, d)
			} else if testing.Verbose() && d > 100*time.Millisecond {
				t.Logf("%s took %v", name, d)
			}
			if len(ds) == 0 {
				t.Errorf("%s was accepted", name)
			}
		}
	}
}

func nested(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("k" + itoa(i) + ": b\n")
	}
	return b.String()
}

func laughs() string {
	var b strings.Builder
	b.WriteString("l0: &l0 ha\n")
	for i := 1; i < 30; i++ {
		b.WriteString("l" + itoa(i) + ": &l" + itoa(i) + " [" + strings.Repeat("*l"+itoa(i-1)+", ", 9) + "]\n")
	}
	return b.String()
}

func TestLimits(t *testing.T) {
	big := "---\ntitle: a\ndate: 2026-05-30\nsummary: " + strings.Repeat("a", 64<<10) + "\n---\n"
	if got := decodeForTest("articles", []byte(big)); got != "2:1 front-matter-too-large" {
		t.Error(got)
	}
	if got := decodeForTest("site", []byte(strings.Repeat("# a\n", 64<<10)+"title: a\n")); got != "1:1 front-matter-too-large" {
		t.Error(got)
	}
	_, _, ds := decodeAny("articles", []byte("---\n"+manyKeys(1000)+"---\n"))
	if len(ds) != maxReports {
		t.Errorf("%d diagnostics", len(ds))
	}
}

// TestLongLists: who has thousands of laureates, members or stops can list them,
// and no input of that size takes long.
func TestLongLists(t *testing.T) {
	const team, person, sources = "kind: team\n", "born: {date: 1900}\n", "sources: [{title: a}]\n"
	roll := "kind: prize\n" + sources + "editions:\n  - year: 2000\n    laureates:\n"
	for name, c := range map[string]struct {
		kind, head, item string // № is a number
		n                int
		bad              bool
	}{
		"stops":        {"routes", "stops:\n", "  - {name: 第№站, coordinates: {lat: 43.88, lng: 125.32}}\n", 5000, false},
		"timeline":     {"scientists", sources + person + "timeline:\n", "  - {date: 1990, text: 某某某某, source: 1}\n", 2000, false},
		"laureates":    {"honours", roll, "      - 张№\n", 20000, false},
		"in groups":    {"honours", roll, "      - {name: 张№, institution: 某某某某某某某某, grade: 一等奖}\n", 10000, false},
		"in quotes":    {"honours", roll, "      - {name: '张№, 某', institution: \"某某\"}\n", 5000, false},
		"members":      {"scientists", team + sources + "members:\n", "  - 张№\n", 10000, false},
		"editions":     {"honours", "kind: prize\n" + sources + "editions:\n", "  - {year: 2000, edition: №, laureates: [甲]}\n", 999, false},
		"too many":     {"honours", roll, "      - 张№\n", 90000, true},
		"of one year":  {"honours", "kind: prize\n" + sources + "editions:\n", "  - {year: 2000, laureates: [甲]}\n", 25000, true},
		"of no number": {"honours", "kind: prize\n" + sources + "editions:\n", "  - {year: 2000, edition: x, laureates: [甲]}\n", 20000, true},
		"all the same": {"honours", roll, "      - 张\n", 80000, true},
		"no sources":   {"scientists", sources + "timeline:\n", "  - {date: 1990, text: 某, source: 9}\n", 20000, true},
		"backwards":    {"scientists", sources + "affiliations:\n", "  - {name: 某, from: 1990, to: 1980}\n", 20000, true},
		"before birth": {"scientists", sources + person + "timeline:\n", "  - {date: 1890, text: 某}\n", 20000, true},
		"nowhere":      {"routes", "stops:\n", "  - {name: 第№站}\n", 40000, true},
		"bangs":        {"scientists", team + sources + "members: # !\n", "  - '张№!'\n", 40000, false},
		"bang in line": {"scientists", team + sources + "members: ['!', ", "'张№', ", 60000, true},
		"open end":     {"scientists", "", "a№: b\n", 60000, true},
		"keys":         {"scientists", "", "a: b\n", 200000, true},
		"comments":     {"scientists", "", "# c\n", 200000, true},
		"tails":        {"scientists", "members:\n", "  - b # c\n#\n", 80000, true},
		"unclosed":     {"scientists", "title: \"\n", "a: b\n", 200000, true},
		"aliases":      {"scientists", "a: &a [b]\n", "c: *a\n", 150000, true},
		"no YAML":      {"scientists", "", "a: b: c\n", 120000, true},
	} {
		src := []byte("---\ntitle: a\n" + c.head)
		for i := range c.n {
			src = append(src, strings.ReplaceAll(c.item, "№", itoa(i+1))...)
		}
		if name == "open end" {
			src = append(src, "c: \""...)
		}
		src = append(src, "\n---\n"...)
		start := time.Now()
		got := decodeForTest(c.kind, src)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Logf("%s: %d kB, %v", name, len(src)/1000, d)
		}
		if (got != "") != c.bad {
			t.Errorf("%s: %.200s", name, got)
		}
	}
}
