package content

import (
	"cmp"

	"kepu/internal/diag"
)

// checkAward wants each edition once, in its year, and proof of who received
// the award.
func (d *decoder) checkAward(a *Award) {
	d.checkEditions(a.Editions)
	if len(a.Sources) == 0 && !d.wrongAt("sources") {
		for i, x := range a.Editions {
			if len(x.Laureates) > 0 {
				d.addAt(diag.RollWithoutSources, sub(indexed("editions", i), "laureates"))
				return // the others lack the same
			}
		}
	}
	for i, x := range a.Editions {
		d.sourceNumber("editions", i, x.Source, a.Sources)
	}
}

// checkEditions wants to know which is which: by its number, or as the only one
// of its year. What is given for a year may be handed over in the next one.
func (d *decoder) checkEditions(list []AwardEdition) {
	given := map[int]bool{}                        // by year
	first, without := map[int]int{}, map[int]int{} // year of each number; by year, one more than the place of an edition without
	bare := func(i int) bool {                     // asked where years meet only: to look for a field takes time
		return list[i].Edition == 0 && !d.pos.Filled(sub(indexed("editions", i), "edition"))
	}
	for i, x := range list {
		if x.Year == 0 || d.full() {
			continue // told already, or not to be told
		}
		path := indexed("editions", i)
		if year := first[x.Edition]; year != 0 {
			d.addAt(diag.DuplicateEdition, sub(path, "edition"), itoa(x.Edition), itoa(year))
		} else if n := without[x.Year]; n > 0 && bare(n-1) || given[x.Year] && bare(i) {
			d.addAt(diag.YearTwice, sub(path, "year"), itoa(x.Year))
		}
		switch {
		case x.Edition == 0:
			without[x.Year] = i + 1
		case first[x.Edition] == 0:
			first[x.Edition] = x.Year
		}
		given[x.Year] = true
		if y := x.Date.Year; y != 0 && y != x.Year && y != x.Year+1 {
			d.addAt(diag.AwardYear, sub(path, "date"), x.Date.String(), itoa(x.Year))
		}
		d.checkLaureates(sub(path, "laureates"), x.Laureates)
	}
}

// checkLaureates wants everybody once. Who is honoured for two works is there
// twice; two people of one name differ in where they work.
func (d *decoder) checkLaureates(path string, list []Laureate) {
	seen := make(map[Laureate]bool, len(list))
	for i, x := range list {
		x.Grade = ""
		if x.Ref != "" {
			x.Name, x.Organization, x.Institution = "", "", ""
		}
		if x != (Laureate{}) && seen[x] {
			d.addAt(diag.LaureateTwice, indexed(path, i), cmp.Or(x.Name, string(x.Ref)))
		}
		seen[x] = true
	}
}
