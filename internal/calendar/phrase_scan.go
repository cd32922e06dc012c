package calendar

import (
	"strings"
	"time"
)

// fold writes what is typed in several ways in one way: full-width letters,
// digits and punctuation, dashes, and the names of the week.
func fold(s string) string {
	return weekNames.Replace(strings.Map(func(c rune) rune {
		switch {
		case '！' <= c && c <= '～':
			return c - '！' + '!'
		case c == '\u3000' || c == '\u00a0':
			return ' '
		case '\u2010' <= c && c <= '\u2015' || c == '\u2212':
			return '-'
		case c == '\u301c':
			return '~'
		}
		return c
	}, s))
}

var weekNames = strings.NewReplacer("星期", "周", "礼拜", "周", "週", "周")

// A scanner reads folded text. Each of its methods skips spaces, and takes
// either what it looks for or nothing.
type scanner struct{ rest string }

func (s *scanner) skip() { s.rest = strings.TrimLeft(s.rest, " \t") }

func (s *scanner) done() bool {
	s.skip()
	return s.rest == ""
}

// at reports whether one of the words is next.
func (s *scanner) at(words ...string) bool {
	ahead := *s
	return ahead.eat(words...)
}

// eat takes the first of the words that is next.
func (s *scanner) eat(words ...string) bool {
	s.skip()
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s.rest, w); ok {
			s.rest = rest
			return true
		}
	}
	return false
}

// try takes what read takes, or nothing where read fails.
func (s *scanner) try(read func() bool) bool {
	before := *s
	if read() {
		return true
	}
	*s = before
	return false
}

func (s *scanner) comma() bool { return s.eat("、", ",", "和", "及", "与") }

func (s *scanner) to() bool { return s.eat("至", "到", "--", "-", "~") }

// number takes a number of up to 8 digits, or a Chinese one up to 99.
func (s *scanner) number() (int, bool) {
	s.skip()
	n, i := 0, 0
	for i < len(s.rest) && '0' <= s.rest[i] && s.rest[i] <= '9' {
		n = 10*n + int(s.rest[i]-'0')
		if i++; i > 8 {
			return 0, false
		}
	}
	if i > 0 {
		s.rest = s.rest[i:]
		return n, true
	}
	tens, before := s.numeral()
	if !s.eat("十") {
		return tens, before
	}
	ones, _ := s.numeral()
	if !before {
		tens = 1
	}
	return 10*tens + ones, true
}

func (s *scanner) numeral() (int, bool) {
	if s.eat("两") {
		return 2, true
	}
	for i, c := range numerals {
		if s.eat(c) {
			return i + 1, true
		}
	}
	return 0, false
}

var numerals = [...]string{"一", "二", "三", "四", "五", "六", "七", "八", "九"}

// weekdays takes weekdays like 周一三五, 周二至周日, 周末 or 工作日、周六. Where
// bare is set the first 周 was read already. Nil where there is none.
func (s *scanner) weekdays(bare bool) []time.Weekday {
	var list []time.Weekday
	for s.try(func() bool {
		if len(list) > 0 {
			s.comma()
		}
		switch {
		case s.eat("工作日"):
			list = append(list, week[:5]...)
			return true
		case !s.eat("周") && !bare && len(list) == 0:
			return false
		case s.eat("末"):
			list = append(list, week[5:]...)
			return true
		}
		first, ok := s.weekday()
		last := first
		s.try(func() bool {
			if !s.to() {
				return false
			}
			s.eat("周")
			day, ok := s.weekday()
			if ok = ok && day > first; ok {
				last = day
			}
			return ok
		})
		if ok {
			list = append(list, week[first:last+1]...)
		}
		return ok
	}) {
	}
	return list
}

// weekday takes the last character of a weekday's name, and counts from Monday.
func (s *scanner) weekday() (int, bool) {
	if s.at("一共") { // how often, as in 每周六，一共10次
		return 0, false
	}
	for i, c := range numerals[:6] {
		if s.eat(c) {
			return i, true
		}
	}
	return 6, s.eat("日", "天")
}

// week is what a week looks like in China.
var week = [...]time.Weekday{
	time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday,
	time.Saturday, time.Sunday,
}
