package content

import (
	"slices"

	"kepu/internal/diag"
)

func (d *decoder) checkScientist(s *Scientist) {
	if len(s.Sources) == 0 && !d.wrongAt("sources") {
		d.addAt(diag.NoSources, "sources")
	}
	if p := s.Portrait; p != nil && (p.Credit == "" || p.Licence == "") && !d.wrongAt("portrait") {
		d.addAt(diag.PortraitRights, "portrait")
	}
	d.checkConsent(s)
	for i, m := range s.Timeline {
		d.sourceNumber(sub(indexed("timeline", i), "source"), m.Source, s.Sources)
	}
	for i, h := range s.Honours {
		d.sourceNumber(sub(indexed("honours", i), "source"), h.Source, s.Sources)
	}
	if s.Born != nil && s.Died != nil {
		d.partialSpan("", "born.date", "died.date", s.Born.Date, s.Died.Date)
	}
	for i, a := range s.Affiliations {
		d.partialSpan(indexed("affiliations", i), "from", "to", a.From, a.To)
	}
	for i, a := range s.Education {
		d.partialSpan(indexed("education", i), "from", "to", a.From, a.To)
	}
	wrong := []string{"born", "died", "ethnicity", "education", "teachers", "students"}
	of := "kind: team"
	if !s.IsTeam() {
		wrong, of = []string{"members", "founded"}, "kind: person"
	}
	for _, key := range wrong {
		if d.pos.Filled(key) {
			d.addAt(diag.NotOfKind, key, key, of)
		}
	}
}

// checkConsent wants the agreement of somebody who offers to speak, and of
// somebody of whom no death is on record and whose likeness is shown (民法典
// art. 1019).
func (d *decoder) checkConsent(s *Scientist) {
	switch {
	case s.Consent != "" || d.wrongAt("consent"):
	case len(s.Offers) > 0:
		d.addAt(diag.NoConsent, "offers", "offers")
	case s.Portrait != nil && s.Died == nil && !s.IsTeam() && !d.wrongAt("died"):
		d.addAt(diag.NoConsent, "portrait", "portrait")
	}
	for _, key := range []string{"talks", "region", "contact"} {
		if len(s.Offers) == 0 && d.pos.Filled(key) && !d.wrongAt("offers") {
			d.addAt(diag.NoOffer, key, key)
		}
	}
}

// sourceNumber wants a number of an entry in sources; 0 is none.
func (d *decoder) sourceNumber(path string, n int, sources []Citation) {
	if n > len(sources) && !d.wrongAt("sources") {
		d.addAt(diag.BadSourceNumber, path, display(path), itoa(n), itoa(len(sources)))
	}
}

func (d *decoder) checkAward(a *Award) {
	years := map[int]int{} // by number of the edition
	var seen []int
	for i, x := range a.Editions {
		path := indexed("editions", i)
		d.sourceNumber(sub(path, "source"), x.Source, a.Sources)
		if year, ok := years[x.Edition]; ok && x.Edition != 0 && year != x.Year {
			d.addAt(diag.DuplicateEdition, sub(path, "edition"), itoa(x.Edition), itoa(year))
		}
		years[x.Edition] = x.Year
		if x.Edition == 0 && x.Year != 0 && slices.Contains(seen, x.Year) {
			d.addAt(diag.YearTwice, sub(path, "year"), itoa(x.Year))
		}
		seen = append(seen, x.Year)
		if !x.Date.IsZero() && x.Date.Year != x.Year && x.Year != 0 {
			d.addAt(diag.EditionYear, sub(path, "date"), itoa(x.Year))
		}
		if len(x.Laureates) > 0 && len(a.Sources) == 0 && !d.wrongAt("sources") {
			d.addAt(diag.NoSources, "sources")
		}
	}
}
