package page

import (
	"html/template"

	"kepu/internal/chart"
	"kepu/internal/content"
	"kepu/internal/site"
)

// leastDrawn is how many things a drawing shows at least: fewer are said better
// by the lists beside it.
const leastDrawn = 3

// lifeChart draws a life: schools and employments as bars, and the timeline as
// marks with the numbers of its items; without a timeline, the honours. nil where
// there is too little to draw.
func (m *maker) lifeChart(e *site.Entry, d *content.Scientist) *chart.Life {
	l := &chart.Life{ID: "life", Title: m.words.get("chart.life", d.Title)}
	l.Spans = append(m.spans(e, d.Education, "study"), m.spans(e, d.Affiliations, "work")...)
	for i, t := range d.Timeline {
		l.Marks = append(l.Marks, chart.Mark{At: moment(t.Date), Label: t.Text, When: m.words.partial(t.Date), N: i + 1})
	}
	if len(d.Timeline) == 0 {
		for _, g := range e.Grants {
			l.Marks = append(l.Marks, chart.Mark{At: moment(g.Date), Label: g.Title, When: m.words.partial(g.Date)})
		}
	}
	// Dates of birth and death that the timeline has are marked there.
	mark := func(date content.PartialDate, kind, label string) {
		for i, t := range d.Timeline {
			if t.Date == date {
				l.Marks[i].Kind = kind
				return
			}
		}
		l.Marks = append(l.Marks, chart.Mark{At: moment(date), Label: m.words.get(label), When: m.words.partial(date), Kind: kind})
	}
	if d.Born != nil && d.Born.Date.Year != 0 {
		mark(d.Born.Date, "birth", "fact.born")
	}
	if d.Died != nil && d.Died.Date.Year != 0 {
		mark(d.Died.Date, "death", "fact.died")
	}
	if d.Founded.Year != 0 {
		mark(d.Founded, "birth", "fact.formed")
	}
	if len(l.Spans)+len(l.Marks) < leastDrawn {
		return nil
	}
	return l
}

// spans are the times at institutions that have a beginning.
func (m *maker) spans(e *site.Entry, list []content.Affiliation, kind string) []chart.Span {
	var spans []chart.Span
	for i, t := range m.tenures(e, list) {
		if from := list[i].From; from.Year != 0 {
			spans = append(spans, chart.Span{From: yearsFrom(from), To: yearsTo(list[i].To), Label: t.Name, Years: t.Years, Kind: kind})
		}
	}
	return spans
}

// yearsFrom and yearsTo are the edges of what a date says, in years: from 1963
// to 1968 is from January of the one to December of the other, so that a bar
// covers all that its years name. Zero is not known.
func yearsFrom(p content.PartialDate) float64 {
	return float64(p.Year) + float64(max(p.Month, 1)-1)/12 + float64(max(p.Day, 1)-1)/365
}

func yearsTo(p content.PartialDate) float64 {
	switch {
	case p.Year == 0:
		return 0
	case p.Month == 0:
		return yearsFrom(p) + 1
	case p.Day == 0:
		return yearsFrom(p) + 1./12
	}
	return yearsFrom(p) + 1./365
}

// moment is the middle of what a date says, which is nearest to the truth.
func moment(p content.PartialDate) float64 {
	if p.Year == 0 {
		return 0
	}
	return (yearsFrom(p) + yearsTo(p)) / 2
}

// What a lineage shows: two generations up and two down, and not everybody where
// there are very many.
const (
	lineageDepth = 2
	lineageMost  = 40
)

// lineageTree draws the teachers and the students of a person, and theirs in
// turn, whichever file says so. Those without a profile are known from the
// person's own file alone. nil where there is too little to draw.
func (m *maker) lineageTree(e *site.Entry) *chart.Tree {
	d := e.Data.(*content.Scientist)
	t := &chart.Tree{ID: "lineage", Title: m.words.get("chart.lineage", d.Title), Desc: m.words.get("lineage-about")}
	var profiles []*site.Entry
	index := map[string]int{} // in People, by key; profiles come first
	names := map[string]bool{}
	add := func(x *site.Entry) bool {
		if _, known := index[x.Key]; known || len(profiles) == lineageMost {
			return false
		}
		index[x.Key] = len(profiles)
		profiles = append(profiles, x)
		names[x.Title()] = true
		k := chart.Kin{Name: x.Title(), URL: m.link(x).URL, Self: x == e}
		if p, ok := x.Data.(*content.Scientist); ok {
			k.Note = m.lifeYears(p)
		}
		t.People = append(t.People, k)
		return true
	}
	add(e)
	up, down := []*site.Entry{e}, []*site.Entry{e}
	for range lineageDepth {
		up, down = further(up, (*site.Entry).Teachers, add), further(down, (*site.Entry).Students, add)
	}
	for i, x := range profiles {
		for _, teacher := range x.Teachers() { // who are few, where students may be thousands
			if k, ok := index[teacher.Key]; ok {
				t.Ties = append(t.Ties, [2]int{k, i})
			}
		}
	}
	unlinked := func(people []content.Person, tie func(i int) [2]int) {
		for _, p := range people {
			if p.Ref == "" && !names[p.Name] && len(t.People) < lineageMost {
				names[p.Name] = true
				t.Ties = append(t.Ties, tie(len(t.People)))
				t.People = append(t.People, chart.Kin{Name: p.Name})
			}
		}
	}
	unlinked(d.Teachers, func(i int) [2]int { return [2]int{i, 0} })
	unlinked(d.Students, func(i int) [2]int { return [2]int{0, i} })
	if len(t.People) < leastDrawn {
		return nil
	}
	return t
}

// further adds those to whom a step leads, and returns who was new.
func further(from []*site.Entry, step func(*site.Entry) []*site.Entry, add func(*site.Entry) bool) []*site.Entry {
	var found []*site.Entry
	for _, x := range from {
		for _, y := range step(x) {
			if add(y) {
				found = append(found, y)
			}
		}
	}
	return found
}

// draw makes the drawings, which only a page to be rendered is worth.
func (v *ScientistView) draw() {
	if v.life != nil {
		v.LifeChart = template.HTML(chart.Timeline(*v.life))
	}
	if v.kin != nil {
		v.Lineage = template.HTML(chart.Lineage(*v.kin))
	}
}
