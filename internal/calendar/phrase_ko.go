package calendar

import "strconv"

func korean() language {
	return language{
		comma: ", ", and: ", ", to: "~",
		weekday: func(day int) string {
			return [...]string{1: "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"}[day]
		},
		month: func(month int) string { return strconv.Itoa(month) + "월" },
		monthDay: func(day int) string {
			if day < 0 {
				return koreanOrdinal(day) + " 날"
			}
			return strconv.Itoa(day) + "일"
		},
		nth:   func(n int, weekday string) string { return koreanOrdinal(n) + " " + weekday },
		among: func(days, weekdays string) string { return days + " 중 " + weekdays },
		sentence: func(f Freq, interval int, months, days string) string {
			text := [...]string{Yearly: "매년", Monthly: "매월", Weekly: "매주", Daily: "매일"}[f]
			if interval > 1 {
				text = strconv.Itoa(interval) + [...]string{Yearly: "년", Monthly: "개월", Weekly: "주", Daily: "일"}[f] + "마다"
			}
			for _, more := range []string{months, days} {
				if more != "" {
					text += " " + more
				}
			}
			return text
		},

		daily: "매일", at: " ", also: ", ", next: "; ",
		closed: func(days string) string { return days + " 휴관" },
	}
}

func koreanOrdinal(n int) string {
	names := [...]string{1: "첫째", "둘째", "셋째", "넷째", "다섯째"}
	switch {
	case n == -1:
		return "마지막"
	case n < 0:
		return "끝에서 " + koreanOrdinal(-n)
	case n < len(names):
		return names[n]
	}
	return strconv.Itoa(n) + "번째"
}
