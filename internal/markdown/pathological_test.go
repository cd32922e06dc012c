package markdown

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// TestPathological gives inputs that make careless parsers quadratic or overflow the stack. Ten times
// the input may take little more than ten times as long; the bound is generous, because machines are busy.
func TestPathological(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, unit := range map[string]string{
		"stars": "*", "stars and letters": "*a ", "openings": "**a", "underscores": "_a", "tildes": "~~a",
		"alternating": "*_", "brackets": "[", "images": "![", "bracket pairs": "[]", "link openings": "[a](", "links": "[a](b)",
		"angle addresses": "[a](<b", "titles": "[a](b (", "titles below": "[a](b\n(", "emphasis in links": "[*a](u)",
		"quotes": ">", "containers": ":::note\n", "containers and code": ":::note\n```\n", "colons": ":", "fences": ":::\n",
		"lists": "- ", "nested lists": "-\n ", "backticks": "`a``b", "tags": "<a ", "raw tags": "<b>", "raw lines": "<b>\n",
		"details": "<details>\n\n", "scripts": "<script>", "html blocks": "\n<b><i><u>\n\n", "block tags": "<div>\n\n",
		"headings": "# a\n\n", "footnotes": "[^1]", "definitions": "\n[^a]: b\n", "addresses": "http://", "mails": "a@", "www": "www.",
		"tables": "|a", "table rows": "a|b\n-|-\n", "entities": "&amp;", "soft breaks": "汉\n", "empty breaks": "<b>\n", "terms": "a\n: ",
		"code": "```go\n\"\n```\n", "alerts": "> [!NOTE]\n\n", "image alts": "![a](b) ", "backslashes": "\\", "attributes": "# a {#b}\n",
		"dollars": "$", "formulas": "$a$ ", "display formulas": "$$a$$ ", "openings of formulas": "$a\n", "of display formulas": "$$a\n",
		"formula blocks": "$$\n", "quoted formulas": "> $$\n", "triple dollars": "$$ a $$$ ", "dollars in formulas": "$$ $ $ $ $",
		"brackets in formulas": "$[$ ", "links and formulas": "[$a](b) ", "one long formula": "$$\na\n", "headed formulas": "$$a\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			var small, big float64
			for range 6 { // a busy machine can make one measurement long, not all of them
				small = fastest(strings.Repeat(unit, 5_000/len(unit)+1))
				big = fastest(strings.Repeat(unit, 50_000/len(unit)+1))
				if big < 25*small || big < 0.2 {
					return
				}
			}
			t.Errorf("5 KB take %.3f s, 50 KB %.3f s", small, big)
		})
	}
	for name, body := range map[string]string{
		"closed brackets":  strings.Repeat("[", 50_000) + "a" + strings.Repeat("]", 50_000),
		"closed images":    strings.Repeat("![", 50_000) + "a" + strings.Repeat("](b)", 50_000),
		"closed stars":     strings.Repeat("*", 50_000) + "a" + strings.Repeat("*", 50_000),
		"closed emphasis":  strings.Repeat("*a **b ", 10_000) + strings.Repeat("c** d*", 10_000),
		"table of filling": strings.Repeat("|a", 12_000) + "\n" + strings.Repeat("|-", 12_000) + "\n" + strings.Repeat("a\n", 12_000),
		"bold into blocks": strings.Repeat("<b title=x>\n\n", 500) + strings.Repeat("a\n\n", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			d := Parse([]byte(body), 1, Options{})
			if err := wellFormed(d, []byte(body), false); err != nil {
				t.Error(err)
			}
			if len(d.HTML) > 20*len(body) {
				t.Errorf("%d bytes became %d", len(body), len(d.HTML))
			}
		})
	}
}

// fastest measures without the garbage collector: 5 KB are done before it first runs, while 50 KB pay
// for it, which looked like 40 times the work for input that allocates just ten times as much.
func fastest(body string) float64 {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	best := 1e9
	for range 2 {
		runtime.GC()
		best = min(best, seconds(func() { Parse([]byte(body), 1, Options{}) }))
	}
	return best
}

func seconds(f func()) float64 {
	start := time.Now()
	f()
	return time.Since(start).Seconds()
}
