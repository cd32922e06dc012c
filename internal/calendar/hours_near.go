package calendar

import "strings"

// longestNight is how long a span may be, in minutes, of which it can be believed
// that it was meant to end on the next day.
const longestNight = 12 * 60

// allDay puts words that mean a whole day into hours.
var allDay = strings.NewReplacer("全天", " 00:00-24:00", "24小时", " 00:00-24:00", "24 小时", " 00:00-24:00", "开放", "")

// NearHours guesses the line meant by one that ParseHours refuses: 全天 is
// 00:00-24:00, and 周五 18:00-02:00 is 周五 18:00-24:00，周六 00:00-02:00. It is
// "" if it has no idea.
func NearHours(line string) string {
	if s := strings.TrimSpace(allDay.Replace(line)); s != strings.TrimSpace(line) {
		if h, _, err := ParseHours([]string{s}); err == nil && len(h) > 0 {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	w := weekHours{nights: true}
	if len(line) > maxHoursLine || w.read(line) != nil {
		return ""
	}
	h := w.hours()
	var clauses []string
	for _, row := range h.Rows("zh-CN") {
		text := row.Days // of days that are closed other lines may say more
		for _, o := range row.Spans {
			text += " " + Clock(o.Open) + "-" + Clock(o.Close)
		}
		if len(row.Spans) > 0 {
			clauses = append(clauses, text)
		}
	}
	return strings.Join(clauses, "，")
}
