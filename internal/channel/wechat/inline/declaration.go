package inline

import (
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// declarations makes longhands of a line of a rule.
func (s *Sheet) declarations(l line, vars variables) ([]declaration, error) {
	tokens, err := vars.replace(l.tokens, 8)
	if err != nil {
		return nil, err
	}
	list, err := components(tokens)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, l.name.errorf("%s lacks a value", l.name.text)
	}
	e := expansion{sheet: s}
	if err := e.expand(strings.ToLower(l.name.text), list); err != nil {
		return nil, l.name.errorf("%v", err)
	}
	return e.list, nil
}

// An expansion collects what a declaration sets.
type expansion struct {
	sheet *Sheet
	list  []declaration
}

func (e *expansion) expand(name string, list []component) error {
	if first, ok := shorthand(name); ok {
		return e.four(name, first, list)
	}
	if i, ok := side(name); ok {
		return e.border(list, i)
	}
	switch name {
	case "border":
		return e.border(list, 0, 1, 2, 3)
	case "overflow":
		if err := e.set(overflowX, list[:1]); err != nil {
			return err
		}
		return e.set(overflowY, list[len(list)-1:])
	}
	if p, ok := named(name); ok {
		return e.set(p, list)
	}
	return errUnsupported(name)
}

type errUnsupported string

func (e errUnsupported) Error() string { return string(e) + " is not supported" }

func (e *expansion) set(p property, list []component) error {
	if p == background && len(list) == 1 && list[0].text == "none" {
		list = []component{{css.IdentToken, "transparent"}}
	}
	text, err := p.read(list)
	if err != nil {
		return err
	}
	e.list = append(e.list, declaration{p, e.sheet.id(text)})
	return nil
}

// four sets one to four values on four sides, from first on.
func (e *expansion) four(name string, first property, list []component) error {
	from := [...][4]int{{}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}}
	if len(list) >= len(from) {
		return errUnsupported(name + " with so many values")
	}
	for i, k := range from[len(list)] {
		if err := e.set(first+property(i), list[k:k+1]); err != nil {
			return err
		}
	}
	return nil
}

// border sets width, style and colour of some sides, in any order.
func (e *expansion) border(list []component, sides ...property) error {
	groups := [...]property{borderWidth, borderStyle, borderColor}
	words := [len(groups)]string{}
	for g, p := range groups {
		words[g] = properties[p].initial
	}
next:
	for _, c := range list {
		for g, p := range groups {
			if word, ok := p.word(c); ok && words[g] == properties[p].initial {
				words[g] = word
				continue next
			}
		}
		return errUnsupported("border with " + c.text)
	}
	for g, p := range groups {
		for _, side := range sides {
			e.list = append(e.list, declaration{p + side, e.sheet.id(words[g])})
		}
	}
	return nil
}
