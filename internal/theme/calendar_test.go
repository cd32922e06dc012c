package theme_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/page"
	"kepu/internal/theme"
)

// drawn is the page of the first view for which match is true.
func drawn(t *testing.T, th *theme.Theme, match func(*page.View) bool) *html.Node {
	t.Helper()
	for _, v := range views(th, "zh-CN") {
		if match(v) {
			root, err := html.Parse(strings.NewReader(execute(t, th, v)))
			if err != nil {
				t.Fatal(err)
			}
			return root
		}
	}
	t.Fatal("no such view")
	return nil
}

func ofTemplate(name string) func(*page.View) bool {
	return func(v *page.View) bool { return v.Template == name }
}

// all lists the elements of a name under a node.
func all(root *html.Node, name string) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			list = append(list, n)
		}
	}
	return list
}

func textOf(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// TestMonth: a month is one table that a screen reader can follow; its days are
// links to what the list below says of them.
func TestMonth(t *testing.T) {
	tables := all(drawn(t, load(t), ofTemplate("month")), "table")
	if len(tables) != 1 || len(all(tables[0], "caption")) != 1 {
		t.Fatalf("%d tables, or no caption", len(tables))
	}
	for _, th := range all(tables[0], "th") {
		if attr(th, "scope") != "col" {
			t.Errorf("a heading without scope: %s", textOf(th))
		}
	}
	dated := 0
	for i, tr := range all(tables[0], "tr") {
		cells := append(all(tr, "th"), all(tr, "td")...)
		if len(cells) != 7 {
			t.Errorf("row %d has %d cells", i, len(cells))
		}
		for _, td := range all(tr, "td") {
			if attr(td, "data-day") != "" {
				dated++
			}
			for _, a := range all(td, "a") {
				if attr(a, "class") == "n" && !strings.Contains(attr(a, "aria-label"), "5项") {
					t.Errorf("a day does not say what it holds: %q", attr(a, "aria-label"))
				}
			}
			for _, li := range all(td, "li") {
				if attr(li, "class") == "cancelled" && !strings.HasPrefix(textOf(li), "已取消 ") {
					t.Errorf("only a line tells that it is cancelled: %q", textOf(li))
				}
			}
		}
	}
	if dated != 30 {
		t.Errorf("%d days have a date for the script, want the 30 of the month", dated)
	}
}

// TestStatusInWords: wherever a time is not as planned, a word says so.
func TestStatusInWords(t *testing.T) {
	th := load(t)
	for _, name := range []string{"agenda", "month", "year", "event", "series"} {
		found := 0
		for _, li := range all(drawn(t, th, ofTemplate(name)), "li") {
			for class, word := range map[string]string{"cancelled": "已取消", "tentative": "待定"} {
				if hasClass(li, class) {
					found++
					if !strings.Contains(textOf(li), word) {
						t.Errorf("%s: %q does not say %s", name, textOf(li), word)
					}
				}
			}
		}
		if found == 0 {
			t.Errorf("%s: the fixture has nothing that is not as planned", name)
		}
	}
}

func hasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// TestSubscription: a calendar is subscribed to, the file of an event is added;
// the button to copy is not there without the script.
func TestSubscription(t *testing.T) {
	th := load(t)
	if !strings.Contains(asset(t, th, "css/main.css"), "[hidden]{display:none!important}") {
		t.Error("the style sheet shows what is hidden")
	}
	css := asset(t, th, "css/calendar.css")
	for _, c := range []struct {
		template     string
		codes, feeds int // QR codes and addresses to subscribe to
	}{{"agenda", 1, 1}, {"series", 1, 1}, {"place", 1, 1}, {"organization", 1, 1}, {"event", 1, 0}, {"subscribe", 2, 5}} {
		root := drawn(t, th, ofTemplate(c.template))
		codes, feeds := 0, 0
		for _, svg := range all(root, "svg") {
			if attr(svg, "class") == "qr" {
				codes++
				if attr(svg.Parent, "aria-label") == "" {
					t.Errorf("%s: a code without a name", c.template)
				}
			}
		}
		for _, a := range all(root, "a") {
			if strings.HasPrefix(attr(a, "href"), "webcal://") {
				feeds++
			}
		}
		if codes != c.codes || feeds != c.feeds {
			t.Errorf("%s: %d codes and %d feeds, want %d and %d", c.template, codes, feeds, c.codes, c.feeds)
		}
		for _, b := range all(root, "button") {
			if attr(b, "data-copied") != "" && !strings.Contains(css, ".address-line button{display:none}") {
				t.Errorf("%s: a button that does nothing without the script", c.template)
			}
		}
	}
}
