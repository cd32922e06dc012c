package site

import (
	"strings"
	"testing"
	"time"

	"kepu/internal/content"
)

const leaving = `
-- site.yaml --
audiences: [{name: 农民, slug: farmers}, {name: 青少年, slug: youth}]
cities: [{name: 延边朝鲜族自治州, slug: yanbian}, {name: 长春市, slug: changchun}]
-- articles/all.md --
---
{title: 给所有人, date: 2026-01-01}
---
-- articles/farmers.md --
---
{title: 给农民, date: 2026-01-02, updated: 2026-03-01, audiences: [农民]}
---
-- articles/youth.md --
---
{title: 给孩子, date: 2026-01-03, audiences: [青少年], cities: [长春市]}
---
-- articles/here.md --
---
{title: 给延边的农民, date: 2026-01-04, audiences: [农民], cities: [延边朝鲜族自治州]}
---
-- articles/only.md --
---
{title: 只发微信, date: 2026-01-05, channels: [wechat]}
---
-- articles/draft.md --
---
{title: 草稿, date: 2026-01-06, status: draft}
---
-- articles/all.ko.md --
---
{title: 모두에게, date: 2026-01-01}
---
-- events/talk.md --
---
{title: 报告, date: 2026-01-07, start: 2026-02-01 09:00, venue: 礼堂}
---
`

func TestLeaving(t *testing.T) {
	s := good(t, leaving)
	articles := []content.Kind{content.Articles}
	for _, c := range []struct {
		name   string
		outlet Outlet
		want   string
	}{
		{"all of a kind, the newest change first", Outlet{Channel: "wechat", Kinds: articles}, "farmers only here youth all"},
		{"what names other channels stays", Outlet{Channel: "toutiao", Kinds: articles}, "farmers here youth all"},
		{"several kinds", Outlet{Channel: "sms", Kinds: []content.Kind{content.Articles, content.Events}}, "farmers talk here youth all"},
		{"for farmers or for everyone", Outlet{Channel: "sms", Kinds: articles, Audiences: []string{"farmers"}}, "farmers here all"},
		{"about a place or about none", Outlet{Channel: "sms", Kinds: articles, Cities: []string{"yanbian"}}, "farmers here all"},
		{"both", Outlet{Channel: "sms", Kinds: articles, Audiences: []string{"youth"}, Cities: []string{"yanbian"}}, "all"},
		{"the newest", Outlet{Channel: "sms", Kinds: articles, Newest: 2}, "farmers here"},
		{"since a time", Outlet{Channel: "sms", Kinds: articles, Since: time.Date(2026, 1, 4, 0, 0, 0, 0, content.ChinaTime())}, "farmers here"},
		{"by slug", Outlet{Channel: "sms", Kinds: articles, Slugs: []string{"articles/all", "youth", "outh"}}, "youth all"},
		{"another language", Outlet{Channel: "sms", Kinds: articles, Languages: []string{"ko"}}, "all.ko"},
	} {
		var got []string
		for _, e := range s.Leaving(c.outlet) {
			name := e.Slug
			if e.Lang != "zh-CN" {
				name += "." + e.Lang
			}
			got = append(got, name)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestDraftsStay wants a draft to stay even where it is previewed.
func TestDraftsStay(t *testing.T) {
	s := good(t, leaving, func(in *Input) { in.Drafts = true })
	if entry(t, s, "articles/draft") == nil {
		t.Fatal("the draft is not previewed")
	}
	for _, e := range s.Leaving(Outlet{Channel: "wechat", Kinds: content.Kinds}) {
		if e.Slug == "draft" {
			t.Error("a draft leaves")
		}
	}
}

func TestTermSlugs(t *testing.T) {
	s := good(t, leaving)
	slugs, unknown := s.TermSlugs(Audiences, []content.Term{"农民", "youth", "渔民"})
	if strings.Join(slugs, " ") != "farmers youth" || len(unknown) != 1 || unknown[0] != 2 {
		t.Errorf("got %v, unknown %v", slugs, unknown)
	}
}
