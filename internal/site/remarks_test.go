package site

import (
	"strings"
	"testing"
)

func TestEventWithoutPlace(t *testing.T) {
	for fields, want := range map[string]string{
		"":                               "events/e.md:3:8 event-without-place\n",
		"venue: 礼堂\n":                    "",
		"online: https://example.org/\n": "",
		"online: 线上\n":                   "events/e.md:4:9 bad-url\n", // and not without a place as well
		"online:\n":                      "events/e.md:3:8 event-without-place\n",
		"status: cancelled\nchanges: [{date: 2026-09-01, text: 取消}]\n": "",
		"sessions: [{start: 2026-09-20, venue: 礼堂}]\n":                 "",
		"sessions: [{start: 2026-09-20}]\n":                            "events/e.md:3:8 event-without-place\n",
	} {
		_, ds := graph(t, "-- events/e.md --\n---\ntitle: 讲座\nstart: 2026-09-19\n"+fields+"---\n")
		if told(ds) != want {
			t.Errorf("%q: got %s", fields, told(ds))
		}
	}
}

func TestBaseURL(t *testing.T) {
	none := func(in *Input) { in.BaseURL = "" }
	s, ds := graph(t, "-- articles/a.md --\n", none)
	if told(ds) != "site.yaml:0:0 no-base-url\n" || s.Origin != "http://localhost:8080" || s.Base != "/" {
		t.Errorf("%s %s %s", s.Origin, s.Base, told(ds))
	}
	if _, ds := graph(t, "-- site.yaml --\nbase_url: https://a.cn/\ntitle: a: b\n-- articles/a.md --\n", none); told(ds) != "site.yaml:2:9 yaml-syntax ~title: 'a: b'\n" {
		t.Errorf("not knowing what the settings say: %s", told(ds))
	}
	for url, want := range map[string]string{
		"https://a.cn": "https://a.cn /", "https://a.cn/": "https://a.cn /", "https://a.cn/b": "https://a.cn /b/",
		"https://a.cn/b/c/": "https://a.cn /b/c/", "http://a.cn:8080/中/": "http://a.cn:8080 /%E4%B8%AD/",
	} {
		s := good(t, "-- site.yaml --\nbase_url: "+url+"\n-- articles/a.md --\n", none)
		if got := s.Origin + " " + s.Base; got != want {
			t.Errorf("%s: got %s", url, got)
		}
	}
	if s := good(t, "-- site.yaml --\nbase_url: https://a.cn/\n-- articles/a.md --\n"); s.Origin != "https://kepu.example.org" {
		t.Error("the command's address does not win")
	}
}

func TestTranslations(t *testing.T) {
	s, ds := graph(t, `
-- articles/a.md --
-- articles/a.ko.md --
-- articles/a.en.md --
-- articles/alone.ko.md --
-- articles/korean.md --
---
title: 한국어
date: 2026-01-01
language: ko
---
-- articles/draft.md --
---
title: 草稿
date: 2026-01-01
status: draft
---
-- articles/draft.ko.md --
-- articles/same.md --
-- articles/same.zh.md --
`)
	if want := "articles/alone.ko.md:0:0 orphan-translation\narticles/same.zh.md:0:0 same-address\n"; told(ds) != want {
		t.Errorf("got\n%s", told(ds))
	}
	if a := entry(t, s, "ko/articles/a"); len(a.Others) != 2 || a.Others["zh-CN"].Address != "articles/a/" || a.Others["en"] == nil {
		t.Errorf("translations: %v", a.Others)
	}
	if k := entry(t, s, "ko/articles/korean"); k.Others != nil || k.Locale.Lang != "ko" {
		t.Errorf("written in Korean only: %+v", k.Others)
	}
	var langs []string
	for _, l := range s.Locales {
		langs = append(langs, l.Lang)
	}
	if got := strings.Join(langs, " "); got != "zh-CN ko en" {
		t.Errorf("the main language first: %s", got)
	}
}
