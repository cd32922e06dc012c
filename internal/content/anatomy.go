package content

import (
	"strings"
	"unicode/utf8"

	"kepu/internal/diag"
)

// An entry is one line of front matter taken apart as its author saw it:
// “  - key: value”. It is only used to explain lines that YAML refuses.
type entry struct {
	line    string
	indent  int  // bytes of blanks
	dashes  bool // begins with “- ”
	hasKey  bool
	key     string
	value   string // text after the key, or after the dashes, trimmed
	valueAt int    // byte offset
}

func anatomy(line string) entry {
	e := entry{line: line}
	for e.indent < len(line) && (line[e.indent] == ' ' || line[e.indent] == '\t') {
		e.indent++
	}
	at := e.indent
	for strings.HasPrefix(line[at:], "- ") || line[at:] == "-" {
		e.dashes = true
		at = min(at+2, len(line))
		for at < len(line) && line[at] == ' ' {
			at++
		}
	}
	if end := keyEnd(line[at:]); end > 0 {
		e.hasKey, e.key = true, strings.Trim(line[at:at+end], ` "'`)
		at += end + 1
	}
	for at < len(line) && line[at] == ' ' {
		at++
	}
	e.valueAt = at
	e.value = strings.TrimRight(line[at:], " \t")
	return e
}

// keyEnd finds the colon after a key, 0 if there is none.
func keyEnd(s string) int {
	if s == "" || strings.IndexByte("[{#&*!|>@`%,", s[0]) >= 0 {
		return 0
	}
	from := 0
	if s[0] == '"' || s[0] == '\'' {
		end, ok := quoteEnd(s)
		if !ok {
			return 0
		}
		from = end
		if rest := strings.TrimLeft(s[from:], " "); rest == "" || rest[0] != ':' {
			return 0
		}
	}
	i := innerColon(s[from:])
	if i < 0 {
		return 0
	}
	return from + i
}

// quoteEnd is the offset after the quote that closes the one s begins with.
func quoteEnd(s string) (int, bool) {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == '\'' && s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == s[0]:
			return i + 1, true
		}
	}
	return 0, false
}

// quotedLine is the line with its value in single quotes, which keep any text.
func (e entry) quotedLine() string {
	return strings.TrimLeft(e.line[:e.valueAt], " \t") + quote(e.value)
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

type place func(off int, zh, en string) slip

// quoted explains a value that begins with a quote.
func quoted(e entry, at place) (slip, bool) {
	v := e.value
	end, closed := quoteEnd(v)
	if !closed {
		s := at(e.valueAt, "引号没有结束", "the quote is not closed")
		s.suggest = strings.TrimLeft(e.line[:e.valueAt], " \t") + v + v[:1]
		return s, true
	}
	if rest := strings.TrimSpace(v[end:]); rest != "" && rest[0] != '#' {
		s := at(e.valueAt+end, "引号在这里就结束了，后面还有文字", "the quote ends here, and text follows")
		inner := v
		if v[len(v)-1] == v[0] {
			inner = v[1 : len(v)-1]
		}
		s.suggest = strings.TrimLeft(e.line[:e.valueAt], " \t") + quote(inner)
		return s, true
	}
	if v[0] == '"' {
		if i := badEscape(v); i >= 0 {
			s := at(e.valueAt+i, "双引号里的反斜杠后面不能是这个字", "a backslash between double quotes cannot stand before this character")
			s.suggest = strings.TrimLeft(e.line[:e.valueAt], " \t") + quote(v[1:end-1])
			return s, true
		}
	}
	return slip{}, false
}

func badEscape(v string) int {
	for i := 0; i+1 < len(v); i++ {
		if v[i] != '\\' {
			continue
		}
		if strings.IndexByte("0abt\tnvfre \"'/\\N_LPxuU", v[i+1]) < 0 {
			return i
		}
		hex := strings.IndexByte("xuU", v[i+1])
		if hex >= 0 && !isHex(v[i+2:min(len(v), i+2+(2<<hex))], 2<<hex) {
			return i
		}
		i++
	}
	return -1
}

func isHex(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

// brackets explains a value that begins with [ or {.
func brackets(e entry, no int, lines []string, at place) slip {
	kind := e.value[:1]
	closer := map[string]string{"[": "]", "{": "}"}[kind]
	depth, ends := 0, -1
	v := e.value
scan:
	for i := 0; i < len(v); i++ {
		switch c := v[i]; c {
		case '\'', '"':
			if i > 0 && strings.IndexByte("[{, ", v[i-1]) >= 0 {
				n, ok := quoteEnd(v[i:])
				if !ok {
					return at(e.valueAt+i, "引号没有结束", "the quote is not closed")
				}
				i += n - 1
			}
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				ends = i + 1
				break scan
			}
		case '*', '&', '@', '`', '%', '!':
			before := strings.TrimRight(v[:i], " ")
			if strings.IndexByte("[{,:", before[len(before)-1]) < 0 {
				continue
			}
			return at(e.valueAt+i, "文字不能以 "+string(c)+" 开头，请用英文单引号括起来", "text cannot begin with "+string(c)+"; put it between '…'")
		}
	}
	for _, wide := range []string{"】", "］", "」", "｝"} {
		if i := strings.Index(v, wide); i >= 0 && ends < 0 {
			s := at(e.valueAt+i, "括号要用英文的 "+closer, "the bracket must be a plain "+closer)
			s.suggest = strings.TrimLeft(e.line[:e.valueAt], " \t") + strings.NewReplacer(wide, closer, "，", ", ", "、", ", ").Replace(v)
			return s
		}
	}
	switch {
	case ends < 0:
		s := at(e.valueAt, "“"+kind+"”没有用“"+closer+"”结束", "“"+kind+"” is not closed by “"+closer+"”")
		if no >= len(lines) || keyEnd(lines[no]) > 0 || strings.TrimSpace(lines[no]) == "" {
			s.suggest = strings.TrimLeft(e.line[:e.valueAt], " \t") + v + closer
		}
		return s
	case strings.TrimSpace(v[ends:]) != "":
		return at(e.valueAt+ends, "括号结束后面还有文字", "text follows the closing bracket")
	}
	if i := innerColon(v); i >= 0 && kind == "[" {
		return at(e.valueAt+i, "方括号里的文字含有冒号，请用英文单引号括起来", "the text between brackets holds a colon; put it between '…'")
	}
	return at(e.valueAt, "括号里的内容有误", "what stands between the brackets makes no sense")
}

// noColon explains a line that has no “: ” where a field should be.
func noColon(e entry, no int) slip {
	t := strings.TrimSpace(e.line[e.indent:])
	at := func(off int, zh, en string) slip {
		return slip{line: no, col: utf8.RuneCountInString(e.line[:min(e.indent+off, len(e.line))]) + 1, why: phrase{zh, en}}
	}
	var s slip
	name, rest, wide := strings.Cut(t, "：")
	word := t[:len(t)-len(strings.TrimLeft(t, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-"))]
	switch {
	case wide && utf8.RuneCountInString(name) <= 20 && !strings.Contains(name, " "):
		s = at(len(name), "冒号要用英文冒号，后面加一个空格", "the colon must be a plain one, and a space after it")
		s.suggest = name + ": " + strings.TrimSpace(rest)
	case word != "" && strings.HasPrefix(t[len(word):], ":") && !strings.HasPrefix(t[len(word):], "://"):
		s = at(len(word), "冒号后面要有一个空格", "a space must follow the colon")
		s.suggest = word + ": " + strings.TrimSpace(t[len(word)+1:])
	default:
		s = at(0, "这一行不是“字段: 值”的形式", "this line is not “field: value”")
		if word != "" && len(word) < len(t) && strings.TrimSpace(t[len(word):len(word)+1]) == "" {
			s.suggest = word + ": " + strings.TrimSpace(t[len(word):])
		}
	}
	s.code = diag.YAMLSyntax
	return s
}
