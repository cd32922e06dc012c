package icalcheck

import "strings"

// A property is one content line, taken apart. Names are in upper case.
type property struct {
	line   int
	name   string
	params map[string]string // the first value of each, without quotation marks
	value  string            // as written
}

// property takes a content line apart. ok is false if nothing can be made of it.
func (c *checker) property(l line) (p *property, ok bool) {
	s := string(l.text)
	name, rest := token(s)
	if name == "" || rest == "" {
		c.add(l.number, BadLine, "%.20q is not a name with a value", s)
		return nil, false
	}
	p = &property{line: l.number, name: strings.ToUpper(name), params: map[string]string{}}
	for rest != "" && rest[0] == ';' {
		if rest, ok = c.param(p, rest[1:]); !ok {
			return nil, false
		}
	}
	if rest == "" || rest[0] != ':' {
		c.add(l.number, BadLine, "%s: no colon after it", p.name)
		return nil, false
	}
	p.value = rest[1:]
	return p, true
}

// param reads one parameter at the head of s and returns what is behind it.
func (c *checker) param(p *property, s string) (rest string, ok bool) {
	name, rest := token(s)
	name = strings.ToUpper(name)
	if name == "" || !strings.HasPrefix(rest, "=") {
		c.add(p.line, BadParam, "%s: a parameter is a name, = and a value", p.name)
		return "", false
	}
	for n := 0; n == 0 || strings.HasPrefix(rest, ","); n++ {
		var value string
		if value, rest, ok = paramValue(rest[1:]); !ok {
			c.add(p.line, BadParam, "%s: a quotation mark is not where it may be", name)
			return "", false
		}
		if n == 0 {
			c.addParam(p, name, value)
		}
	}
	return rest, true
}

func (c *checker) addParam(p *property, name, value string) {
	switch _, twice := p.params[name]; {
	case twice:
		c.add(p.line, BadParam, "%s is there twice", name)
		return
	case !knownParams[name] && !strings.HasPrefix(name, "X-"):
		c.add(p.line, UnknownParam, "%s", name)
	case value == "" && knownParams[name]:
		c.add(p.line, BadParam, "%s is empty", name)
	}
	p.params[name] = value
}

// paramValue reads a value, quoted or not, up to what separates it.
func paramValue(s string) (value, rest string, ok bool) {
	if strings.HasPrefix(s, `"`) {
		value, rest, ok = strings.Cut(s[1:], `"`)
		ok = ok && rest != "" && strings.IndexByte(",;:", rest[0]) >= 0
		return value, rest, ok
	}
	i := strings.IndexAny(s, `",;:`)
	if i < 0 || s[i] == '"' {
		return "", "", false
	}
	return s[:i], s[i:], true
}

// token cuts a name off the head of s; it is "" if there is none.
func token(s string) (name, rest string) {
	i := 0
	for i < len(s) && (isAlpha(s[i]) || isDigit(s[i]) || s[i] == '-') {
		i++
	}
	return s[:i], s[i:]
}

func isAlpha(c byte) bool { return 'A' <= c&^0x20 && c&^0x20 <= 'Z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// set makes a lookup of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// knownParams are those of RFC 5545, 7986 and 9253.
var knownParams = set(`
	ALTREP CN CUTYPE DELEGATED-FROM DELEGATED-TO DIR ENCODING FBTYPE FMTTYPE
	LANGUAGE MEMBER PARTSTAT RANGE RELATED RELTYPE ROLE RSVP SENT-BY TZID VALUE
	DISPLAY EMAIL FEATURE LABEL GAP LINKREL`)
