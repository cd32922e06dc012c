package picture

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// unsafeStyle gives what in a style sheet, or in an attribute that may hold one, would load
// something from elsewhere or run: "" where there is nothing.
func unsafeStyle(s string) string {
	s = strings.ToLower(unescapeCSS(s))
	for _, bad := range [...]string{"@import", "expression(", "image-set("} {
		if strings.Contains(s, bad) {
			return bad
		}
	}
	if strings.Contains(dropBlanks(s), "javascript:") { // browsers skip blanks inside the scheme
		return "javascript:"
	}
	for rest := s; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return ""
		}
		if !strings.HasPrefix(strings.TrimLeft(after, " \t\r\n\f'\""), "#") {
			address, _, _ := strings.Cut(after, ")")
			return "url(" + shorten(address) + ")"
		}
		rest = after
	}
}

// unescapeCSS undoes backslashes, with which the names of functions can be hidden: \75rl(…).
func unescapeCSS(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		n := 0
		for n < 6 && i+1+n < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[i+1+n]) >= 0 {
			n++
		}
		if n == 0 {
			continue // the next character stands for itself
		}
		code, _ := strconv.ParseUint(s[i+1:i+1+n], 16, 32)
		b.WriteRune(rune(max(code, ' '))) // what is found goes into a message, where control characters have no place
		i += n
		if i+1 < len(s) && strings.IndexByte(" \t\r\n\f", s[i+1]) >= 0 { // one blank ends the number
			i++
		}
	}
	return b.String()
}

func dropBlanks(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, s)
}

// shorten keeps a message printable.
func shorten(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	n := most
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
