package raster

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A rule is a declaration of a style sheet for what a selector matches.
type rule struct {
	element, id string // "" for any
	classes     []string
	weight      int // of the selector: the heavier wins, of equals the later
	properties  []declaration
}

type declaration struct{ name, value string }

// styleSheet reads the text of a <style>: rules with simple selectors. What is
// said for print or for dark grounds is left out.
func styleSheet(text string) ([]rule, error) {
	text = withoutComments(strings.NewReplacer("<!--", " ", "-->", " ").Replace(text))
	var rules []rule
	for {
		head, rest, ok := strings.Cut(text, "{")
		if !ok {
			break
		}
		head = strings.TrimSpace(head)
		if strings.HasPrefix(head, "@") {
			inner, after := block(rest)
			if !strings.HasPrefix(head, "@media") || !strings.Contains(head, "print") && !strings.Contains(head, "dark") {
				return nil, fmt.Errorf("style: %.40q cannot be drawn", head)
			}
			_, text = inner, after
			continue
		}
		body, after, _ := strings.Cut(rest, "}")
		text = after
		properties, err := declarations(body)
		if err != nil {
			return nil, err
		}
		for _, s := range strings.Split(head, ",") {
			r, err := selector(strings.TrimSpace(s))
			if err != nil {
				return nil, err
			}
			r.properties = properties
			if rules = append(rules, r); len(rules) > mostRules {
				return nil, errTooMuch
			}
		}
	}
	if rest := strings.TrimSpace(text); rest != "" {
		return nil, fmt.Errorf("style: %.40q cannot be drawn", rest)
	}
	return rules, nil
}

// inOrder sorts rules so that each wins over those before it.
func inOrder(rules []rule) {
	slices.SortStableFunc(rules, func(a, b rule) int { return cmp.Compare(a.weight, b.weight) })
}

// block cuts a text behind the brace that closes one already open.
func block(s string) (inner, after string) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

func withoutComments(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "*/")
		b.WriteByte(' ')
	}
}

// selector reads one of an element, an id and classes: text.big, .river, *.
func selector(s string) (rule, error) {
	var r rule
	for rest := s; ; {
		mark := byte(0)
		if rest != "" && (rest[0] == '.' || rest[0] == '#') {
			mark, rest = rest[0], rest[1:]
		}
		end := strings.IndexAny(rest, ".#")
		if end < 0 {
			end = len(rest)
		}
		name := rest[:end]
		if name == "" || name != "*" && strings.IndexFunc(name, notInName) >= 0 || name == "*" && mark != 0 {
			return r, fmt.Errorf("style: the selector %.40q cannot be drawn", s)
		}
		switch {
		case mark == '.':
			r.classes = append(r.classes, name)
			r.weight += 100
		case mark == '#':
			r.id = name
			r.weight += 10_000
		case name != "*":
			r.element = name
			r.weight++
		}
		if rest = rest[end:]; rest == "" {
			return r, nil
		}
	}
}

func notInName(r rune) bool {
	return !(r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f)
}

// matches tells that a rule is for an element.
func (r *rule) matches(n *node) bool {
	if r.element != "" && r.element != n.name || r.id != "" && r.id != n.attr("id") {
		return false
	}
	if len(r.classes) == 0 {
		return true
	}
	has := strings.Fields(n.attrs["class"])
	for _, c := range r.classes {
		if !slices.Contains(has, c) {
			return false
		}
	}
	return true
}

// declarations reads what stands in a style attribute or between braces.
func declarations(s string) ([]declaration, error) {
	var list []declaration
	for _, d := range strings.Split(s, ";") {
		name, value, ok := strings.Cut(d, ":")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		switch {
		case name == "" && value == "":
			continue
		case !ok || strings.Contains(value, "!important") || strings.HasPrefix(name, "--") || strings.Contains(value, "var("):
			return nil, fmt.Errorf("style: %.40q cannot be drawn", strings.TrimSpace(d))
		}
		list = append(list, declaration{name, value})
	}
	return list, nil
}
