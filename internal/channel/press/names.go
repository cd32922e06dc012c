package press

import (
	"regexp"
	"strings"
	"unicode"

	"kepu/internal/channel"
	"kepu/internal/channel/richtext"
	"kepu/internal/prose"
)

// unknown stands for a reading that nobody wrote. It is never guessed.
const unknown = "请核实读音"

// names lists how the names of people are said, and below them the readings that
// the text itself gives.
func names(j *channel.Job) string {
	var list []string
	seen := map[string]bool{}
	add := func(name, pinyin, role string) {
		if name == "" || seen[name] {
			return
		}
		seen[name] = true
		if pinyin == "" {
			pinyin = unknown
		}
		list = append(list, nonEmpty("　", name, pinyin, role))
	}
	readings := append(rubies(j.Body), brackets(j.Body)...)
	for _, p := range j.Piece.People {
		add(p.Name, nonEmpty("", p.Pinyin, readingOf(readings, p)), p.Role)
	}
	for _, n := range richtext.Authors(j) {
		if isName(n) {
			add(n, "", "作者")
		}
	}
	for _, n := range j.Piece.Reviewers {
		if isName(n) {
			add(n, "", "科学审核")
		}
	}
	for _, r := range readings {
		add(r.words, r.pinyin, "")
	}
	if len(list) == 0 {
		return "文中没有登记人名。"
	}
	return strings.Join(list, "\n")
}

// A reading is how some words are said.
type reading struct{ words, pinyin string }

// readingOf is what the text says of the name of a person without pinyin.
func readingOf(list []reading, p channel.Person) string {
	for _, r := range list {
		if r.words == p.Name && p.Pinyin == "" {
			return r.pinyin
		}
	}
	return ""
}

// rubies are the readings that stand above words of a text.
func rubies(body *prose.Node) []reading {
	var list []reading
	prose.Walk(body, func(n *prose.Node) bool {
		if n.Kind != prose.Span || n.Name != "ruby" {
			return true
		}
		var r reading
		for _, c := range n.Nodes {
			switch {
			case c.Kind == prose.Span && c.Name == "rt":
				r.pinyin = nonEmpty(" ", r.pinyin, strings.TrimSpace(prose.Plain(c)))
			case c.Kind != prose.Span || c.Name != "rp":
				r.words += strings.TrimSpace(prose.Plain(c))
			}
		}
		if r.words != "" && r.pinyin != "" {
			list = append(list, r)
		}
		return false
	})
	return list
}

// inBrackets is pinyin with tones behind what is said so: 圳（zhèn）.
var inBrackets = regexp.MustCompile(`(?i)(\p{Han}+)[（(]([a-zü' ]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ' ]*)[）)]`)

// toned are the vowels that bear the tone: one in each syllable, but for those
// without a tone.
const toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"

// brackets are the readings in brackets behind words of a text, of as many
// characters as the pinyin has tones.
func brackets(body *prose.Node) []reading {
	var list []reading
	prose.Walk(body, func(n *prose.Node) bool {
		if n.Kind != prose.Text || !strings.Contains(n.Text, "（") && !strings.Contains(n.Text, "(") {
			return true
		}
		for _, m := range inBrackets.FindAllStringSubmatch(n.Text, -1) {
			tones := 0
			for _, r := range m[2] {
				if strings.ContainsRune(toned, unicode.ToLower(r)) {
					tones++
				}
			}
			if han := []rune(m[1]); tones <= len(han) {
				list = append(list, reading{string(han[len(han)-tones:]), m[2]})
			}
		}
		return true
	})
	return list
}

// isName tells the names of people, of two to four characters, from those of
// offices.
func isName(s string) bool {
	r := []rune(strings.ReplaceAll(s, "·", ""))
	for _, c := range r {
		if !unicode.Is(unicode.Han, c) {
			return false
		}
	}
	return len(r) >= 2 && len(r) <= 4 && !strings.ContainsRune(offices, r[len(r)-1])
}

// offices are the last characters of names of offices: 编辑部, 省科协.
const offices = "部协会馆站局院台组社处所校"
