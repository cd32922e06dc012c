package opendata

import (
	"slices"
	"strings"
)

// Hours are opening hours of some weekdays.
type Hours struct {
	Days  []string `json:"days" doc:"星期：Mon … Sun | Weekdays"`
	Open  string   `json:"open" doc:"开门，如 09:00 | Opens"`
	Close string   `json:"close" doc:"关门，如 16:30 | Closes"`
}

// City is a city or prefecture.
type City struct {
	Name string `json:"name" doc:"名称 | Name"`
	Code string `json:"code,omitempty" doc:"行政区划代码（GB/T 2260） | Administrative code"`
}

// Body is an organization.
type Body struct {
	Name string `json:"name" doc:"名称 | Name"`
	URL  string `json:"url,omitempty" doc:"网页 | Page"`
}

// Someone is a person in a list.
type Someone struct {
	Name string `json:"name" doc:"姓名 | Name"`
	Role string `json:"role,omitempty" doc:"身份 | Role"`
	URL  string `json:"url,omitempty" doc:"网页 | Page"`
}

// Reference leads to something else.
type Reference struct {
	Title string `json:"title" doc:"名称 | Title"`
	URL   string `json:"url" doc:"网址 | Address"`
}

// Source is where something is said.
type Source struct {
	Title     string `json:"title" doc:"标题 | Title"`
	Author    string `json:"author,omitempty" doc:"作者 | Author"`
	Publisher string `json:"publisher,omitempty" doc:"发布者、刊物或出版社 | Publisher or journal"`
	Date      string `json:"date,omitempty" doc:"日期，可能只有年或年月 | Date, perhaps only a year or a month"`
	URL       string `json:"url,omitempty" doc:"网址 | Address"`
	DOI       string `json:"doi,omitempty" doc:"DOI | DOI"`
	ISBN      string `json:"isbn,omitempty" doc:"ISBN | ISBN"`
}

// Origin says how old an item is, and whether it is real.
type Origin struct {
	Example   bool   `json:"example,omitempty" doc:"演示用的虚构内容 | Invented, for demonstration"`
	Published string `json:"published,omitempty" doc:"发布日期 | Date of publication"`
	Modified  string `json:"modified,omitempty" doc:"最近一次修改 | Last change"`
}

// The texts of these stand in a cell of a table, among others of their list.

func (h Hours) text() string     { return words(strings.Join(h.Days, " "), span(h.Open, h.Close)) }
func (c City) text() string      { return words(c.Name, c.Code) }
func (b Body) text() string      { return b.Name }
func (s Someone) text() string   { return words(s.Name, s.Role) }
func (r Reference) text() string { return r.Title }
func (s Source) text() string    { return words(s.Title, s.Publisher, s.Date) }

// words joins what there is with blanks.
func words(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), " ")
}

// span writes a period; one without bounds is empty.
func span(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return from + "–" + to
}
