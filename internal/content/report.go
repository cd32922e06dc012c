package content

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"kepu/internal/diag"
)

// maxReports is how many mistakes of one file are told: who made more has
// enough to do, and the file may not be what it seems.
const maxReports = 100

// full says that no further mistake would be told.
func (d *decoder) full() bool { return len(d.ds) >= maxReports }

// add reports a mistake. The pointer is good until the next call.
func (d *decoder) add(code diag.Code, at diag.Pos, args ...string) *diag.Diagnostic {
	at.File = d.file
	g := diag.New(code, at, args...)
	if d.full() {
		return &g
	}
	g.Source = d.line(at.Line)
	d.ds = append(d.ds, g)
	return &d.ds[len(d.ds)-1]
}

// at is the place of n in the file.
func (d *decoder) at(n *node) diag.Pos {
	return diag.Pos{Line: int(n.line) + d.first - 1, Col: int(n.col)}
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

// bangs finds each '!' in a text, by line and column: the library does not tell
// of one that stands alone.
func bangs(src []byte) map[[2]int32]bool {
	if bytes.IndexByte(src, '!') < 0 {
		return nil
	}
	at := map[[2]int32]bool{}
	line, col := int32(1), int32(1)
	for _, r := range string(src) {
		if r == '!' {
			at[[2]int32{line, col}] = true
		}
		if col++; r == '\n' {
			line, col = line+1, 1
		}
	}
	return at
}

// A phrase is part of a message, in both languages.
type phrase struct{ zh, en string }

func (p phrase) String() string { return diag.Both(p.zh, p.en) }

// A want is what should stand somewhere, with an example of it.
type want struct{ what, how phrase }

var (
	fieldName = want{phrase{"字段名", "the name of a field"}, phrase{"例如 title。", "For example title."}}
	emptyItem = phrase{"空的一项", "an empty item"}
)

// want says in words what a field holds.
func (f *field) want() want {
	switch f.shape {
	case shapeBool:
		return want{phrase{" true 或 false", "true or false"}, phrase{"只能写 true（是）或 false（否）。", "Write true or false."}}
	case shapeInt:
		return want{phrase{"整数", "a whole number"}, phrase{"只写数字，例如 21，不加引号和单位。", "Write the number alone, such as 21."}}
	case shapeFloat:
		return want{phrase{"数字", "a number"}, phrase{"只写数字，例如 43.88，不加引号和单位。", "Write the number alone, such as 43.88."}}
	case shapeTime, shapePartial:
		return want{phrase{"日期", "a date"}, phrase{"例如 2026-05-30。", "For example 2026-05-30."}}
	case shapeList:
		if f.elem.shape == shapeStruct {
			first := f.elem.sub.keys[0]
			return want{phrase{"列表", "a list"}, phrase{"每项另起一行，以“- ”开头，例如“  - " + first + ": …”，同一项的其他字段与它对齐。", "Put each item on a line of its own after “- ”, such as “  - " + first + ": …”, its other fields aligned below."}}
		}
		return want{phrase{"列表", "a list"}, phrase{"写成 [甲, 乙]，或每项另起一行、以“- ”开头。", "Write [a, b], or each item on a line of its own after “- ”."}}
	case shapeCoordinates:
		return want{phrase{"纬度和经度", "a latitude and a longitude"}, phrase{"写成 {lat: 43.88, lng: 125.32}，用小数，不用度分秒。", "Write {lat: 43.88, lng: 125.32}, in decimals."}}
	case shapeStruct:
		first := f.sub.keys[0]
		return want{phrase{"一组“字段: 值”", "a group of “field: value”"}, phrase{"每个字段另起一行，比上一级多缩进两个空格，例如“  " + first + ": …”。", "Put each field on a line of its own, two spaces further in, such as “  " + first + ": …”."}}
	case shapeName:
		switch f.sub.typ {
		case reflect.TypeFor[Laureate]():
			return want{phrase{"一位获得者", "a laureate"}, phrase{"写姓名、人物的文件名，或 {name: 姓名, institution: 单位, grade: 等级}。", "Write a name, the slug of a profile, or {name: …, institution: …, grade: …}."}}
		case reflect.TypeFor[Body]():
			return want{phrase{"一个单位", "an organization"}, phrase{"写单位名称或机构的文件名。", "Write a name or the slug of an organization."}}
		}
		return want{phrase{"一个人", "a person"}, phrase{"写姓名、人物的文件名，或 {name: 姓名, role: 身份}。", "Write a name, the slug of a profile, or {name: …, role: …}."}}
	}
	if f.ref != "" {
		return want{phrase{"一个文件名", "a slug"}, phrase{"只写一个文件名，不加括号，不带 .md。", "Write one slug, without brackets and without .md."}}
	}
	return want{phrase{"文字", "text"}, phrase{"直接写文字；以括号、冒号等符号开头的文字用英文单引号 '…' 括起来。", "Write plain text; put text that begins with brackets or the like between '…'."}}
}

// foundAs says in words what stands there instead.
func foundAs(n *node) phrase {
	switch {
	case n.kind == sequenceNode:
		return phrase{"列表", "a list"}
	case n.kind == mappingNode:
		return phrase{"一组“字段: 值”", "a group of “field: value”"}
	case n.null:
		return phrase{"空的", "empty"}
	}
	text := clip(n.value)
	return phrase{"“" + text + "”", "“" + text + "”"}
}

// wrongType reports n where w was wanted, with an example of the right form.
func (d *decoder) wrongType(n *node, name string, w want, found phrase) *diag.Diagnostic {
	if name == "" {
		name = phrase{"信息栏", "front matter"}.String()
	}
	return d.add(diag.WrongType, d.at(n), name, w.what.String(), found.String(), w.how.String())
}

// nearGroup puts a word that stands for a group under the group's first field.
func (f *field) nearGroup(n *node) string {
	if n.kind != scalarNode || !plainText(n.value, true) {
		return ""
	}
	switch first := &f.sub.fields[0]; first.shape {
	case shapeText, shapeTime, shapePartial:
		return "{" + first.key + ": " + n.value + "}"
	}
	return ""
}

func (f *field) doc() string { return diag.Both(f.zh, f.en) }

var indexes = lazy(`\[\d+\]`)

// display is a path as editors read it: the line says which item it is.
func display(path string) string {
	if strings.IndexByte(path, '[') < 0 {
		return path
	}
	return indexes().ReplaceAllString(path, "")
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

// isBlank says that n is text without a character in it, where text may be.
func isBlank(f *field, n *node) bool {
	if n.kind != scalarNode || strings.TrimSpace(n.value) != "" {
		return false
	}
	return f.shape == shapeText || f.shape == shapeName || f.shape == shapeList && f.elem.shape == shapeText
}
