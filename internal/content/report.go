package content

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kepu/internal/diag"
)

// add reports a mistake. The pointer is good until the next call.
func (d *decoder) add(code diag.Code, at diag.Pos, args ...string) *diag.Diagnostic {
	at.File = d.file
	g := diag.New(code, at, args...)
	g.Source = d.line(at.Line)
	d.ds = append(d.ds, g)
	return &d.ds[len(d.ds)-1]
}

// at is the place of n in the file.
func (d *decoder) at(n *yaml.Node) diag.Pos {
	return diag.Pos{Line: n.Line + d.first - 1, Col: n.Column}
}

// line is one line of the file, without its end.
func (d *decoder) line(number int) string {
	return strings.TrimSuffix(nthLine(d.src, number), "\r")
}

func nthLine(src []byte, number int) string {
	for ; number > 1; number-- {
		i := bytes.IndexByte(src, '\n')
		if i < 0 {
			return ""
		}
		src = src[i+1:]
	}
	line, _, _ := bytes.Cut(src, []byte("\n"))
	return string(line)
}

// charAt is the character of the source on which n starts, if that can matter.
func (d *decoder) charAt(n *yaml.Node) byte {
	if !d.bang {
		return 0
	}
	line := nthLine(d.front, n.Line)
	for col := n.Column; col > 1 && line != ""; col-- {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	if line == "" {
		return 0
	}
	return line[0]
}

// A phrase is part of a message, in both languages.
type phrase struct{ zh, en string }

func (p phrase) String() string { return diag.Both(p.zh, p.en) }

var (
	fieldName = phrase{"字段名", "the name of a field"}
	emptyItem = phrase{"空的一项", "an empty item"}
)

// want says in words what a field holds.
func (f *field) want() phrase {
	switch f.shape {
	case shapeBool:
		return phrase{" true 或 false", "true or false"}
	case shapeInt:
		return phrase{"整数", "a whole number"}
	case shapeFloat:
		return phrase{"数字", "a number"}
	case shapeTime, shapePartial:
		return phrase{"日期", "a date"}
	case shapeList:
		return phrase{"列表", "a list"}
	case shapeStruct:
		return phrase{"一组“字段: 值”", "a group of “field: value”"}
	case shapePerson:
		return phrase{"一个人（姓名，或 person、name、role）", "a person (a name, or person, name, role)"}
	}
	return phrase{"文字", "text"}
}

// foundAs says in words what stands there instead.
func foundAs(n *yaml.Node) phrase {
	switch {
	case n.Kind == yaml.SequenceNode:
		return phrase{"列表", "a list"}
	case n.Kind == yaml.MappingNode:
		return phrase{"一组“字段: 值”", "a group of “field: value”"}
	case isNull(n):
		return phrase{"空的", "empty"}
	}
	text := clip(n.Value)
	return phrase{"“" + text + "”", "“" + text + "”"}
}

// wrongType reports n where want was wanted, with an example of the right form.
func (d *decoder) wrongType(n *yaml.Node, name string, want, found phrase) *diag.Diagnostic {
	var hint phrase
	switch want.en {
	case "a list":
		hint = phrase{"写成 [甲, 乙]，或每项另起一行、以“- ”开头。", "Write [a, b], or each item on a line of its own after “- ”."}
	case "a group of “field: value”":
		hint = phrase{"每个字段另起一行，比上一级多缩进两个空格，例如“  title: 标题”。", "Put each field on a line of its own, two spaces further in, such as “  title: …”."}
	case "text":
		hint = phrase{"直接写文字；以括号、冒号等符号开头的文字用英文单引号 '…' 括起来。", "Write plain text; put text that begins with brackets or the like between '…'."}
	default:
		hint = phrase{"例如 " + exampleOf[want.en] + "。", "For example " + exampleOf[want.en] + "."}
	}
	if name == "" {
		name = phrase{"信息栏", "front matter"}.String()
	}
	return d.add(diag.WrongType, d.at(n), name, want.String(), found.String(), hint.String())
}

var exampleOf = map[string]string{
	"true or false":       "true",
	"a whole number":      "21",
	"a number":            "43.88",
	"a date":              "2026-05-30",
	"the name of a field": "title",
	"a person (a name, or person, name, role)": "南仁东",
}

func (f *field) doc() string { return diag.Both(f.zh, f.en) }

var indexes = regexp.MustCompile(`\[\d+\]`)

// display is a path as editors read it: the line says which item it is.
func display(path string) string {
	if strings.IndexByte(path, '[') < 0 {
		return path
	}
	return indexes.ReplaceAllString(path, "")
}

func sub(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func itoa(n int) string { return strconv.Itoa(n) }

// clip keeps a contributor's text short enough to stand in a message.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= 60 {
		return s
	}
	return string([]rune(s)[:59]) + "…"
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style&^yaml.TaggedStyle == 0
}

// isBlank says that n is text without a character in it, where text may be.
func isBlank(f *field, n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) != "" {
		return false
	}
	return f.shape == shapeText || f.shape == shapePerson || f.shape == shapeList && f.elem.shape == shapeText
}
