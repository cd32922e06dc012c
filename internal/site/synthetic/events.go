package synthetic

import (
	"fmt"
	"time"

	"kepu/internal/site"
)

// Events is a site of n events within three years: sessions, courses that
// recur, tours and exhibitions in turn, in 100 halls of nine cities.
func Events(n int) site.Input {
	const halls = 100
	return Site(n+halls, func(i int) site.Document {
		if i < halls {
			return Entry(fmt.Sprintf("places/hall%d.md", i), fmt.Sprintf("title: 馆%d\nkind: museum\naddress: 人民大街%d号\ncities: 市%d\n", i, i, i%9))
		}
		day := time.Date(2025, 1, 1+i*37%1000, 0, 0, 0, 0, time.UTC)
		on := func(days int) string { return day.AddDate(0, 0, days).Format("2006-01-02") }
		head := fmt.Sprintf("title: 活动%d\ndate: %s\nsummary: 讲一讲，试一试\ntopics: [题%d]\naudiences: [众%d]\n", i, on(-30), i%16, i%6)
		place := fmt.Sprintf("place: hall%d\nvenue: %d厅\n", i*7%halls, i%5)
		var rest string
		switch i % 4 {
		case 0:
			rest = fmt.Sprintf("start: %s 09:00\nend: %s 11:00\nregistration: {closes: %s}\n", on(0), on(0), on(-2)) + place
		case 1:
			rest = fmt.Sprintf("start: %s 14:00\nend: %s 15:00\nrepeat: 每周，共8次\nexcept: %s\n", on(0), on(0), on(7)) + place
		case 2:
			rest = fmt.Sprintf("stops: [{start: %s, end: %s, place: hall1}, {start: %s, end: %s, place: hall2}]\n", on(0), on(20), on(30), on(50))
		case 3:
			rest = fmt.Sprintf("start: %s\nend: %s\nhours: [周二至周日 09:00-16:00]\n", on(0), on(60)) + place
		}
		return Entry(fmt.Sprintf("events/e%06d.md", i), head+rest)
	})
}
