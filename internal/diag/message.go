package diag

import (
	"slices"
	"strings"
)

// Lang is the language of messages.
type Lang uint8

const (
	Chinese Lang = iota
	English
)

// LangOf reads a POSIX locale such as "en_US.UTF-8". Chinese is the default:
// only a locale that says English gets English.
func LangOf(locale string) Lang {
	if strings.HasPrefix(strings.ToLower(locale), "en") {
		return English
	}
	return Chinese
}

// A message is the text of a code in both languages. %[1]s … stand for the
// arguments of the diagnostic.
type message struct {
	severity       Severity
	zh, en         string
	hintZH, hintEN string
}

// catalogs lists the tables of all steps. A code stands in one of them.
var catalogs = []map[Code]message{sourceMessages, contentMessages, markdownMessages, siteMessages, peopleMessages, calendarMessages, channelMessages, outputMessages}

func lookup(c Code) message {
	for _, m := range catalogs {
		if msg, ok := m[c]; ok {
			return msg
		}
	}
	return message{zh: string(c), en: string(c)}
}

// Message is the text of d without its place.
func (d Diagnostic) Message(l Lang) string {
	m := lookup(d.Code)
	if l == English {
		return fill(m.en, d.Args, l)
	}
	return fill(m.zh, d.Args, l)
}

// Hint says what to do next, "" if there is nothing to add.
func (d Diagnostic) Hint(l Lang) string {
	m := lookup(d.Code)
	hint, near := m.hintZH, "是不是想写“"+d.Suggest+"”？"
	if l == English {
		hint, near = m.hintEN, "Did you mean “"+d.Suggest+"”? "
	}
	hint = fill(hint, d.Args, l)
	if d.Suggest == "" {
		return hint
	}
	return strings.TrimSpace(near + hint)
}

// general is the text and the hint of a code without the particulars.
func (d Diagnostic) general(l Lang) (text, hint string) {
	m := lookup(d.Code)
	text, hint = m.zh, m.hintZH
	if l == English {
		text, hint = m.en, m.hintEN
	}
	if strings.HasPrefix(hint, "%[") && len(hint) == len("%[1]s") {
		hint = "" // the particulars are all there is
	}
	return fill(text, blanks, l), fill(hint, blanks, l)
}

var blanks = slices.Repeat([]string{"…"}, 9)

// Both is an argument that is itself text: Chinese in Chinese messages,
// English in English ones. The marks around it are control characters, which
// no text of a contributor keeps.
func Both(zh, en string) string { return "\x1e" + zh + "\x1f" + en }

func inLang(arg string, l Lang) string {
	zh, en, both := strings.Cut(strings.TrimPrefix(arg, "\x1e"), "\x1f")
	switch {
	case !both || arg[0] != '\x1e':
		return arg
	case l == English:
		return en
	}
	return zh
}

// fill replaces %[1]s … %[9]s. Arguments come from contributors' files, so
// nothing in them is ever read as a verb.
func fill(text string, args []string, l Lang) string {
	if !strings.Contains(text, "%[") {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "%["+string(rune('1'+i))+"]s", inLang(a, l))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Codes returns every code, sorted.
func Codes() []Code {
	var all []Code
	for _, m := range catalogs {
		for c := range m {
			all = append(all, c)
		}
	}
	slices.Sort(all)
	return all
}

// Word names a severity.
func (s Severity) Word(l Lang) string {
	switch {
	case s == Error && l == Chinese:
		return "错误"
	case s == Error:
		return "error"
	case l == Chinese:
		return "警告"
	}
	return "warning"
}
