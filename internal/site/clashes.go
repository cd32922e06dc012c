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
			if o.Status == Cancelled || o.Status == Postponed {
				continue
			}
			if o.Open {
				o.End = o.Start.Add(time.Hour) // it takes some time, whatever it is
			}
			if u, ok := roomOf(o, ev); ok {
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
func roomOf(o Occurrence, ev *content.Event) (use, bool) {
	room := strings.Join(strings.Fields(o.Venue), "")
	// Sessions that say nothing of their own are anywhere in the event's place.
	loose := o.Part >= 0 && len(ev.Sessions) > 0 && ev.Sessions[o.Part].Place == "" && ev.Sessions[o.Part].Venue == ""
	switch {
	case o.Place != nil:
		name := o.Place.Title()
		if room != "" {
			name += " " + o.Venue
		}
		return use{key: o.Place.Key + "\x00" + room, name: name, loose: loose || room == "", Occurrence: o}, room != "" || !o.Day
	case room != "":
		if slices.ContainsFunc(nowhere, func(word string) bool { return strings.Contains(room, word) }) {
			return use{}, false
		}
		whose := "" // every house has a 报告厅
		if c := o.Entry.Of(Cities); len(c) > 0 {
			whose = c[0].Slug
		}
		if body := o.Entry.Target("organization"); body != nil {
			whose += "\x00" + body.Key
		}
		return use{key: "\x00" + whose + "\x00" + room, name: o.Venue, loose: loose, Occurrence: o}, true
	}
	return use{}, false
}

// nowhere are words of venues that are no rooms.
var nowhere = []string{"待定", "待通知", "另行", "线上", "网络", "直播", "各县", "各市", "各地", "全省", "全市", "多地"}

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

// offices are what people are called whose names are not given.
var offices = []string{
	"老师", "教师", "专家", "医生", "院士", "教授", "讲师", "博士", "护士", "工程师", "农艺师", "研究员", "技术员", "辅导员", "讲解员",
	"志愿者", "志愿队", "主持", "主持人", "馆员", "馆长", "待定",
}

// isName tells the name of a person from “高校教师（示例）”, whom many events have.
func isName(s string) bool {
	if n := utf8.RuneCountInString(s); n < 2 || n > 4 {
		return false
	}
	for _, title := range offices {
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
	var open []use // of the same thing, those that are not over
	for _, u := range uses {
		open = slices.DeleteFunc(open, func(o use) bool { return o.key != u.key || !u.Start.Before(o.End) })
		i := slices.IndexFunc(open, func(o use) bool { return !related(u, o) && u.meets(o) })
		if i >= 0 && !told[[2]*Entry{open[i].Entry, u.Entry}] {
			other := open[i].Entry
			told[[2]*Entry{other, u.Entry}] = true
			b.say(u.Entry.Document, u.startPos(), code, "", u.name, instant(u.Start), other.File()+"（"+other.Title()+"）")
		}
		if len(open) < maxOpen {
			open = append(open, u)
		}
	}
}

// maxOpen bounds how many uses at once are compared: of more than that nobody
// needs to hear.
const maxOpen = 20

// related says that two uses are one thing: a festival and what takes place in
// it, or one event of which nobody says who is where.
func related(x, y use) bool {
	if x.Entry == y.Entry {
		return x.loose || y.loose || x.Part == y.Part
	}
	return holds(x.Entry, y.Entry) || holds(y.Entry, x.Entry)
}

// holds says that a part_of leads from part to whole, over a few steps.
func holds(whole, part *Entry) bool {
	for range 5 {
		if part = part.Target("part_of"); part == nil || part == whole {
			return part != nil
		}
	}
	return false
}

// meets says that two uses that overlap do so while both are open: an exhibition
// leaves its room to others in the evening and on Mondays.
func (u use) meets(o use) bool {
	days, at := u, o
	if at.Day {
		days, at = o, u
	}
	if at.Day || !days.Day || len(days.Hours) == 0 {
		return true
	}
	if content.DatesOf(days.Closed).Cover(at.Start) {
		return false
	}
	minute := func(t time.Time) int { return t.Hour()*60 + t.Minute() }
	for _, h := range days.Hours.On(at.Start.Weekday()) {
		if minute(at.Start) < h.Close && (minute(at.End) > h.Open || !at.End.Before(midnight(at.Start))) {
			return true
		}
	}
	return false
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
