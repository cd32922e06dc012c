package content

import (
	"time"

	"kepu/internal/calendar"
	"kepu/internal/diag"
)

// checkSeries wants rules that give a day in each year, and editions that
// stand in their year.
func (d *decoder) checkSeries(s *SeriesEntry) {
	for i, n := range s.Nominal {
		path := indexed("nominal", i)
		if d.pos.Filled(sub(path, "repeat")) && d.pos.Filled(sub(path, "on")) {
			d.addAt(diag.Conflicting, sub(path, "on"), "on", "repeat")
		}
		if n.From != 0 && n.To != 0 && n.To < n.From {
			d.addAt(diag.EndBeforeStart, sub(path, "to"), "to", "from")
		}
		d.checkNominal(sub(path, "repeat"), n)
	}
	years := map[int]int{} // by number of the edition
	for i, x := range s.Dates {
		path := indexed("dates", i)
		d.span(path, "start", "end", x.Start, x.End)
		if !x.Start.IsZero() && x.Start.Year() != x.Year && x.Year != 0 {
			d.addAt(diag.EditionYear, sub(path, "start"), itoa(x.Year))
		}
		if year, ok := years[x.Edition]; ok && x.Edition != 0 && year != x.Year {
			d.addAt(diag.DuplicateEdition, sub(path, "edition"), itoa(x.Edition), itoa(year))
		}
		years[x.Edition] = x.Year
	}
}

func (d *decoder) checkNominal(path string, n Nominal) {
	rule, err := calendar.ParseRule(n.Repeat)
	if n.Repeat == "" || err != nil {
		return
	}
	if rule.Freq != calendar.Yearly || rule.Interval != 1 || !rule.Endless() || len(rule.ByMonth) == 0 {
		d.addAt(diag.BadRule, path, "repeat", clip(n.Repeat), diag.Both("惯例日期的规则每年一次、写明月份，起止年写在 from 和 to", "the rule of an observance is yearly and names the month; its years are in from and to"))
		return
	}
	if _, ok := rule.First(time.Date(1900, 1, 1, 0, 0, 0, 0, chinaTime)); !ok {
		d.addAt(diag.RuleNever, path, clip(n.Repeat))
	}
}
