package content

import (
	"strings"
	"unicode/utf8"

	"kepu/internal/diag"
)

// A slip is what is wrong with a line that is not YAML, in words of an editor.
type slip struct {
	code      diag.Code
	line, col int // in the front matter, from 1
	why       phrase
	suggest   string
}

// explain finds the line that breaks the YAML and says why. The library's
// message names a line at or around the trouble (the start of what it was
// reading, counted from 0 or from 1), so the line is found by reading ever
// shorter beginnings of the text: it is the one after the longest that is sound.
func explain(lines []string, err error) slip {
	n := soundLines(lines)
	if err == errSecondDocument {
		return slip{diag.YAMLSyntax, documentMark(lines), 1, phrase{"这里只能有一份 YAML，不能再用 --- 或 ... 分段", "there can be one document only: no further --- or ..."}, ""}
	}
	line := strings.TrimRight(lines[n], "\r\n")
	s := diagnose(line, n+1, lines, err.Error())
	if s.code == "" {
		s.code = diag.YAMLSyntax
	}
	return s
}

// soundLines counts the lines of the longest sound beginning, within reason:
// text of that length that no beginning explains is no front matter.
func soundLines(lines []string) int {
	budget := 1 << 20
	end := len(lines)
	size := 0
	for _, l := range lines {
		size += len(l)
	}
	text := strings.Join(lines, "")
	for n := end - 1; n > 0; n-- {
		size -= len(lines[n])
		if budget -= size; budget < 0 {
			return n
		}
		if _, err := parseYAML([]byte(text[:size])); err == nil || err == errSecondDocument {
			return n
		}
	}
	return 0
}

func documentMark(lines []string) int {
	for i, l := range lines {
		l = strings.TrimRight(l, " \t\r\n")
		if l == "..." || l == fence && i > 0 {
			return i + 1
		}
	}
	return 1
}

func isIdle(line string) bool {
	t := strings.TrimSpace(line)
	return t == "" || t[0] == '#' && !strings.HasPrefix(line, "\t")
}

// diagnose looks for the known slips of one line, likeliest first.
func diagnose(line string, no int, lines []string, msg string) slip {
	e := anatomy(line)
	at := func(off int, zh, en string) slip {
		return slip{line: no, col: utf8.RuneCountInString(line[:off]) + 1, why: phrase{zh, en}}
	}
	if i := strings.IndexByte(line[:e.indent], '\t'); i >= 0 {
		return at(i, "行首用了 Tab，缩进只能用空格", "the line is indented with a tab; use spaces")
	}
	if strings.HasPrefix(line, "%") {
		return at(0, "一行不能以 % 开头", "a line cannot begin with %")
	}
	if !e.hasKey && !e.dashes {
		if strings.Contains(msg, "escape") || strings.Contains(msg, "anchor") {
			return at(e.indent, "看不懂这一行", "this line makes no sense here")
		}
		return noColon(e, no)
	}
	if s := previousSlip(e, no, lines); s.line > 0 {
		return s
	}
	v := e.value
	if v == "" {
		return indentation(e, at)
	}
	switch v[0] {
	case '\'', '"':
		if s, ok := quoted(e, at); ok {
			return s
		}
	case '[', '{':
		return brackets(e, no, lines, at)
	case '*', '&':
		s := at(e.valueAt, "", "")
		s.code, s.suggest = diag.YAMLAlias, e.quotedLine()
		return s
	case '!':
		s := at(e.valueAt, "", "")
		s.code, s.suggest = diag.YAMLTag, e.quotedLine()
		return s
	case '@', '`', '%', ']', '}', ',':
		s := at(e.valueAt, "文字不能以 "+v[:1]+" 开头", "text cannot begin with "+v[:1])
		s.suggest = e.quotedLine()
		return s
	case '|', '>':
		return at(e.valueAt, v[:1]+" 后面要换行，文字从下一行缩进写起", "text after "+v[:1]+" begins on the next line, indented")
	case '-', '?':
		if len(v) == 1 || v[1] == ' ' {
			return at(e.valueAt, "“"+v[:1]+" ”要另起一行", "“"+v[:1]+" ” must begin a line of its own")
		}
	case '\t':
		return at(e.valueAt, "冒号后面用了 Tab，请改成空格", "there is a tab after the colon; use a space")
	}
	if i := innerColon(v); i >= 0 && !deeper(e, no, lines) {
		s := at(e.valueAt+i, "文字里有冒号加空格，会被当成另一个字段", "the text holds a colon and a space, which begins another field")
		s.suggest = e.quotedLine()
		return s
	}
	if e.hasKey && deeper(e, no, lines) {
		return at(e.indent, "这一行比上一行缩进更多，会接在上一行的文字后面：字段请与上面对齐；若是文字，请把冒号改成中文冒号或给整段加引号", "this line is further in than the one above and continues its text: align it if it is a field; quote the whole text if it is text")
	}
	return indentation(e, at)
}

// deeper says that the line above has a value already and is less indented.
func deeper(e entry, no int, lines []string) bool {
	for i := no - 2; i >= 0; i-- {
		if !isIdle(lines[i]) {
			p := anatomy(strings.TrimRight(lines[i], "\r\n"))
			return p.indent < e.indent && p.value != "" && !p.dashes
		}
	}
	return false
}

// previousSlip blames a line above, where that is what lacks its colon: a line
// of text is sound by itself until a field follows it.
func previousSlip(e entry, no int, lines []string) slip {
	blame := 0
	for i := no - 2; i >= 0; i-- {
		if isIdle(lines[i]) {
			continue
		}
		p := anatomy(strings.TrimRight(lines[i], "\r\n"))
		switch {
		case p.indent == e.indent && !p.hasKey && !p.dashes:
			blame = i + 1
			continue
		case p.indent < e.indent && p.hasKey && p.value != "": // a text that goes on below its key
			return slip{}
		}
		i = 0 // no line further up matters
	}
	if blame == 0 {
		return slip{}
	}
	return noColon(anatomy(strings.TrimRight(lines[blame-1], "\r\n")), blame)
}

func indentation(e entry, at func(int, string, string) slip) slip {
	if e.dashes && !e.hasKey && e.indent == 0 {
		return at(e.indent, "列表项前面没有字段名，或缩进和上面不一致", "the list item has no field above it, or another indentation than the lines above")
	}
	return at(e.indent, "这一行的缩进和上面的行对不上", "the indentation does not fit the lines above")
}

// innerColon finds a colon that YAML takes for the end of a key.
func innerColon(v string) int {
	for i := 0; i < len(v); i++ {
		if v[i] == ':' && (i+1 == len(v) || v[i+1] == ' ' || v[i+1] == '\t') {
			return i
		}
		if v[i] == '#' && i > 0 && v[i-1] == ' ' {
			return -1
		}
	}
	return -1
}
