package page

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"kepu/internal/content"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
	"kepu/internal/theme"
	bundled "kepu/themes"
)

// profiles makes what lifeChart and lineageTree need of a maker, for a site of
// scientists given as name of the file and front matter by turns.
func profiles(t *testing.T, files ...string) (*maker, map[string]*site.Entry) {
	t.Helper()
	th, err := theme.Load([]fs.FS{bundled.Default()}, map[string][]byte{"assets/css/chroma.css": nil})
	if err != nil {
		t.Fatal(err)
	}
	in := synthetic.Site(0, nil)
	for i := 0; i < len(files); i += 2 {
		in.Docs = append(in.Docs, synthetic.Parse("scientists/"+files[i]+".md", "---\nsources: [{title: 某书}]\n"+files[i+1]+"\n---\n"))
	}
	s, _ := site.New(in)
	m := newMaker(newBook(s, th, Options{}), s.Locales[0])
	entries := map[string]*site.Entry{}
	for _, e := range s.Entries {
		entries[strings.TrimPrefix(e.Key, "scientists/")] = e
	}
	return m, entries
}

const fullLife = `title: 南仁东
born: {date: 1945-02-19}
died: {date: 2017-09-15}
education:
  - {name: 清华大学, from: 1963, to: 1968}
affiliations:
  - {name: 通化市无线电厂, from: 1968, to: 1978}
  - {name: 没有年份的单位}
timeline:
  - {date: 1945-02-19, text: 生于辽源。}
  - {date: 1994, text: 开始选址。}`

// drawn is a view ready to be shown.
func drawn(v *ScientistView) *ScientistView {
	v.draw()
	return v
}

func tree(m *maker, e *site.Entry) string {
	return string(drawn(&ScientistView{kin: m.lineageTree(e)}).Lineage)
}

func TestLifeChart(t *testing.T) {
	m, people := profiles(t, "nan", fullLife,
		"honoured", "title: 甲\nborn: {date: 1938}\nhonours: [{title: 某奖, year: 1980}, {title: 另一奖, year: 1990}]",
		"short", "title: 乙\nborn: {date: 1938}\ndied: {date: 2000}")
	draw := func(name string) string {
		return string(drawn(&ScientistView{life: m.lifeChart(people[name], people[name].Data.(*content.Scientist))}).LifeChart)
	}
	svg := draw("nan")
	for _, want := range []string{
		"1963—1968 清华大学", "1968—1978 通化市无线电厂", "life-study", "life-work",
		`life-mark life-birth"><title>1945年2月19日 生于辽源。`, `life-mark"><title>1994年 开始选址。`,
		`life-mark life-death"><title>2017年9月15日 逝世`, ">1</text>", ">2</text>", "南仁东的年表图",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
	for _, not := range []string{"没有年份", ">3</text>"} {
		if strings.Contains(svg, not) {
			t.Errorf("%s in %s", not, svg)
		}
	}
	if svg := draw("honoured"); !strings.Contains(svg, "1980年 某奖") || strings.Contains(svg, "life-number") {
		t.Errorf("honours stand in for a timeline: %s", svg)
	}
	if svg := draw("short"); svg != "" {
		t.Errorf("two dates are drawn: %s", svg)
	}
	if err := m.words.err(); err != nil {
		t.Error(err)
	}
}

func TestYearsOfDates(t *testing.T) {
	for _, c := range []struct {
		date             content.PartialDate
		from, moment, to float64
	}{
		{content.PartialDate{}, 0, 0, 0},
		{content.PartialDate{Year: 1963}, 1963, 1963.5, 1964},
		{content.PartialDate{Year: 1963, Month: 7}, 1963.5, 1963.542, 1963.583},
		{content.PartialDate{Year: 1963, Month: 7, Day: 2}, 1963.503, 1963.504, 1963.505},
	} {
		if got, want := fmt.Sprintf("%.3f %.3f %.3f", yearsFrom(c.date), moment(c.date), yearsTo(c.date)), fmt.Sprintf("%.3f %.3f %.3f", c.from, c.moment, c.to); c.date.Year != 0 && got != want {
			t.Errorf("%v: %s, want %s", c.date, got, want)
		}
	}
	if moment(content.PartialDate{}) != 0 || yearsTo(content.PartialDate{}) != 0 {
		t.Error("no date is a date")
	}
}

// names reads who is drawn, sorted; those with a link in brackets.
func names(svg string) []string {
	var list []string
	for _, part := range strings.Split(svg, ` class="lineage-person`)[1:] {
		_, text, _ := strings.Cut(part, `<text class="lineage-name"`)
		_, text, _ = strings.Cut(text, ">")
		text, _, _ = strings.Cut(text, "<")
		if strings.Contains(part, "</a>") {
			text = "[" + text + "]"
		}
		list = append(list, text)
	}
	slices.Sort(list)
	return list
}

func TestLineageTree(t *testing.T) {
	m, people := profiles(t,
		"t3", "title: 太老师之师",
		"t2", "title: 太老师\nteachers: [t3]",
		"t1", "title: 老师\nteachers: [t2, 太老师乙]\nstudents: [同门]",
		"self", "title: 本人\nteachers: [t1, 无页老师]\nstudents: [无页学生, 学生]",
		"s1", "title: 学生\nteachers: [self]",
		"s2", "title: 再传\nteachers: [s1, 别人]",
		"s3", "title: 三传\nteachers: [s2]",
		"fellow", "title: 同门二\nteachers: [t1]",
		"a", "title: 甲\nstudents: [b]", "b", "title: 乙", // two are no tree
		"x", "title: 环一\nteachers: [y]", "y", "title: 环二\nteachers: [z]", "z", "title: 环三\nteachers: [x]",
	)
	got := strings.Join(names(tree(m, people["self"])), " ")
	if want := "[再传] [太老师] [学生] [老师] 无页学生 无页老师 本人"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if svg := tree(m, people["a"]); svg != "" {
		t.Errorf("two people are drawn: %s", svg)
	}
	if got := names(tree(m, people["x"])); len(got) != 3 {
		t.Errorf("a loop of three is %v", got)
	}
}

// TestLineageOfMany: a teacher of hundreds has a tree that one can look at.
func TestLineageOfMany(t *testing.T) {
	files := []string{"t", "title: 老师"}
	for i := range 300 {
		files = append(files, fmt.Sprintf("s%03d", i), fmt.Sprintf("title: 学生%d\nteachers: [t]", i))
	}
	m, people := profiles(t, files...)
	if n := len(names(tree(m, people["t"]))); n != lineageMost {
		t.Errorf("%d people are drawn", n)
	}
}
