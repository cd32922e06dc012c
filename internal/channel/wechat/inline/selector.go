package inline

import (
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// A selector is compounds, of which the last matches the element itself.
type selector struct {
	compounds []compound
	weight    int // specificity: 256 for a class, 1 for a tag
}

// A compound is what must hold of one element.
type compound struct {
	joint   byte // how it stands to the compound before it: ' ', '>' or '+'
	tag     string
	classes []string
	first   bool
	last    bool
}

func (s *selector) subject() *compound { return &s.compounds[len(s.compounds)-1] }

// mostCompounds bounds how long it can take to match a selector.
const mostCompounds = 4

// parseSelectors reads a list of selectors.
func parseSelectors(tokens []token) ([]selector, error) {
	var list []selector
	for at := tokens[0]; ; {
		end := find(tokens, css.CommaToken)
		s, err := parseSelector(trim(tokens[:end]), at)
		if err != nil {
			return nil, err
		}
		list = append(list, s)
		if end == len(tokens) {
			return list, nil
		}
		at, tokens = tokens[end], tokens[end+1:]
	}
}

func parseSelector(tokens []token, at token) (selector, error) {
	var s selector
	c := compound{joint: ' '}
	empty := true
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if joint, ok := jointOf(t); ok {
			if !empty {
				s.compounds = append(s.compounds, c)
				c, empty = compound{joint: joint}, true
			} else if joint != ' ' {
				if c.joint != ' ' || len(s.compounds) == 0 {
					return s, t.errorf("%s stands where an element should", t.text)
				}
				c.joint = joint
			}
			continue
		}
		next := token{line: t.line}
		if i+1 < len(tokens) {
			next = tokens[i+1]
		}
		switch {
		case t.text == "*" && empty:
		case t.TokenType == css.IdentToken && empty:
			c.tag = strings.ToLower(t.text)
			s.weight++
		case t.text == "." && next.TokenType == css.IdentToken:
			c.classes = append(c.classes, next.text)
			s.weight += 256
			i++
		case t.TokenType == css.ColonToken && next.text == "first-child":
			c.first = true
			s.weight += 256
			i++
		case t.TokenType == css.ColonToken && next.text == "last-child":
			c.last = true
			s.weight += 256
			i++
		default:
			return s, t.errorf("a selector with %s%s is not supported", t.text, next.text)
		}
		empty = false
	}
	if empty || len(s.compounds) >= mostCompounds {
		return s, at.errorf("a selector takes one to %d elements", mostCompounds)
	}
	s.compounds = append(s.compounds, c)
	return s, nil
}

// jointOf reads what stands between two compounds.
func jointOf(t token) (byte, bool) {
	switch {
	case t.TokenType == css.WhitespaceToken:
		return ' ', true
	case t.text == ">" || t.text == "+":
		return t.text[0], true
	}
	return 0, false
}

// matches reports whether the first n+1 compounds of a selector match the node
// with index i.
func (s *selector) matches(nodes []node, i, n int) bool {
	c := &s.compounds[n]
	if !c.matches(&nodes[i]) {
		return false
	}
	if n == 0 {
		return true
	}
	switch c.joint {
	case '>':
		i = nodes[i].parent
		return i >= 0 && s.matches(nodes, i, n-1)
	case '+':
		i = nodes[i].before
		return i >= 0 && s.matches(nodes, i, n-1)
	}
	for i = nodes[i].parent; i >= 0; i = nodes[i].parent {
		if s.matches(nodes, i, n-1) {
			return true
		}
	}
	return false
}

func (c *compound) matches(n *node) bool {
	if c.tag != "" && c.tag != n.Tag || c.first && n.before >= 0 || c.last && !n.last {
		return false
	}
	for _, class := range c.classes {
		if !contains(n.Class, class) {
			return false
		}
	}
	return true
}
