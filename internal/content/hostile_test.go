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
	roll := func(n int) []byte {
		return []byte("---\ntitle: a\nkind: prize\nsources: [{title: a}]\neditions:\n  - year: 2000\n    laureates:\n" + strings.Repeat("      - 张三\n", n) + "---\n")
	}
	if got := decodeForTest("honours", roll(15000)); got != "" {
		t.Error(got)
	}
	if got := decodeForTest("honours", roll(20000)); got != "2:1 front-matter-too-large" {
		t.Error(got)
	}
	_, _, ds := decodeAny("articles", []byte("---\n"+manyKeys(1000)+"---\n"))
	if len(ds) != maxReports {
		t.Errorf("%d diagnostics", len(ds))
	}
}
