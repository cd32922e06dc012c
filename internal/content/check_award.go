package content

import "kepu/internal/diag"

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
	given, unnumbered := map[int]bool{}, map[int]bool{} // by year
	first := map[int]int{}                              // year of each number
	for i, x := range list {
		if x.Year == 0 {
			continue // told already
		}
		path := indexed("editions", i)
		alone := x.Edition == 0 && !d.pos.Filled(sub(path, "edition"))
		if year := first[x.Edition]; year != 0 {
			d.addAt(diag.DuplicateEdition, sub(path, "edition"), itoa(x.Edition), itoa(year))
		} else if unnumbered[x.Year] || alone && given[x.Year] {
			d.addAt(diag.YearTwice, sub(path, "year"), itoa(x.Year))
		}
		if x.Edition != 0 && first[x.Edition] == 0 {
			first[x.Edition] = x.Year
		}
		given[x.Year] = true
		unnumbered[x.Year] = unnumbered[x.Year] || alone
		if y := x.Date.Year; y != 0 && y != x.Year && y != x.Year+1 {
			d.addAt(diag.AwardYear, sub(path, "date"), x.Date.String(), itoa(x.Year))
		}
	}
}
