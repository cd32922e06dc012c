package page

import (
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/site"
)

// eventCard is what lists show of an event: the time that matters now.
func (m *maker) eventCard(e *site.Entry, d *content.Event) EventCard {
	o, ok := m.site.Current(e, nil)
	if !ok {
		o = site.Occurrence{Entry: e, Part: -1, Start: d.Start.Time, Day: d.Start.Day, End: site.End(d.End), Status: site.StatusOf(d)}
	}
	return m.eventCardAt(e, d, o)
}

// eventCardAt shows an event with one of its times.
func (m *maker) eventCardAt(e *site.Entry, d *content.Event, o site.Occurrence) EventCard {
	status := site.StatusOf(d)
	if !o.Runs() && o.PhaseAt(m.site.AsOf) != site.Past { // no better time is ahead
		status = o.Status
	}
	c := EventCard{
		Year: o.Start.Format("2006"), Month: m.words.month(o.Start), Day: o.Start.Format("2"),
		Weekday: m.words.weekday(o.Start), When: m.when(e, d, false),
		Where: m.whereOf(o), Online: o.Online != "", Status: status, StatusText: m.statusText(status),
		StartISO: o.Start.Format(time.RFC3339), EndISO: o.End.Format(time.RFC3339),
	}
	switch end := site.EventEnd(e); {
	case d.Spans(): // its parts do not make it end earlier
		c.StartISO, c.EndISO = d.Start.Format(time.RFC3339), end.Format(time.RFC3339)
	case end.After(o.End):
		c.EndISO = ""
	}
	m.registerBy(e, d, &c)
	return c
}

// cardsAt shows events with the times that matter where they are listed.
func (m *maker) cardsAt(list []site.Occurrence) []*Card {
	var cards []*Card
	for _, o := range list {
		c := m.card(o.Entry)
		if now, _ := m.site.Current(o.Entry, nil); !now.Start.Equal(o.Start) || now.Part != o.Part {
			own, event := *c, m.eventCardAt(o.Entry, o.Entry.Data.(*content.Event), o)
			own.Event, own.digest = &event, artifact.Digest{}
			c = &own
		}
		cards = append(cards, c)
	}
	return cards
}

// registerBy says what there is to do about registration at the site's AsOf
// instant.
func (m *maker) registerBy(e *site.Entry, d *content.Event, c *EventCard) {
	w := site.RegistrationOf(e)
	switch now := m.site.AsOf; {
	case w == nil || !now.Before(w.Closes):
	case now.Before(w.Opens):
		c.Register = m.words.get("event.register-from", m.words.short(w.Opens))
	case !d.Registration.Closes.IsZero():
		c.Register = m.words.get("event.register-until", m.words.short(d.Registration.Closes.Time))
		c.RegisterEnd = w.Closes.Format(time.RFC3339)
	}
}
