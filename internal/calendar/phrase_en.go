package calendar

import "strconv"

func english() language {
	return language{
		comma: ", ", and: " and ", to: " to ",
		weekday: func(day int) string {
			return [...]string{1: "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[day]
		},
		month: func(month int) string {
			return [...]string{1: "January", "February", "March", "April", "May", "June", "July",
				"August", "September", "October", "November", "December"}[month]
		},
		monthDay: func(day int) string {
			if day < 0 {
				return "the " + englishOrdinal(day) + " day"
			}
			return "the " + strconv.Itoa(day) + englishSuffix(day)
		},
		nth:   func(n int, weekday string) string { return "the " + englishOrdinal(n) + " " + weekday },
		among: func(days, weekdays string) string { return "each " + weekdays + " from " + days },
		sentence: func(f Freq, interval int, months, days string) string {
			unit := [...]string{Yearly: "year", Monthly: "month", Weekly: "week", Daily: "day"}[f]
			every := "every " + unit
			if interval > 1 {
				every = "every " + strconv.Itoa(interval) + " " + unit + "s"
			}
			if days != "" && months != "" {
				days += " of " + months
			}
			switch {
			case days == "" && months == "":
				return every
			case days == "":
				return every + " in " + months
			case interval > 1:
				return every + " on " + days
			case f == Weekly:
				return "every " + days
			case months != "":
				return days + " each year"
			}
			return days + " of each " + unit
		},

		daily: "daily", at: " ", also: ", ", next: "; ",
		closed: func(days string) string { return "closed " + days },
	}
}

func englishOrdinal(n int) string {
	names := [...]string{1: "first", "second", "third", "fourth", "fifth"}
	switch {
	case n == -1:
		return "last"
	case n < 0:
		return englishOrdinal(-n) + " to last"
	case n < len(names):
		return names[n]
	}
	return strconv.Itoa(n) + englishSuffix(n)
}

func englishSuffix(n int) string {
	switch {
	case n%10 == 1 && n != 11:
		return "st"
	case n%10 == 2 && n != 12:
		return "nd"
	case n%10 == 3 && n != 13:
		return "rd"
	}
	return "th"
}
