package page_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const twoInAYear = `
-- honours/prize.md --
---
title: 奖
kind: prize
sources: [{title: 公报}]
editions:
  - {year: 2001, edition: 9, date: 2001-03, laureates: [九届甲, 九届乙]}
  - {year: 2001, edition: 10, date: 2001-11, laureates: [十届甲]}
  - {year: 985, laureates: [古人]}
---
-- scientists/a.md --
---
title: 三月
pinyin: Sān Yuè
sources: [{title: 书}]
honours: [{award: prize, year: 2001-03-05}]
---
-- scientists/b.md --
---
title: 某月
pinyin: Mǒu Yuè
sources: [{title: 书}]
honours: [{award: prize, year: 2001}]
---
-- scientists/c.md --
---
title: 某年
pinyin: Mǒu Nián
sources: [{title: 书}]
honours: [{award: prize}]
---
-- scientists/d.md --
---
title: 次年
pinyin: Cì Nián
sources: [{title: 书}]
honours: [{award: prize, year: 2002}]
---
`

var (
	headings  = regexp.MustCompile(`<h3 id="(x-[^"]*)">([^<]*)`)
	laureates = regexp.MustCompile(`三月|某月|某年|次年|九届.|十届甲|古人`)
)

// TestRolls: page, data and structured data have the same people in the same
// editions.
func TestRolls(t *testing.T) {
	s := built(t, strings.Replace(twoInAYear, "year: 985", "year: 1985", 1))
	page := file(t, s, "honours/prize/index.html")
	roll := page[strings.Index(page, `id="x-roll"`):]
	var got []string
	for _, h := range headings.FindAllStringSubmatch(roll, -1) {
		got = append(got, h[1]+" "+strings.TrimSpace(h[2]))
	}
	if want := []string{"x-2002 2002年", "x-2001-10 2001年", "x-2001-9 2001年", "x-1985 1985年", "x-undated 年份不详"}; !slices.Equal(got, want) {
		t.Errorf("editions %q, want %q", got, want)
	}
	want := []string{"次年", "十届甲", "某月", "九届甲", "九届乙", "三月", "古人", "某年"}
	if got := laureates.FindAllString(roll, -1); !slices.Equal(got[:min(len(got), len(want))], want) {
		t.Errorf("the page has %v, want %v", got, want)
	}
	got = nil
	items, _ := dig(structured(t, s, "honours/prize/index.html"), "mainEntity.itemListElement").([]any)
	for _, i := range items {
		got = append(got, dig(i, "item.name").(string))
	}
	if !slices.Equal(got, want) {
		t.Errorf("structured data have %v, want %v", got, want)
	}
	var data struct {
		Honours []struct {
			Editions []struct {
				Year, Edition *int
				Laureates     []struct{ Name string }
			}
		}
	}
	if err := json.Unmarshal([]byte(file(t, s, "data/honours.json")), &data); err != nil {
		t.Fatal(err)
	}
	got = nil
	for _, e := range data.Honours[0].Editions {
		for _, l := range e.Laureates {
			got = append(got, l.Name)
		}
	}
	if want := []string{"古人", "九届甲", "九届乙", "三月", "十届甲", "某月", "次年", "某年"}; !slices.Equal(got, want) {
		t.Errorf("open data have %v, want %v", got, want)
	}
	if last := data.Honours[0].Editions[len(data.Honours[0].Editions)-1]; last.Year != nil {
		t.Errorf("of a year that nobody knows: %d", *last.Year)
	}
}
