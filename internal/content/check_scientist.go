package content

import "kepu/internal/diag"

func (d *decoder) checkScientist(s *Scientist) {
	if len(s.Sources) == 0 && !d.wrongAt("sources") {
		d.addAt(diag.NoSources, "sources")
	}
	d.checkKind(s)
	d.checkPortrait(s)
	d.checkOffers(s)
	if len(s.Sources) > 0 { // else that is what is wrong
		for i, m := range s.Timeline {
			d.sourceNumber("timeline", i, m.Source, s.Sources)
		}
		for i, h := range s.Honours {
			d.sourceNumber("honours", i, h.Source, s.Sources)
		}
	}
	d.checkLife(s)
	for i, a := range s.Affiliations {
		d.partialSpan(indexed("affiliations", i), "from", "to", a.From, a.To)
	}
	for i, a := range s.Education {
		d.partialSpan(indexed("education", i), "from", "to", a.From, a.To)
	}
}

// checkLife wants birth, death and what lies between in order. What happened
// after a death may be an honour; before a birth, it is about the family.
func (d *decoder) checkLife(s *Scientist) {
	if s.Born == nil {
		return
	}
	if s.Died != nil {
		d.partialSpan("", "born.date", "died.date", s.Born.Date, s.Died.Date)
	}
	for i, m := range s.Timeline {
		if !m.Date.IsZero() && m.Date.before(s.Born.Date) && m.Phase != "family" {
			d.addAt(diag.TimelineBeforeBirth, sub(indexed("timeline", i), "date"), m.Date.String(), s.Born.Date.String())
		}
	}
}

// notOfTeams and notOfPersons are the fields that only the other has.
var (
	notOfTeams   = []string{"born", "died", "ethnicity", "education", "teachers", "students"}
	notOfPersons = []string{"members", "founded"}
)

func (d *decoder) checkKind(s *Scientist) {
	if d.wrongAt("kind") {
		return
	}
	wrong, kind := notOfPersons, phrase{"人物", "a person"}
	if s.IsTeam() {
		wrong, kind = notOfTeams, phrase{"团队", "a team"}
	}
	for _, key := range wrong {
		if d.pos.Filled(key) {
			d.addAt(diag.NotOfKind, key, key, kind.String())
		}
	}
}

// checkPortrait wants the rights in the picture and, where no death is on
// record, the agreement of the person shown (民法典 art. 1019).
func (d *decoder) checkPortrait(s *Scientist) {
	if s.Portrait == nil || d.wrongAt("portrait") {
		return
	}
	if s.Portrait.Credit == "" || s.Portrait.Licence == "" {
		d.addAt(diag.PortraitRights, "portrait")
	}
	if s.Consent == "" && !d.wrongAt("consent") && len(s.Offers) == 0 && s.Died == nil && !s.IsTeam() && !d.wrongAt("kind") {
		d.addAt(diag.NoConsent, "portrait", "portrait")
	}
}

// checkOffers wants the agreement of whoever is ready to speak or to advise,
// and to know which of the two where there is more on it.
func (d *decoder) checkOffers(s *Scientist) {
	if d.wrongAt("offers") {
		return
	}
	if len(s.Offers) > 0 && s.Died != nil {
		d.addAt(diag.OfferOfDead, "offers")
		return
	}
	if len(s.Offers) > 0 {
		if s.Consent == "" && !d.wrongAt("consent") {
			d.addAt(diag.NoConsent, "offers", "offers")
		}
		return
	}
	for _, key := range []string{"talks", "region", "contact"} {
		if d.pos.Filled(key) {
			d.addAt(diag.NoOffer, key, key)
			return // the others lack the same
		}
	}
}

// sourceNumber wants n, the source of an item of the list at path, to be the
// number of an entry in sources; 0 is none.
func (d *decoder) sourceNumber(path string, i, n int, sources []Citation) {
	if n <= len(sources) || d.full() || d.wrongAt("sources") {
		return
	}
	path = sub(indexed(path, i), "source")
	d.addAt(diag.BadSourceNumber, path, display(path), itoa(n), itoa(len(sources)))
}
