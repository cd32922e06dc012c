package calendar

import (
	"strconv"
	"strings"
)

// chinese is what ParseRule and ParseHours read.
func chinese() language {
	return language{
		comma: "、", and: "、", to: "至",
		weekday: func(day int) string {
			return [...]string{1: "周一", "周二", "周三", "周四", "周五", "周六", "周日"}[day]
		},
		month: func(month int) string { return strconv.Itoa(month) + "月" },
		monthDay: func(day int) string {
			if day < 0 {
				return chineseOrdinal(day) + "天"
			}
			return strconv.Itoa(day) + "日"
		},
		nth:   func(n int, weekday string) string { return chineseOrdinal(n) + "个" + weekday },
		among: func(days, weekdays string) string { return days + "的" + weekdays },
		sentence: func(f Freq, interval int, months, days string) string {
			unit := [...]string{Yearly: "年", Monthly: "月", Weekly: "周", Daily: "天"}[f]
			if interval > 1 && f == Monthly {
				unit = "个月"
			}
			switch {
			case interval == 1 && f == Weekly && days != "":
				unit = "" // 每周六, not 每周周六
			case interval == 2:
				unit = "两" + unit
			case interval > 2:
				unit = strconv.Itoa(interval) + unit
			}
			return "每" + unit + months + days
		},

		daily: "每天", at: "", also: "、", next: "；",
		closed: func(days string) string { return days + "闭馆" },
	}
}

// chineseOrdinal is what stands before 个 or 天.
func chineseOrdinal(n int) string {
	switch {
	case n == -1:
		return "最后一"
	case n < 0:
		return "倒数第" + chineseNumber(-n)
	}
	return "第" + chineseNumber(n)
}

// chineseNumber writes 1 to 99.
func chineseNumber(n int) string {
	var b strings.Builder
	if n >= 20 {
		b.WriteString(numerals[n/10-1])
	}
	if n >= 10 {
		b.WriteString("十")
	}
	if n%10 > 0 {
		b.WriteString(numerals[n%10-1])
	}
	return b.String()
}
