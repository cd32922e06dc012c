package content

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"kepu/internal/diag"
)

// scalar reads one word, number, date or text. What YAML takes it for does not
// matter: the field knows what it holds, so a title may be 2026 and a
// telephone number 0431.
func (d *decoder) scalar(f *field, n *node, v reflect.Value, path string) {
	switch f.shape {
	case shapeText:
		if s, ok := d.text(f, n, path); ok {
			v.SetString(s)
		}
	case shapeBool:
		if s := n.value; n.plain && (s == "true" || s == "false") {
			v.SetBool(s == "true")
			return
		}
		d.wrongType(n, display(path), f.want(), foundAs(n)).Suggest = nearBool[strings.ToLower(n.value)]
	case shapeInt:
		if i, err := strconv.Atoi(n.value); err == nil && n.plain && integer().MatchString(n.value) {
			if d.within(f, n, float64(i), n.value, path) {
				v.SetInt(int64(i))
			}
			return
		}
		d.wrongType(n, display(path), f.want(), foundAs(n)).Suggest = nearInt(n.value)
	case shapeFloat:
		if x, err := strconv.ParseFloat(n.value, 64); err == nil && n.plain && decimal().MatchString(n.value) {
			if d.within(f, n, x, n.value, path) {
				v.SetFloat(x)
			}
			return
		}
		d.wrongType(n, display(path), f.want(), foundAs(n)).Suggest = nearFloat(n.value)
	case shapeTime:
		s := strings.TrimSpace(n.value)
		if t, ok := parseTime(s); ok {
			if f.zone && !d.siteZone(n, t, path) {
				return
			}
			v.Set(reflect.ValueOf(t))
			return
		}
		shown := clip(s)
		if isoDate().MatchString(s) && nearDate(s[:10], false) == "" {
			shown = diag.Both(shown+"（没有这一天）", shown+" (no such day)")
		}
		d.add(diag.BadDate, d.at(n), display(path), shown).Suggest = nearDate(s, false)
	case shapePartial:
		s := strings.TrimSpace(n.value)
		if p, ok := parsePartial(s); ok {
			v.Set(reflect.ValueOf(p))
			return
		}
		d.add(diag.BadFormat, d.at(n), display(path), clip(s), partialHint.String()).Suggest = nearDate(s, true)
	}
}

var (
	partialHint = phrase{"写成 1938、1938-06 或 1938-06-15，年份写四位。", "Write 1938, 1938-06 or 1938-06-15."}
	titleHint   = phrase{"只能写成一行。", "Write it on one line."}
	oneHint     = phrase{"这里只能写一个。", "Write one only."}
	listHint    = phrase{"多项写成 [甲, 乙]，用方括号和英文逗号。", "Write several as [a, b], with brackets and plain commas."}

	integer = lazy(`^-?(0|[1-9][0-9]*)$`)
	decimal = lazy(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	number  = lazy(`[0-9]+(\.[0-9]+)?`)
)

var nearBool = map[string]string{
	"true": "true", "yes": "true", "y": "true", "on": "true", "1": "true", "是": "true", "对": "true", "有": "true", "需要": "true", "真": "true", "免费": "true",
	"false": "false", "no": "false", "n": "false", "off": "false", "0": "false", "否": "false", "不": "false", "无": "false", "不需要": "false", "假": "false", "收费": "false",
}

// nearInt finds the number in “第21届” or “"21"”.
func nearInt(s string) string {
	all := number().FindAllString(s, 2)
	if len(all) != 1 || strings.Contains(all[0], ".") {
		return ""
	}
	if n, err := strconv.Atoi(all[0]); err == nil {
		return itoa(n)
	}
	return ""
}

// nearFloat finds the number in “43.88°N”.
func nearFloat(s string) string {
	all := number().FindAllString(s, 2)
	if len(all) != 1 {
		return ""
	}
	if strings.HasPrefix(strings.TrimSpace(s), "-") {
		return "-" + all[0]
	}
	return all[0]
}

// text reads what is text whatever YAML takes it for.
func (d *decoder) text(f *field, n *node, path string) (string, bool) {
	s := strings.TrimSpace(n.value)
	if i := strings.IndexFunc(s, badRune); i >= 0 { // written as an escape: "\a"
		r, _ := utf8.DecodeRuneInString(s[i:])
		d.add(diag.ControlCharacter, d.at(n), fmt.Sprintf("U+%04X", r))
		return "", false
	}
	switch {
	case (f.ref != "" || f.term != "" || f.enum != nil && f.listed) && strings.ContainsFunc(s, isComma):
		d.several(f, n, strings.FieldsFunc(s, isSeparator), path)
		return "", false
	case f.enum != nil:
		return s, d.oneOf(f, n, s, path)
	case f.format != "":
		return s, d.format(f, n, s, path)
	case f.max != nil:
		if strings.Contains(s, "\n") {
			d.add(diag.BadFormat, d.at(n), display(path), clip(s), titleHint.String())
			return "", false
		}
		count := utf8.RuneCountInString(s)
		return s, d.within(f, n, float64(count), diag.Both("共 "+itoa(count)+" 个字", itoa(count)+" characters"), path)
	}
	return s, true
}

// several reports slugs or names in one text.
func (d *decoder) several(f *field, n *node, words []string, path string) {
	switch {
	case f.listed:
		g := d.add(diag.BadFormat, d.at(n), display(path), clip(n.value), listHint.String())
		g.Suggest = "[" + strings.Join(words, ", ") + "]"
	case f.key == "parent":
		d.add(diag.TwoParents, d.at(n), itoa(len(words)))
	default:
		d.add(diag.BadFormat, d.at(n), display(path), clip(n.value), oneHint.String())
	}
}

func isSeparator(r rune) bool { return r == ' ' || isComma(r) }

func isComma(r rune) bool { return strings.ContainsRune(",，、;；\n", r) }

// oneOf checks an enumeration.
func (d *decoder) oneOf(f *field, n *node, s, path string) bool {
	for _, e := range f.enum {
		if s == e {
			return true
		}
	}
	g := d.add(diag.BadValue, d.at(n), display(path), clip(s), listed(f.enum))
	g.Suggest = diag.Nearest(s, f.enum)
	for i, label := range f.labels {
		if label != "" && label == s {
			g.Suggest = f.enum[i]
		}
	}
	if v, ok := otherValues[strings.ToLower(s)]; ok && g.Suggest == "" && has(f.enum, v) {
		g.Suggest = v
	}
	return false
}

// otherValues are the names that other programs and people use.
var otherValues = map[string]string{
	"zh": "zh-CN", "zh-hans": "zh-CN", "zh_cn": "zh-CN", "cn": "zh-CN", "中文": "zh-CN", "汉语": "zh-CN",
	"kr": "ko", "ko-kr": "ko", "朝鲜文": "ko", "朝鲜语": "ko", "韩语": "ko", "en-us": "en", "en-gb": "en", "english": "en", "英文": "en", "英语": "en",
	"canceled": "cancelled", "public": "published", "publish": "published", "发布": "published", "已发布": "published", "草稿": "draft", "true": "draft",
	"取消": "cancelled", "已取消": "cancelled", "延期": "postponed", "改期": "rescheduled", "待定": "tentative", "如期": "scheduled", "正常": "scheduled",
	"false": "none", "页脚": "footer", "主菜单": "main", "博物馆": "museum", "大学": "university", "学会": "society", "协会": "society", "科协": "association", "团队": "team", "个人": "person",
	"讲座": "lecture", "报告": "lecture", "咨询": "consult", "展馆": "museum", "自驾": "drive", "公交": "transit", "地铁": "transit",
}

// within checks a number, or the length of a text, against the field's range.
func (d *decoder) within(f *field, n *node, x float64, shown, path string) bool {
	if (f.min == nil || x >= *f.min) && (f.max == nil || x <= *f.max) {
		return true
	}
	d.add(diag.OutOfRange, d.at(n), display(path), shown, f.rangeText())
	return false
}

func (f *field) rangeText() string {
	lo, hi := "", ""
	if f.min != nil {
		lo = strconv.FormatFloat(*f.min, 'f', -1, 64)
	}
	if f.max != nil {
		hi = strconv.FormatFloat(*f.max, 'f', -1, 64)
	}
	switch {
	case hi == "":
		return "≥ " + lo
	case lo == "":
		return "≤ " + hi
	}
	return diag.Both(lo+"～"+hi, lo+" – "+hi)
}
