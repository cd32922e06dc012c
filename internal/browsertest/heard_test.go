package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// A heard thing is what a screen reader says of a node.
type heard struct{ role, name, description string }

// listen gives what a reader hears of the page, in its order.
func (tb *tab) listen() (things []heard) {
	tb.Helper()
	tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		tree, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		for _, node := range tree.Nodes {
			if node.Ignored {
				continue
			}
			var h heard
			err := errors.Join(said(node.Role, &h.role), said(node.Name, &h.name), said(node.Description, &h.description))
			if err != nil {
				return err
			}
			things = append(things, h)
		}
		return nil
	}))
	return things
}

func said(value *accessibility.Value, text *string) error {
	if value == nil || len(value.Value) == 0 {
		return nil
	}
	return json.Unmarshal(value.Value, text)
}

// The drawing of a life is one picture with a name, and its description tells
// each year of the list beside it. Within it nothing is read out twice.
func TestLifeIsHeard(t *testing.T) {
	tb := open(t, phone)
	seen := 0
	for _, page := range drawn(t) {
		if page.Template != "scientist" || !strings.Contains(string(page.HTML), `class="life-chart"`) {
			continue
		}
		tb.visit(page.URL)
		name := eval[string](tb, `document.querySelector("h1").textContent`)
		years := eval[[]string](tb, `[...document.querySelectorAll(".timeline :is(time, .year)")].map(e => e.textContent)`)
		for _, h := range tb.listen() {
			if (h.role != "image" && h.role != "img") || !strings.HasPrefix(h.name, name) {
				continue
			}
			seen++
			for _, year := range years {
				if !strings.Contains(h.description, year) {
					t.Errorf("%s: the description does not tell of %s: %s", page.URL, year, h.description)
				}
			}
			if len(years) == 0 {
				t.Errorf("%s: no year in the list: the test sees nothing", page.URL)
			}
		}
		numbers := eval[[]int](tb, `[document.querySelectorAll(".timeline > li").length,
			...[...document.querySelectorAll(".life-number")].map(e => +e.textContent)]`)
		for i, n := range numbers[1:] {
			if n != i+1 {
				t.Errorf("%s: the numbers of the drawing are %v", page.URL, numbers[1:])
				break
			}
		}
		if numbers[0] != len(numbers)-1 {
			t.Errorf("%s: %d numbers in the drawing, %d in the list", page.URL, len(numbers)-1, numbers[0])
		}
	}
	if seen == 0 {
		t.Error("no life was heard")
	}
}

// Who has a page in the lists of teachers and students is a link with this name
// in the drawing of the lineage.
func TestLineageIsHeard(t *testing.T) {
	tb := open(t, phone)
	links := 0
	for _, page := range drawn(t) {
		if !strings.Contains(string(page.HTML), `class="lineage"`) {
			continue
		}
		tb.visit(page.URL)
		type kin struct{ Name, URL string }
		const people = `.map(a => ({Name: a.textContent, URL: a.getAttribute("href")}))`
		list := eval[[]kin](tb, `[...document.querySelectorAll("section[aria-labelledby=x-lineage] .kin a")]`+people)
		drawn := map[string]string{}
		for _, p := range eval[[]kin](tb, `[...document.querySelectorAll(".lineage a")]`+people) {
			drawn[p.URL] = p.Name
		}
		if len(drawn) != len(list) {
			t.Errorf("%s: %d links in the drawing, %d in the lists", page.URL, len(drawn), len(list))
		}
		all := tb.listen()
		for _, p := range list {
			links++
			name, _, _ := strings.Cut(p.Name, " ")
			if drawn[p.URL] == "" {
				t.Errorf("%s: %s is not in the drawing", page.URL, p.Name)
			}
			if n := count(all, func(h heard) bool { return h.role == "link" && strings.HasPrefix(h.name, name) }); n < 2 {
				t.Errorf("%s: %d links say %s", page.URL, n, name)
			}
		}
		if count(all, func(h heard) bool {
			return h.role == "group" && strings.HasSuffix(h.name, "师承图") && h.description != ""
		}) != 1 {
			t.Errorf("%s: the drawing has no name or no description", page.URL)
		}
	}
	if links == 0 {
		t.Error("nobody in a lineage has a page: the test sees nothing")
	}
}

func count(things []heard, is func(heard) bool) (n int) {
	for _, h := range things {
		if is(h) {
			n++
		}
	}
	return n
}
