package calendar

import (
	"fmt"
	"strings"
	"time"
)

// parsePhrase reads a rule in Chinese words; its text is folded. Wrong numbers
// are left for check.
func parsePhrase(text string) (Rule, *RuleError) {
	r := Rule{Interval: 1}
	s := scanner{text}
	if !s.frequency(&r) {
		return r, &RuleError{Syntax, "", strings.TrimSpace(text)}
	}
	for !s.done() {
		if err := s.end(&r); err != nil {
			return r, err
		}
	}
	return r, nil
}

// frequency reads how often, and on which days: 每两周周六, 每年5月30日.
func (s *scanner) frequency(r *Rule) bool {
	every := s.eat("每逢", "每")
	if s.eat("隔一", "隔") {
		r.Interval, every = 2, true
	} else if n, ok := s.number(); ok && every {
		r.Interval = n
	} else if ok {
		return false
	}
	s.eat("个")
	switch {
	case every && s.at("周末"), r.Interval == 1 && s.at("周末", "工作日"):
		r.Freq = Weekly
		r.on(0, s.weekdays(false))
		return true
	case !every:
		return false
	case s.eat("天", "日"):
		r.Freq = Daily
		return true
	case s.eat("周"):
		r.Freq = Weekly
		bare := !s.eat("的")
		r.on(0, s.weekdays(bare))
		return true
	case s.eat("月"):
		r.Freq = Monthly
	case s.eat("年"):
		r.Freq = Yearly
		s.eat("的")
		r.ByMonth = s.numbers("月")
	default:
		return false
	}
	s.eat("的")
	return s.daysOfMonth(r)
}

// on adds weekdays to a rule.
func (r *Rule) on(n int, days []time.Weekday) {
	for _, d := range days {
		r.ByDay = append(r.ByDay, WeekdayNum{n, d})
	}
}

// daysOfMonth reads 15日、最后一天 or 第二、四个周六 or 14日至20日的周六, or
// nothing: then it is the day of the start.
func (s *scanner) daysOfMonth(r *Rule) bool {
	for s.try(func() bool {
		if len(r.ByDay)+len(r.ByMonthDay) > 0 && !s.comma() {
			return false
		}
		if days := s.numbers("日", "号"); days != nil {
			r.ByMonthDay = append(r.ByMonthDay, days...)
			return true
		}
		list, counted := s.ordinals()
		switch {
		case list == nil:
			return false
		case !counted && s.eat("天"):
			r.ByMonthDay = append(r.ByMonthDay, list...)
			return true
		case !counted || s.at("周末", "工作日"): // which week would it be?
			return false
		}
		days := s.weekdays(false)
		for _, n := range list {
			r.on(n, days)
		}
		return days != nil
	}) {
	}
	if len(r.ByMonthDay) == 0 {
		return true
	}
	if len(r.ByDay) > 0 { // 15日、第二个周六 would mean both, which no rule can say
		return false
	}
	s.try(func() bool {
		s.eat("之间", "间", "中")
		if !s.eat("的") {
			return false
		}
		days := s.weekdays(false)
		r.on(0, days)
		return days != nil
	})
	return true
}

// numbers reads numbers with their unit: 15日、30日, or 3、9月, or 14日至20日.
// The last one must have the unit. Nil where there is none.
func (s *scanner) numbers(unit ...string) []int {
	before := *s
	var list []int
	complete := false
	for s.try(func() bool {
		if len(list) > 0 && !s.comma() {
			return false
		}
		first, ok := s.number()
		if !ok {
			return false
		}
		has := s.eat(unit...)
		last := first
		if n, ok := s.lastNumber(first, unit); ok {
			last, has = n, true
		}
		if ahead := *s; !has && !ahead.comma() {
			return false
		}
		complete = has
		for n := first; n <= last; n++ {
			list = append(list, n)
		}
		return true
	}) {
	}
	if !complete {
		*s = before
		return nil
	}
	return list
}

// lastNumber reads what ends a run: 至20日.
func (s *scanner) lastNumber(first int, unit []string) (last int, ok bool) {
	ok = s.try(func() bool {
		if !s.to() {
			return false
		}
		last, ok = s.number()
		return ok && first < last && last <= 31 && s.eat(unit...)
	})
	return last, ok
}

// ordinals reads 第二、四个, 第二个和第四个, 最后一个 or 倒数第二; counted tells
// whether it ends in 个. Nil where there is none.
func (s *scanner) ordinals() (list []int, counted bool) {
	for s.try(func() bool {
		if len(list) > 0 && !s.comma() {
			return false
		}
		n, ok := -1, true
		switch {
		case s.eat("最后一", "最后1"):
		case s.eat("倒数第"):
			n, ok = s.number()
			n = -n
		case s.eat("第") || len(list) > 0:
			n, ok = s.number()
		default:
			return false
		}
		if !ok || n == 0 {
			return false
		}
		list = append(list, n)
		counted = s.eat("个")
		return true
	}) {
	}
	return list, counted
}

// end reads when it ends: “，到2026年12月31日” or “，共10次”.
func (s *scanner) end(r *Rule) *RuleError {
	rest := strings.TrimSpace(s.rest)
	comma := s.eat(",", ";", "、")
	switch {
	case s.eat("直到", "截至", "到", "至"):
		if !r.Until.IsZero() {
			return &RuleError{Repeated, "UNTIL", rest}
		}
		date, ok := s.date()
		if !ok || r.parseUntil(date) != fine {
			return &RuleError{BadUntil, "UNTIL", rest}
		}
		s.eat("为止", "止")
	case comma && s.eat("一共"), s.eat("总共", "共"): // 每周一共3次 might be 每周一, 共3次
		n, ok := s.number()
		switch {
		case !ok || !s.eat("次"):
			return &RuleError{Syntax, "", rest}
		case r.Count != 0:
			return &RuleError{Repeated, "COUNT", rest}
		case n == 0:
			return &RuleError{OutOfRange, "COUNT", rest}
		}
		r.Count = n
	default:
		return &RuleError{Syntax, "", rest}
	}
	return nil
}

// date reads a day, and gives it as parseUntil takes it.
func (s *scanner) date() (string, bool) {
	var ymd [3]int
	for i, after := range [][]string{{"年", "-", "/", "."}, {"月", "-", "/", "."}, {"日", "号", ""}} {
		n, ok := s.number()
		if !ok || !s.eat(after...) {
			return "", false
		}
		ymd[i] = n
	}
	return fmt.Sprintf("%d-%02d-%02d", ymd[0], ymd[1], ymd[2]), true
}
