package site

import (
	"fmt"
	"strings"
	"testing"
)

const awards = `
-- honours/medal.md --
---
title: 勋章
kind: decoration
sources: [{title: 公报}]
editions:
  - year: 1999
    complete: true
    source: 1
    laureates: [wang, 于敏, {person: jiang, grade: 追授, organization: ciomp}]
  - {year: 2019, laureates: [nan]}
---
-- organizations/ciomp.md --
---
title: 光机所
kind: institute
---
`

// grants writes the honours of a profile, or the roll of an award.
func grants(e *Entry) string {
	var list []string
	for _, g := range e.Grants {
		who := g.Title
		if e.Kind == "honours" {
			who = g.Name
		}
		s := fmt.Sprintf("%d %s", g.Date.Year, who)
		for _, x := range []string{g.Grade, g.Affiliation} {
			if x != "" {
				s += "/" + x
			}
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

// TestHonours: a profile shows what the award's file says, a roll what profiles
// say, and what both could say is written once.
func TestHonours(t *testing.T) {
	s := good(t, awards+
		person("wang", "honours: [{title: 院士, year: 1955}]")+
		person("jiang", "")+
		person("nan", "honours: [{title: 改革先锋, year: 2018-12-18}, {title: 没有年份}]")+
		person("tang", "honours: [{award: medal, year: 2009, grade: 一等}]")+
		person("nan.ko", ""))
	for key, want := range map[string]string{
		"scientists/wang":  "1955 院士, 1999 勋章",
		"scientists/jiang": "1999 勋章/追授/光机所",
		"scientists/nan":   "2018 改革先锋, 2019 勋章, 0 没有年份",
		"scientists/tang":  "2009 勋章/一等",
		"honours/medal":    "1999 wang, 1999 于敏, 1999 jiang/追授/光机所, 2019 nan, 2009 tang/一等",
	} {
		if got := grants(entry(t, s, key)); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	if got := grants(entry(t, s, "scientists/nan").Others["ko"]); got != "2018 改革先锋, 2019 勋章, 0 没有年份" {
		t.Errorf("the translation shows %s", got)
	}
	g := entry(t, s, "scientists/wang").Grants[1]
	if g.Award == nil || g.From.Slug != "medal" || g.Source != 1 {
		t.Errorf("%+v", g)
	}
	if g := entry(t, s, "honours/medal").Grants[4]; g.Person.Slug != "tang" || g.From.Slug != "tang" {
		t.Errorf("%+v", g)
	}
}

func TestHonourTwice(t *testing.T) {
	others := person("jiang", "") + person("nan", "")
	for honour, want := range map[string]string{
		"{award: medal, year: 1999}":                       "scientists/wang.md:5:11 honour-twice",
		"{award: medal, year: 1999-09-18}":                 "scientists/wang.md:5:11 honour-twice",
		"{award: medal}":                                   "scientists/wang.md:5:11 honour-twice",
		"{award: medal, year: 2004}":                       "", // once more
		"{title: 勋章, year: 1999}":                          "", // nobody can know
		"{award: honours/medal}":                           "scientists/wang.md:5:19 dangling-reference",
		"{award: medall}":                                  "scientists/wang.md:5:19 dangling-reference ~medal",
		"{award: medal, year: 1999, grade: 一等}":            "scientists/wang.md:5:11 honour-twice",
		"{award: medal, year: 1999, title: 勋章（一等）, by: 国}": "scientists/wang.md:5:11 honour-twice",
	} {
		s, ds := graph(t, awards+others+person("wang", "honours: ["+honour+"]"))
		if got := strings.TrimSpace(told(ds)); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", honour, got, want)
		}
		if strings.Contains(want, "twice") {
			if got := grants(entry(t, s, "honours/medal")); strings.Count(got, "wang") != 1 {
				t.Errorf("%s: the roll is %s", honour, got)
			}
			if got := grants(entry(t, s, "scientists/wang")); strings.Count(got, ",") != 0 {
				t.Errorf("%s: the profile has %s", honour, got)
			}
		}
	}
}

// TestTranslatedRoll: a translation of an award that has the roll, too, shows
// nobody twice.
func TestTranslatedRoll(t *testing.T) {
	s := good(t, awards+strings.ReplaceAll(awards[:strings.Index(awards, "-- organizations")], "medal.md", "medal.ko.md")+
		person("wang", "")+person("jiang", "")+person("nan", "")+person("wang.ko", "honours: [{award: medal, year: 1999}]"))
	ko := entry(t, s, "honours/medal").Others["ko"]
	if got := grants(ko); got != "1999 wang.ko, 1999 于敏, 1999 jiang/追授/光机所, 2019 nan" {
		t.Errorf("the translated roll: %s", got)
	}
	if got := grants(entry(t, s, "scientists/wang").Others["ko"]); got != "1999 勋章" {
		t.Errorf("the translated profile: %s", got)
	}
}

// TestHonoursWithoutAwards: the oldest comes first on a site that has no awards, too.
func TestHonoursWithoutAwards(t *testing.T) {
	s := good(t, person("nan", "honours: [{title: 乙, year: 2000}, {title: 甲, year: 1950}]"))
	if got := grants(entry(t, s, "scientists/nan")); got != "1950 甲, 2000 乙" {
		t.Error(got)
	}
}

// TestLongRoll: a roll finds each of its laureates, however many they are.
func TestLongRoll(t *testing.T) {
	var names []string
	in := ""
	for i := range 3 * manyRefs {
		name := fmt.Sprintf("p%03d", i)
		names, in = append(names, name), in+person(name, "")
	}
	s := good(t, in+"-- honours/h.md --\n---\ntitle: 奖\nkind: prize\nsources: [{title: 书}]\neditions: [{year: 2001, laureates: ["+strings.Join(names, ", ")+"]}]\n---\n")
	for i, g := range entry(t, s, "honours/h").Grants {
		if g.Person == nil || g.Person.Slug != names[i] || grants(g.Person) != "2001 奖" {
			t.Fatalf("laureate %d is %+v", i, g)
		}
	}
}

// TestHandedOverLater: the prize of one year that is given in the next is one,
// whichever of the two years a profile names.
func TestHandedOverLater(t *testing.T) {
	const prize = `
-- honours/p.md --
---
title: 奖
kind: prize
sources: [{title: 公报}]
editions: [{year: 2016, date: 2017-01-09, laureates: [wang]}]
---
`
	for _, year := range []string{"2016", "2017", "2017-01-09"} {
		s, ds := graph(t, prize+person("wang", "honours: [{award: p, year: "+year+"}]"))
		if !strings.Contains(told(ds), "honour-twice") {
			t.Errorf("%s: nobody says that it stands twice", year)
		}
		if roll, profile := grants(entry(t, s, "honours/p")), grants(entry(t, s, "scientists/wang")); strings.Contains(roll+profile, ",") {
			t.Errorf("%s: the roll is %s, the profile %s", year, roll, profile)
		}
	}
}
