package page_test

import (
	"regexp"
	"strings"
	"testing"
)

// readership has something for everybody: of one city, of several, of none.
const readership = `
-- site.yaml --
title: 科普
lists: {page_size: 3, feed_size: 4}
-- articles/local.md --
---
title: 长春青少年的文章
date: 2026-01-09
audiences: 青少年
cities: 长春市
---
-- articles/wide.md --
---
title: 全省青少年的文章
date: 2026-01-10
audiences: 青少年
---
-- articles/city.md --
---
title: 长春人的文章
date: 2026-01-08
cities: 长春市
---
-- articles/old.md --
---
title: 第四新的文章
date: 2026-01-07
audiences: 青少年
---
-- articles/farm.md --
---
title: 农民的文章
date: 2026-01-11
audiences: 农民
---
-- articles/both.md --
---
title: 长春农民的文章
date: 2026-01-11
audiences: 农民
cities: 长春市
---
-- articles/all.md --
---
title: 谁都没写的文章
date: 2026-01-12
---
-- events/tour.md --
---
title: 巡展
date: 2026-01-01
audiences: 青少年
stops:
  - {start: 2026-09-01, end: 2026-09-20, venue: 白城一中, city: 白城市}
  - {start: 2026-10-01, end: 2026-10-20, venue: 长春二中, city: 长春市}
---
-- events/online.md --
---
title: 全省网上课
audiences: 青少年
start: 2026-09-26 09:00
end: 2026-09-26 10:00
online: https://example.org/
---
-- events/gone.md --
---
title: 办过的讲座
date: 2026-01-02
audiences: 青少年
cities: 长春市
start: 2026-03-01 09:00
end: 2026-03-01 10:00
venue: 礼堂
---
`

// shownLines are the titles that a page lists, with the days of events.
var shownLines = regexp.MustCompile(`<h2 id="x-[a-z]+">([^<]*)|<b>(\d+)</b>|<h3><a [^>]*>([^<]*)`)

func listed(text string) string {
	var all []string
	for _, m := range shownLines.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1]+m[2]+m[3])
	}
	return strings.ReplaceAll(strings.Join(all, " "), "\u200b", "")
}

// TestReaders: what is new and what is coming for an audience in a city, what it
// leads to and what leads there.
func TestReaders(t *testing.T) {
	th := load(t)
	for now, want := range map[string]map[string]string{
		"2026-09-10 12:00": {
			"audiences/青少年/长春市/": "接下来 26 全省网上课 1 巡展 新近文章 全省青少年的文章 长春青少年的文章 长春人的文章",
			"audiences/青少年/白城市/": "接下来 1 巡展 26 全省网上课 新近文章 全省青少年的文章 第四新的文章",
			"audiences/农民/长春市/":  "新近文章 长春农民的文章 农民的文章 长春人的文章",
		},
		"2026-11-10 12:00": {
			"audiences/青少年/长春市/": "办过的活动 1 巡展 26 全省网上课 1 办过的讲座 新近文章 全省青少年的文章 长春青少年的文章 长春人的文章",
		},
	} {
		drawn := draw(t, artifacts(t, at(t, readership, clockAt(t, now)), th))
		for address, list := range want {
			page, ok := drawn[address+"index.html"]
			if !ok {
				t.Errorf("there is no %s", address)
				continue
			}
			if got := listed(page.text); got != list {
				t.Errorf("%s at %s\ngot  %s\nwant %s", address, now, got, list)
			}
		}
		if _, ok := drawn["audiences/农民/白城市/index.html"]; ok {
			t.Error("nothing in 白城市 is for 农民")
		}
	}
	drawn := draw(t, artifacts(t, at(t, readership, clockAt(t, "2026-09-10 12:00")), th))
	const here = "/audiences/%E9%9D%92%E5%B0%91%E5%B9%B4/%E9%95%BF%E6%98%A5%E5%B8%82/"
	for path, link := range map[string]string{
		"audiences/青少年/index.html":     here,
		"cities/长春市/index.html":        here,
		"sitemap.xml":                  here + "</loc>",
		"audiences/青少年/长春市/index.html": "/cities/%E9%95%BF%E6%98%A5%E5%B8%82/agenda/",
		"audiences/青少年/长春市/atom.xml":   "/articles/wide/",
	} {
		if !strings.Contains(drawn[path].text, link) {
			t.Errorf("%s does not lead to %s", path, link)
		}
	}
	if strings.Contains(drawn["audiences/青少年/page/2/index.html"].text, here) {
		t.Error("the second page of the audience leads to its cities again")
	}
	feed := drawn["audiences/青少年/长春市/atom.xml"].text
	if n := strings.Count(feed, "<entry>"); n != 4 || strings.Contains(feed, "/events/online/") || strings.Contains(feed, "/articles/all/") {
		t.Errorf("%d entries, want the newest four with a date\n%s", n, feed)
	}
}
