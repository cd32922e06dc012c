package site

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// A use is an occurrence that takes up a room or a person.
type use struct {
	key, name string // of what it takes up
	loose     bool   // nobody says which room, or which part of the event
	Occurrence
}

// clashes warns of rooms and speakers that are wanted twice at once. Events
// are compared in one language; what is called off takes up nothing.
func (b *builder) clashes() {
	var rooms, speakers []use
	for _, e := range b.Entries {
		ev, ok := e.Data.(*content.Event)
		if !ok || e.group.in(b.Settings.Language, b.Settings.Language) != e {
			continue
		}
		for _, o := range e.Times {
			if o.Status == Cancelled || o.Status == Postponed || o.Open {
				continue
			}
			if u, ok := roomOf(o); ok {
				rooms = append(rooms, u)
			}
			if !o.Day {
				speakers = append(speakers, speakersOf(o, ev)...)
			}
		}
	}
	b.clash(rooms, diag.PlaceTwice)
	b.clash(speakers, diag.SpeakerTwice)
}

// roomOf is the hall of an occurrence. A museum may hold an exhibition for
// weeks and a talk meanwhile: whole days clash where a room is named.
func roomOf(o Occurrence) (use, bool) {
	room := strings.Join(strings.Fields(o.Venue), "")
	switch {
	case o.Place != nil:
		name := o.Place.Title()
		if room != "" {
			name += " " + o.Venue
		}
		return use{key: o.Place.Key + "\x00" + room, name: name, loose: room == "", Occurrence: o}, room != "" || !o.Day
	case room != "":
		city := ""
		if c := o.Entry.Of(Cities); len(c) > 0 {
			city = c[0].Slug
		}
		return use{key: "\x00" + city + "\x00" + room, name: o.Venue, Occurrence: o}, true
	}
	return use{}, false
}

// speakersOf are those of the session, else those of the event, of whom nobody
// knows in which of parallel sessions they speak.
func speakersOf(o Occurrence, ev *content.Event) []use {
	list, loose := ev.Speakers, true
	if o.Part >= 0 && len(ev.Sessions) > 0 && len(ev.Sessions[o.Part].Speakers) > 0 {
		list, loose = ev.Sessions[o.Part].Speakers, false
	}
	var out []use
	for _, p := range list {
		u := use{key: p.Name, name: p.Name, loose: loose, Occurrence: o}
		if x := o.Entry.Named(content.Scientists, p.Ref); x != nil {
			u.key, u.name = x.Key, cmp.Or(p.Name, x.Title())
		} else if !isName(p.Name) {
			continue
		}
		out = append(out, u)
	}
	return out
}

// isName tells the name of a person from “高校教师（示例）”, whom many events have.
func isName(s string) bool {
	if n := utf8.RuneCountInString(s); n < 2 || n > 4 {
		return false
	}
	for _, title := range []string{"老师", "教师", "专家", "医生", "院士", "教授", "讲师", "志愿者", "主持", "馆员"} {
		if strings.HasSuffix(s, title) {
			return false
		}
	}
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
}

// clash tells the uses of one thing that overlap, each pair of entries once.
func (b *builder) clash(uses []use, code diag.Code) {
	slices.SortStableFunc(uses, func(x, y use) int {
		return cmp.Or(strings.Compare(x.key, y.key), x.Start.Compare(y.Start), strings.Compare(x.Entry.Key, y.Entry.Key), cmp.Compare(x.Part, y.Part))
	})
	told := map[[2]*Entry]bool{}
	var last use // of those so far, what ends last
	for _, u := range uses {
		if u.key == last.key && u.Start.Before(last.End) && !told[[2]*Entry{last.Entry, u.Entry}] && !related(u, last) {
			told[[2]*Entry{last.Entry, u.Entry}] = true
			file, other := u, last
			b.say(file.Entry.Document, file.startPos(), code, "", u.name, instant(u.Start), other.Entry.File()+"（"+other.Entry.Title()+"）")
		}
		if u.key != last.key || u.End.After(last.End) {
			last = u
		}
	}
}

// related says that two uses are one thing: a festival and what takes place in
// it, or one event of which nobody says who is where.
func related(x, y use) bool {
	if x.Entry == y.Entry {
		return x.loose || y.loose || x.Part == y.Part
	}
	return x.Entry.Target("part_of") == y.Entry || y.Entry.Target("part_of") == x.Entry
}

func instant(t time.Time) string { return t.Format("2006-01-02 15:04") }

// startPos is where the start of an occurrence stands in its file.
func (o Occurrence) startPos() diag.Pos {
	if o.Part >= 0 {
		for _, field := range []string{"sessions", "stops"} {
			if path := at(field, o.Part); o.Entry.Pos.Has(path) {
				return o.Entry.Pos.Of(path + ".start")
			}
		}
	}
	return o.Entry.Pos.Of("start")
}
