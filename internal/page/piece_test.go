package page

import (
	"fmt"
	"strings"
	"testing"

	"kepu/internal/channel"
)

const told = `
-- site.yaml --
title: 示例科普
base_url: https://kepu.example.org/site/
-- articles/a.md --
---
title: 甲篇
date: 2026-05-01
topics: [天文]
authors: [张三]
reviewers: [李四]
organization: kexie
scientists: [wang]
events: [talk]
sources: [{title: 书, author: 赵五, date: 2020, url: "https://example.org/book"}]
copy: [{channel: toutiao, title: 头条的题, tags: [太空]}]
---
见[乙篇](b.md#细节)、[别处](https://example.org/?a=1&b=2)、[这里](#细节)。

## 细节
-- articles/b.md --
---
title: 乙篇
date: 2026-05-02
example: true
---
## 细节

第一句。
-- scientists/wang.md --
---
title: 王某
pinyin: Wáng Mǒu
example: true
born: {date: 1938}
fields: [光学]
known_for: 做了一件事
sources: [{title: 书}]
---
-- organizations/kexie.md --
---
title: 科协
kind: association
independent: true
---
-- events/talk.md --
---
title: 报告
date: 2026-05-03
example: true
start: 2026-06-20 09:00
end: 2026-06-20 10:00
venue: 礼堂
speakers: [{person: wang, role: 主讲}, {name: 孙六}]
registration: {closes: 2026-06-18, fee: 免费}
---
`

// TestPieces wants channels to hear of an entry what its page says, with every
// address whole.
func TestPieces(t *testing.T) {
	m := mappers(t, told)["zh-CN"]
	pieces := map[string]*channel.Piece{}
	for _, e := range m.site.Entries {
		pieces[e.Key] = m.piece(e)
	}
	if err := m.words.err(); err != nil {
		t.Fatal(err)
	}
	a, talk, wang := pieces["articles/a"], pieces["events/talk"], pieces["scientists/wang"]
	for _, c := range []struct{ name, got, want string }{
		{"address", a.Address, "https://kepu.example.org/site/articles/a/"},
		{"people", fmt.Sprint(a.Authors, a.Reviewers, a.Organization, a.People), "[张三] [李四]科协[{王某 Wáng Mǒu }]"},
		{"terms", fmt.Sprint(a.Topics, a.Tags), "[天文] [天文]"},
		{"source", fmt.Sprint(a.Sources), "[{书 赵五，2020 https://example.org/book}]"},
		{"cards", fmt.Sprint(a.Cards), "[{events 报告 https://kepu.example.org/site/events/talk/ [6月20日（周六）09:00–10:00 礼堂]} {scientists 王某 https://kepu.example.org/site/scientists/wang/ [生于1938年 做了一件事]}]"},
		{"a link of the site", fmt.Sprint(a.Links["b.md#细节"]), "{https://kepu.example.org/site/articles/b/#细节 true}"},
		{"a link of another", fmt.Sprint(a.Links["https://example.org/?a=1&b=2"]), "{https://example.org/?a=1&b=2 false}"},
		{"a place in the text", fmt.Sprint(a.Links["#细节"]), "{ true}"},
		{"a title of its own", a.For("toutiao").Title + " " + fmt.Sprint(a.For("toutiao").Tags), "头条的题 [太空]"},
		{"and where it stands", fmt.Sprint(a.For("toutiao").Of("title").Line, a.Of("title").Line), "11 2"},
		{"no title of its own", a.For("weibo").Title, "甲篇"},
		{"facts of an event", fmt.Sprint(talk.Facts), "[{时间 2026年6月20日（周六）09:00–10:00} {地点 礼堂} {费用 免费}]"},
		{"speakers", fmt.Sprint(talk.People), "[{王某 Wáng Mǒu 主讲} {孙六  }]"},
		{"facts of a person", fmt.Sprint(wang.Facts), "[{生卒 生于1938年} {研究领域 光学} {主要贡献 做了一件事}]"},
		{"invented", pieces["articles/b"].Example + a.Example, "示例"},
		{"a summary from the text", fmt.Sprint(pieces["articles/b"].Summary, pieces["articles/b"].Written), "第一句。false"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
	if strings.Contains(a.Text.String(), "00000000000000000000") {
		t.Error("the text has no digest")
	}
}
