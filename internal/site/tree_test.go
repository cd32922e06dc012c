package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kepu/internal/diag"
)

// org is a file of an organization; more is further front matter, separated by ";".
func org(name, kind, parent, more string) string {
	s := "-- organizations/" + name + ".md --\n---\ntitle: " + name + "\nkind: " + kind + "\n"
	if parent != "" {
		s += "parent: " + parent + "\n"
	}
	for _, line := range strings.Split(more, ";") {
		if line != "" {
			s += strings.TrimSpace(line) + "\n"
		}
	}
	return s + "---\n"
}

// outline writes a tree on one line: name(children).
func outline(list []*Branch) string {
	var parts []string
	for _, br := range list {
		s := br.Slug
		if len(br.Children) > 0 {
			s += fmt.Sprintf("%d(%s)", br.Below, outline(br.Children))
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

func TestTree(t *testing.T) {
	s := good(t, "-- site.yaml --\nowner: jl\ncities: [{name: 长春, slug: cc}, {name: 吉林, slug: jls}]\n"+
		org("jl", "association", "", "")+
		org("soc", "society", "jl", "")+
		org("a-jls", "association", "jl", "cities: [吉林]")+
		org("z-cc", "association", "jl", "cities: [长春]")+
		org("county", "association", "z-cc", "")+
		org("town", "grassroots", "county", "")+
		org("firm", "grassroots", "county", "")+
		org("uni", "university", "", "")+
		org("inst", "institute", "uni", "")+
		org("far", "society", "", "independent: true"))
	l := s.Locales[0]
	if got, want := outline(l.Tree()), "jl6(z-cc3(county2(firm town)) a-jls soc) far uni1(inst)"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if br := l.Branch(entry(t, s, "organizations/county")); br == nil || br.Below != 2 {
		t.Errorf("county: %+v", br)
	}
	if l.Branch(&Entry{Document: &Document{}}) != nil {
		t.Error("what is no organization has a branch")
	}
}

func TestOrphans(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nobody has a parent", org("a", "association", "", "") + org("b", "society", "", ""), ""},
		{"with an owner", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("b", "society", "", "") + org("c", "museum", "", ""), "b orphan-organization"},
		{"grassroots", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("b", "grassroots", "", ""), "b orphan-organization"},
		{"without an owner the greatest is the top", org("a", "association", "", "") + org("b", "association", "", "") + org("c", "society", "b", ""), "a orphan-organization"},
		{"a university is no top", org("u", "university", "", "") + org("i", "institute", "u", "") + org("j", "institute", "u", "") + org("a", "association", "", "") + org("b", "society", "a", ""), ""},
		{"the owner may be in the middle", "-- site.yaml --\nowner: b\n" + org("a", "association", "", "") + org("b", "association", "a", ""), ""},
		{"outside of the tree", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("b", "society", "", "independent: true"), ""},
		{"its parent is a draft", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("b", "association", "a", "status: draft") + org("c", "grassroots", "b", ""), "c parent-unpublished"},
		{"its parent does not exist", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("c", "society", "zzz", ""), "c dangling-reference"},
		{"a translation need not say it", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("b", "society", "a", "") + org("b.ko", "society", "", ""), ""},
		{"a translation says otherwise", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("c", "association", "a", "") + org("b", "society", "a", "") + org("b.ko", "society", "c", ""), "b.ko parents-differ"},
		{"a loop that a translation closes", "-- site.yaml --\nowner: top\n" + org("top", "association", "", "") + org("a", "society", "", "") + org("a.ko", "society", "b", "") + org("b", "society", "a", ""), "a.ko organization-loop; b organization-loop"},
		{"a loop beside the tree", "-- site.yaml --\nowner: a\n" + org("a", "association", "", "") + org("b", "society", "c", "") + org("c", "society", "b", ""), "b organization-loop; c organization-loop"},
	} {
		_, ds := graph(t, c.in)
		var got []string
		for _, d := range ds {
			name := strings.TrimSuffix(strings.TrimPrefix(d.Pos.File, "content/organizations/"), ".md")
			got = append(got, name+" "+string(d.Code))
			if d.Pos.Line == 0 || d.Message(diag.Chinese) == "" || d.Hint(diag.Chinese) == "" {
				t.Errorf("%s: no place or no words: %+v", c.name, d)
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

// person is a file of a profile.
func person(name, more string) string {
	s := "-- scientists/" + name + ".md --\n---\ntitle: " + name + "\npinyin: " + name + "\nsources: [{title: 书}]\n"
	for _, line := range strings.Split(more, ";") {
		if line != "" {
			s += strings.TrimSpace(line) + "\n"
		}
	}
	return s + "---\n"
}

func slugs(list []*Entry) string {
	var names []string
	for _, e := range list {
		names = append(names, e.Slug+map[string]string{"ko": ".ko"}[e.Lang])
	}
	return strings.Join(names, " ")
}

func TestLineage(t *testing.T) {
	s := good(t, person("wang", "students: [chen, jiang]")+
		person("jiang", "teachers: [{person: wang, role: 导师}]")+
		person("zhao", "teachers: [wang, 李先生]")+
		person("chen", "")+
		person("zhao.ko", "teachers: [wang]")+
		person("wang.ko", ""))
	wang := entry(t, s, "scientists/wang")
	if got := slugs(wang.Students()); got != "chen jiang zhao" {
		t.Errorf("students of wang: %s", got)
	}
	if got := slugs(wang.Others["ko"].Students()); got != "chen jiang zhao.ko" {
		t.Errorf("students of wang in Korean: %s", got)
	}
	if got := slugs(entry(t, s, "scientists/chen").Teachers()); got != "wang" {
		t.Errorf("teachers of chen: %s", got)
	}
	if got := slugs(entry(t, s, "scientists/jiang").Teachers()); got != "wang" {
		t.Errorf("a teacher known from both ends stands twice: %s", got)
	}
}

func TestLineageLoops(t *testing.T) {
	for _, c := range []struct {
		name, in string
		members  int
	}{
		{"a line", person("a", "students: [b]") + person("b", "students: [c]") + person("c", "teachers: [b]"), 0},
		{"two teachers of one student", person("a", "students: [c]") + person("b", "students: [c]") + person("c", ""), 0},
		{"oneself", person("a", "teachers: [a]"), 1},
		{"each other's", person("a", "teachers: [b]") + person("b", "teachers: [a]"), 2},
		{"said from both ends", person("a", "teachers: [b]; students: [b]") + person("b", ""), 1}, // only a's file can be wrong
		{"in two translations", person("a", "") + person("b", "") + person("a.ko", "teachers: [b]") + person("b.ko", "teachers: [a]"), 2},
		{"three, and one below", person("a", "students: [b]") + person("b", "students: [c]") + person("c", "students: [a, d]") + person("d", ""), 3},
	} {
		_, ds := graph(t, c.in)
		n := 0
		for _, d := range ds {
			if d.Code == diag.LineageLoop {
				n++
			}
		}
		if n != c.members || n != len(ds) {
			t.Errorf("%s: %d messages, want %d: %s", c.name, n, c.members, told(ds))
		}
	}
}
