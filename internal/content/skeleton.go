package content

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"kepu/internal/diag"
)

// Skeleton is a new file of the kind, ready to be filled in: what is required
// with an example, all else commented out with its explanation, then a short
// text. Without its first “#” each commented block is valid as it stands. now
// is a date such as 2026-05-30. nil if there is no such kind.
func Skeleton(kind Kind, title, now string, lang diag.Lang) []byte {
	p := planOf(kind)
	if p == nil {
		return nil
	}
	w := &skeleton{lang: lang, now: now, title: title}
	if strings.TrimSpace(title) == "" {
		w.title = pick(lang, "标题", "Title")
	}
	if kind != SiteSettings {
		w.line(fence)
	}
	w.comment(pick(lang, "去掉行首的 # 就启用那个字段；不用的可以留着或删掉。", "Remove the # at the start of a line to use a field; leave or delete the others."))
	wanted := func(f *field) bool {
		return f.required || f.instead != nil || f.key == "sources" && (kind == Scientists || kind == Honours)
	}
	for i := range p.fields {
		if f := &p.fields[i]; wanted(f) {
			w.field(f, "", kind)
		}
	}
	for _, g := range groups {
		w.group(p, g, kind, wanted)
	}
	if kind != SiteSettings {
		w.line(fence)
		w.b.WriteString(pick(lang, bodies[kind].zh, bodies[kind].en))
	}
	return w.b.Bytes()
}

// A group gathers fields under a heading. The first takes what no other lists.
type group struct {
	name phrase
	keys []string
}

var groups = []group{
	{phrase{"本类信息", "about this entry"}, nil},
	{phrase{"分类与关联", "where it belongs"}, []string{"topics", "audiences", "cities", "organization", "parent", "series", "scientists", "events", "places", "members"}},
	{phrase{"图片与来源", "pictures and sources"}, []string{"cover", "portrait", "sources", "same_as"}},
	{phrase{"发布", "publishing"}, []string{"status", "channels", "copy", "featured", "toc", "menu", "order", "date", "updated", "expires", "language", "aliases", "example"}},
}

func (w *skeleton) group(p *plan, g group, kind Kind, done func(*field) bool) {
	headed := false
	for i := range p.fields {
		f := &p.fields[i]
		if done(f) {
			continue
		}
		if kind == SiteSettings && g.keys != nil || kind != SiteSettings && !inGroup(g, f.key) {
			continue
		}
		if !headed && kind != SiteSettings {
			w.line("")
			w.line("# —— " + pick(w.lang, g.name.zh, g.name.en) + " ——")
			headed = true
		}
		w.field(f, "#", kind)
	}
}

func inGroup(g group, key string) bool {
	if g.keys != nil {
		return slices.Contains(g.keys, key)
	}
	return !slices.ContainsFunc(groups, func(o group) bool { return slices.Contains(o.keys, key) })
}

type skeleton struct {
	b          bytes.Buffer
	lang       diag.Lang
	now, title string
}

func (w *skeleton) line(s string) { w.b.WriteString(s + "\n") }

func (w *skeleton) comment(s string) { w.line("# " + s) }

// field writes a field of the top level with its explanation, each line of the
// field after mark.
func (w *skeleton) field(f *field, mark string, kind Kind) {
	w.comment(pick(w.lang, f.zh, f.en))
	var lines []string
	if f.key == "title" && kind != SiteSettings {
		lines = []string{"title: " + scalarText(w.title)}
	} else {
		lines = w.block(f)
		if mark == "" && f.shape == shapeList {
			lines = lines[:min(2, len(lines))] // what is in use must not look like facts: the first key will do
			if f.key == "stops" {
				lines = append(lines, lines[1]) // one stop makes no route
			}
		}
	}
	for _, l := range lines {
		w.line(mark + l)
	}
}

// block is a field with sample values, as YAML lines.
func (w *skeleton) block(f *field) []string {
	switch {
	case f.shape == shapeStruct, f.shape == shapeCoordinates:
		return append([]string{f.key + ":"}, w.inner(f.sub, "  ")...)
	case f.shape == shapeList && f.elem.shape == shapeName && f.elem.sub.typ == reflect.TypeFor[Person]():
		return []string{f.key + ":", "  - name: " + pick(w.lang, "姓名", "Name"), "    role: " + pick(w.lang, "身份", "Role")}
	case f.shape == shapeList && f.elem.shape == shapeName:
		return []string{f.key + ": [" + firstPhrase(pick(w.lang, f.elem.sub.fields[1].zh, f.elem.sub.fields[1].en)) + "]"}
	case f.shape == shapeList && f.elem.shape == shapeStruct:
		lines := w.inner(f.elem.sub, "    ")
		lines[0] = "  - " + strings.TrimPrefix(lines[0], "    ")
		return append([]string{f.key + ":"}, lines...)
	}
	return []string{f.key + ": " + w.sample(f)}
}

func (w *skeleton) inner(p *plan, indent string) []string {
	var lines []string
	for i := range p.fields {
		f := &p.fields[i]
		for j, l := range w.block(f) {
			if label := firstPhrase(pick(w.lang, f.zh, f.en)); j == 0 && !strings.HasSuffix(l, label) {
				l += "  # " + label
			}
			lines = append(lines, indent+l)
		}
	}
	return lines
}

var (
	likeZH    = lazy(`如 ?“?(\[[^\]]*\]|[^“”；，、。]+)`)
	defaultZH = lazy(`默认 ([0-9A-Za-z-]+)$`)
)

// sample is a value that the field accepts and that shows what is meant.
func (w *skeleton) sample(f *field) string {
	switch f.shape {
	case shapeTime:
		if len(f.example) > 10 {
			return w.now + f.example[10:]
		}
		return w.now
	case shapeBool:
		if f.example != "" {
			return f.example
		}
		return "true"
	}
	if m := defaultZH().FindStringSubmatch(f.zh); m != nil {
		return m[1]
	}
	if f.example != "" {
		return scalarText(f.example)
	}
	switch f.shape {
	case shapePartial:
		return w.now[:min(4, len(w.now))]
	case shapeInt, shapeFloat:
		switch {
		case f.key == "year":
			return w.now[:min(4, len(w.now))]
		case f.min != nil && *f.min > 1:
			return f.rangeText()
		}
		return "1"
	case shapeList:
		if m := likeZH().FindStringSubmatch(f.zh); m != nil && m[1][0] == '[' {
			return m[1]
		}
		return "[" + w.sample(f.elem) + "]"
	}
	return scalarText(w.sampleText(f))
}

func (w *skeleton) sampleText(f *field) string {
	switch {
	case f.enum != nil && slices.Contains(f.enum, "draft"):
		return "draft"
	case f.enum != nil:
		return f.enum[0]
	case f.format == "slug":
		return "a1"
	case f.format == "hours":
		return "09:00-16:30"
	case f.format == "monthday":
		return "05-01"
	case f.format == "doi":
		return "10.1038/171737a0"
	case f.format == "isbn":
		return "978-3-16-148410-0"
	case f.format == "email":
		return "kepu@example.org"
	case f.ref != "":
		return "slug"
	}
	if m := likeZH().FindStringSubmatch(f.zh); m != nil && (f.format == "" || webAddress(m[1])) {
		return m[1]
	}
	if f.format != "" {
		return "https://example.org/"
	}
	return firstPhrase(pick(w.lang, f.zh, f.en))
}

// scalarText writes s so that YAML reads it back, on one line.
func scalarText(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || badRune(r) || r == unicode.ReplacementChar }), " ")
	root, err := parseYAML([]byte("k: " + s + "\n"))
	if err == nil && root != nil && len(root.Content) == 2 {
		if n := fromYAML(root.Content[1]); n.value == s && n.plain && !n.null && !n.anchor && !n.tagged && root.Content[1].Tag != "!!bool" {
			return s
		}
	}
	return quote(s)
}

func pick(l diag.Lang, zh, en string) string {
	if l == diag.English {
		return en
	}
	return zh
}

var bodies = map[Kind]phrase{
	Articles:      {"\n开头一段说清最重要的事：发生了什么，为什么值得读。\n\n## 小标题\n\n正文。\n", "\nSay the most important thing first.\n\n## A heading\n\nText.\n"},
	Events:        {"\n活动讲什么、适合谁、怎样参加。\n\n## 日程\n\n- 09:00 签到\n", "\nWhat it is about, whom it is for, how to join.\n\n## Programme\n\n- 09:00 Registration\n"},
	Scientists:    {"\n一段话概括其人其事，每个事实都能在资料来源里找到。\n\n## 生平\n\n正文。\n", "\nThe person in one paragraph; the sources bear out every fact.\n\n## Life\n\nText.\n"},
	Organizations: {"\n这个机构做什么，公众能从它得到什么。\n", "\nWhat it does, and what it offers the public.\n"},
	Places:        {"\n这里能看到什么，带孩子来怎么逛。\n", "\nWhat there is to see.\n"},
	Series:        {"\n这个系列的由来和内容。\n", "\nWhere the series comes from and what it holds.\n"},
	Honours:       {"\n这个奖项由谁设立，奖励什么样的工作。\n", "\nWho gives it, and for what.\n"},
	Routes:        {"\n这条路线看什么，适合谁，什么季节去。\n", "\nWhat there is to see, for whom, and when.\n"},
	Editions:      {"\n编辑给读者的几句话：这一期看什么，为什么现在看。\n", "\nA word to the readers: what is in it, and why now.\n"},
	Pages:         {"\n正文。\n", "\nText.\n"},
}
