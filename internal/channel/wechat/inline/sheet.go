package inline

import (
	"cmp"
	"errors"
	"slices"
)

// A Sheet is a style sheet. It is not changed once it is read, and serves
// several goroutines.
type Sheet struct {
	pool
	rules     []rule // the later wins
	byClass   map[string][]int
	byTag     map[string][]int
	anywhere  []int
	baselines map[string]*baseline // by tag; "" for those that have none of their own
}

// A rule is a selector and what it sets.
type rule struct {
	selector  selector
	plain     []declaration
	important []declaration
}

type declaration struct {
	property property
	value    value
}

// Parse reads a style sheet: selectors of tags, classes, :first-child and
// :last-child, joined by spaces, > and +; custom properties on :root; the
// properties and values that package inline knows. Anything else is an error,
// with its line.
func Parse(source []byte) (*Sheet, error) {
	d := builtin()
	return parseSheet(string(source), d.pool.clone(), d.baselines)
}

func parseSheet(source string, values pool, baselines map[string]*baseline) (*Sheet, error) {
	tokens, err := tokenize(source)
	if err != nil {
		return nil, err
	}
	raw, variables, err := blocks(tokens)
	if err != nil {
		return nil, err
	}
	s := &Sheet{pool: values, baselines: baselines, byClass: map[string][]int{}, byTag: map[string][]int{}}
	for _, b := range raw {
		r := rule{}
		for _, line := range b.lines {
			list, err := s.declarations(line, variables)
			if err != nil {
				return nil, err
			}
			if line.important {
				r.important = append(r.important, list...)
			} else {
				r.plain = append(r.plain, list...)
			}
		}
		for _, r.selector = range b.selectors {
			s.rules = append(s.rules, r)
		}
	}
	if len(s.data) > 1<<15 {
		return nil, errors.New("too many values")
	}
	slices.SortStableFunc(s.rules, func(a, b rule) int {
		return cmp.Compare(a.selector.weight, b.selector.weight)
	})
	for i := range s.rules {
		s.index(i)
	}
	return s, nil
}

// index puts a rule where those look that its selector can match.
func (s *Sheet) index(i int) {
	subject := s.rules[i].selector.subject()
	switch {
	case len(subject.classes) > 0:
		s.byClass[subject.classes[0]] = append(s.byClass[subject.classes[0]], i)
	case subject.tag != "":
		s.byTag[subject.tag] = append(s.byTag[subject.tag], i)
	default:
		s.anywhere = append(s.anywhere, i)
	}
}
