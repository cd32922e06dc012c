package theme_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kepu/internal/page"
)

// withClass lists the elements of a name that have a class.
func withClass(root *html.Node, name, class string) []*html.Node {
	return slices.DeleteFunc(all(root, name), func(n *html.Node) bool { return !hasClass(n, class) })
}

// TestLetters: a letter without people is no link, and no voice reads it.
func TestLetters(t *testing.T) {
	var links, silent []string
	for _, nav := range withClass(drawn(t, load(t), ofTemplate("people")), "nav", "letters") {
		for _, li := range all(nav, "li") {
			switch one := li.FirstChild; {
			case one.Data == "a":
				links = append(links, textOf(li)+attr(one, "aria-label"))
			case attr(one, "aria-hidden") == "true":
				silent = append(silent, textOf(li))
			}
		}
	}
	if want := []string{"HH，7位", "JJ，9位", "NN，13位"}; !slices.Equal(links, want) || len(silent) != 24 {
		t.Errorf("links %q, want %q; %d letters alone, want 24", links, want, len(silent))
	}
}

// TestTree: the directory has every organization once, opens two levels, and
// a thousand more cost little more than their names and addresses.
func TestTree(t *testing.T) {
	th := load(t)
	root := drawn(t, th, ofTemplate("directory"))
	var open, folded []string
	for _, d := range all(root, "details") {
		list := &folded
		if slices.ContainsFunc(d.Attr, func(a html.Attribute) bool { return a.Key == "open" }) {
			list = &open
		}
		*list = append(*list, textOf(d.FirstChild))
	}
	if want := []string{"下属5个", "下属2个"}; !slices.Equal(open, want) {
		t.Errorf("open are %q, want %q", open, want)
	}
	if want := []string{"下属1个", "下属1个"}; !slices.Equal(folded, want) {
		t.Errorf("folded are %q, want %q", folded, want)
	}
	for _, name := range []string{"某街道科普工作站", "吉林省光学学会", "吉林大学"} {
		if n := strings.Count(textOf(root), name); n != 1 {
			t.Errorf("%s stands there %d times", name, n)
		}
	}

	size := func(leaves int) int {
		node := page.OrgNode{Link: page.Link{Name: "协会", URL: "/o/"}, KindText: "科协"}
		nodes := []page.OrgNode{{Link: page.Link{Name: "省科协"}, Children: []page.OrgNode{{Link: page.Link{Name: "市科协"}, Children: slices.Repeat([]page.OrgNode{node}, leaves)}}}}
		return len(execute(t, th, view(chrome(th, "zh-CN"), "directory", "organizations", "机构", "organizations/", &page.DirectoryView{Roots: nodes})))
	}
	if more := (size(1001) - size(1)) / 1000; more > 60 {
		t.Errorf("an organization costs %d bytes", more)
	}
}

// TestRoll: of each year it is said whether all names are known, but of a year
// without any.
func TestRoll(t *testing.T) {
	var got []string
	for _, year := range withClass(drawn(t, load(t), ofTemplate("honour")), "section", "roll") {
		said := "-"
		for _, word := range []string{"名单完整", "名单不完整"} {
			if strings.Contains(textOf(year), word) {
				said = word
			}
		}
		got = append(got, fmt.Sprint(attr(all(year, "h3")[0], "id"), said, len(all(year, "li"))))
	}
	if want := []string{"x-2024名单完整3", "x-1999名单不完整1", "x-1998-0"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestChoices: what one may choose is worded as the keys of the experts are.
func TestChoices(t *testing.T) {
	root := drawn(t, load(t), ofTemplate("speakers"))
	var keys []string
	for _, li := range withClass(root, "li", "speaker") {
		keys = append(keys, strings.Fields(attr(li, "data-keys"))...)
	}
	for _, option := range all(root, "option") {
		if value := attr(option, "value"); value != "" && !slices.Contains(keys, value) {
			t.Errorf("no expert has the key %q", value)
		}
	}
	if len(keys) < 10 || len(all(root, "option")) != 5 {
		t.Errorf("%d keys, %d options", len(keys), len(all(root, "option")))
	}
}

// TestFinders: without the script nothing asks a reader to type; with it, what
// was found is read out.
func TestFinders(t *testing.T) {
	th := load(t)
	if !strings.Contains(asset(t, th, "css/people.css"), ".finder{display:none;") {
		t.Error("the box is there without the script")
	}
	for _, name := range []string{"people", "directory", "speakers"} {
		root := drawn(t, th, ofTemplate(name))
		for _, box := range append(append(all(root, "input"), all(root, "select")...), withClass(root, "button", "quiet")...) {
			finder := box.Parent
			for finder != nil && !hasClass(finder, "finder") {
				finder = finder.Parent
			}
			if finder == nil {
				t.Errorf("%s: <%s> outside of a finder", name, box.Data)
			} else if !strings.Contains(attr(finder, "data-found"), "{n}") || !slices.ContainsFunc(slices.Collect(finder.Descendants()), func(n *html.Node) bool { return attr(n, "role") == "status" }) {
				t.Errorf("%s: it is not said how many were found", name)
			}
		}
		if len(withClass(root, "div", "finder")) != 1 {
			t.Errorf("%s: no finder", name)
		}
	}
}
