package page_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"kepu/internal/content"
	"kepu/internal/site"
)

// scholars have every sort of profile, body, honour, place and route.
const scholars = `
-- organizations/jl.md --
---
title: 省科协
kind: association
short: 科协
website: https://jl.cn/
cities: 长春市
---
-- organizations/optics.md --
---
title: 光学学会
kind: society
parent: jl
host: 光学所
email: a@optics.cn
founded: 1980-05
---
-- organizations/jlu.md --
---
title: 吉林大学
kind: university
cities: 外省市
---
-- scientists/wang.md --
---
title: 王甲
pinyin: Wáng Jiǎ
date: 2026-01-02
updated: 2026-02-03
summary: 他磨镜片。
names: [{name: Wang Jia, kind: latin}]
born: {date: 1915-02, place: 江苏苏州}
died: {date: 2011-07-21}
fields: [光学]
education: [{organization: jlu, role: 学生, from: 1932, to: 1936}]
affiliations: [{name: 光学所, role: 所长}]
honours: [{title: 劳动模范, year: 1956, by: 省政府}, {award: medal, year: 2001}]
students: [李乙]
topics: 光学
cities: 长春市
works: [{title: 光学史, year: 1990, isbn: 978-7-301-00000-7}]
same_as: ["https://www.wikidata.org/wiki/Q1"]
sources: [{title: 传记, publisher: 出版社, date: 1999}]
---
-- scientists/zhao.md --
---
title: 赵丙
pinyin: Zhào Bǐng
contact: "mailto:secret@a.cn"
consent: 机密的凭据
offers: [lecture]
topics: 光学
teachers: [wang]
students: [zhou]
sources: [{title: 名录}]
---
-- scientists/zhou.md --
---
title: 周己
sources: [{title: 名录}]
---
-- scientists/lab.md --
---
title: 光学团队
kind: team
founded: 1958
affiliations: [{organization: jlu}]
members: [{person: wang, role: 组长}, 钱丁]
sources: [{title: 名录}]
---
-- honours/medal.md --
---
title: 光学奖章
kind: decoration
level: national
by: [optics]
editions:
  - {year: 1999, edition: 3, date: 1999-05, complete: true, laureates: [{person: zhao, grade: 一等, for: 镜片, organization: jlu}, 孙戊], source: 1}
sources: [{title: 文件}]
---
-- places/museum.md --
---
title: 光学馆
kind: museum
address: 卫星路1号
cities: 长春市
coordinates: {lat: 43.8, lng: 125.4}
hours: [周二至周日 09:00-16:30, 周六 18:00-24:00, 周一闭馆]
closures: [{from: 2027-02-06, to: 2027-02-08, note: 春节}, {from: 2027-05-04}]
free: true
organization: jlu
bases: [{title: 科普基地, from: 2015, source: 1}]
sources: [{title: 名单}]
---
-- places/lake.md --
---
title: 湖
kind: reserve
hours: 08:00-17:00
seasons: [{name: 冬, from: "11-01", to: "03-31", closed: true}]
---
-- routes/tour.md --
---
title: 一日
stops: [{place: museum, stay: 2小时}, {name: 湖边, coordinates: {lat: 45, lng: 124}}]
---
`

// province registers cities with their codes.
func registered(in *site.Input) {
	in.Settings = &content.Settings{Title: "科普", Language: "zh-CN", BaseURL: in.BaseURL, Lists: in.Settings.Lists,
		Cities: []content.TermSetting{{Name: "长春市", Slug: "changchun", Code: "220100"}, {Name: "外省市", Slug: "x", Code: "110100"}}}
}

// TestStructuredPeople: what search engines are told of people, bodies, honours,
// places and routes.
func TestStructuredPeople(t *testing.T) {
	s := built(t, scholars, registered)
	const home = "https://kepu.example.org/"
	for name, want := range map[string]map[string]any{
		"scientists/wang": {"@type": "ProfilePage", "dateModified": "2026-02-03", "mainEntity.@type": "Person", "mainEntity.@context": nil, "mainEntity.name": "王甲",
			"mainEntity.alternateName.0": "Wang Jia", "mainEntity.birthDate": "1915-02", "mainEntity.birthPlace.@type": "Place", "mainEntity.birthPlace.name": "江苏苏州",
			"mainEntity.deathDate": "2011-07-21", "mainEntity.deathPlace": nil, "mainEntity.alumniOf.0.@type": "CollegeOrUniversity", "mainEntity.alumniOf.0.url": home + "organizations/jlu/",
			"mainEntity.affiliation.0.@type": "Organization", "mainEntity.affiliation.0.url": nil, "mainEntity.award.#": 2.0, "mainEntity.award.0": "劳动模范（1956年）", "mainEntity.award.1": "光学奖章（2001年）",
			"mainEntity.knowsAbout.0": "光学", "mainEntity.memberOf.0.name": "光学团队", "mainEntity.sameAs.0": "https://www.wikidata.org/wiki/Q1", "mainEntity.url": home + "scientists/wang/"},
		"scientists/zhao": {"mainEntity.award.0": "光学奖章（1999年5月，一等）", "mainEntity.memberOf": nil},
		"scientists/lab": {"mainEntity.@type": "ResearchOrganization", "mainEntity.foundingDate": "1958", "mainEntity.member.#": 2.0, "mainEntity.member.0.url": home + "scientists/wang/",
			"mainEntity.member.1.@type": "Person", "mainEntity.parentOrganization.0.name": "吉林大学", "mainEntity.birthDate": nil},
		"organizations/jl": {"@type": "Organization", "@context": "https://schema.org", "subOrganization.0.name": "光学学会", "subOrganization.0.@type": "NGO", "alternateName.0": "科协",
			"address.addressRegion": "吉林省", "address.addressLocality": "长春市", "sameAs.0": "https://jl.cn/", "parentOrganization": nil},
		"organizations/optics": {"@type": "NGO", "parentOrganization.0.name": "省科协", "foundingDate": "1980-05", "email": "a@optics.cn", "address.addressRegion": nil},
		"organizations/jlu":    {"@type": "CollegeOrUniversity", "address.addressRegion": nil, "address.addressLocality": "外省市"},
		"honours/medal": {"@type": "CollectionPage", "mainEntity.@type": "ItemList", "mainEntity.numberOfItems": 3.0, "mainEntity.itemListElement.0.item.name": "王甲", "mainEntity.itemListElement.1.item.name": "赵丙",
			"mainEntity.itemListElement.1.item.award.0": "光学奖章（1999年5月，一等）", "mainEntity.itemListElement.1.item.affiliation.0.@type": "CollegeOrUniversity",
			"mainEntity.itemListElement.2.item.name": "孙戊", "mainEntity.itemListElement.2.item.url": nil, "mainEntity.itemListElement.2.position": 3.0},
		"places/museum": {"@type": "Museum", "isAccessibleForFree": true, "publicAccess": true, "geo.latitude": "43.8", "openingHoursSpecification.#": 3.0, "openingHoursSpecification.2.closes": "23:59",
			"openingHoursSpecification.0.opens": "09:00", "openingHoursSpecification.0.dayOfWeek.0": "https://schema.org/Tuesday", "openingHoursSpecification.0.dayOfWeek.#": 5.0,
			"specialOpeningHoursSpecification.0.opens": "00:00", "specialOpeningHoursSpecification.0.closes": "00:00", "specialOpeningHoursSpecification.0.validFrom": "2027-02-06",
			"specialOpeningHoursSpecification.0.validThrough": "2027-02-08", "specialOpeningHoursSpecification.1.validThrough": "2027-05-04", "hasMap": home + "map/#x-place-museum"},
		"places/lake": {"@type": "TouristAttraction", "openingHoursSpecification": nil, "isAccessibleForFree": nil, "address.addressRegion": nil, "hasMap": nil},
		"routes/tour": {"@type": "TouristTrip", "itinerary.@type": "ItemList", "itinerary.numberOfItems": 2.0, "itinerary.itemListElement.0.item.@type": "Place",
			"itinerary.itemListElement.0.item.url": home + "places/museum/", "itinerary.itemListElement.0.item.geo.longitude": "125.4", "itinerary.itemListElement.1.item.name": "湖边", "itinerary.itemListElement.1.item.geo.latitude": "45"},
		"organizations": {"@type": "CollectionPage", "mainEntity.numberOfItems": 3.0, "mainEntity.itemListElement.1.name": "光学学会"},
		"scientists":    {"mainEntity.numberOfItems": 4.0, "mainEntity.itemListElement.1.url": home + "scientists/zhao/"},
		"speakers":      {"mainEntity.numberOfItems": 1.0},
		"map":           {"mainEntity.numberOfItems": 1.0, "mainEntity.itemListElement.0.name": "光学馆"},
	} {
		data := structured(t, s, name+"/index.html")
		for path, value := range want {
			if got := dig(data, path); got != value {
				t.Errorf("%s: %s is %v, want %v", name, path, got, value)
			}
		}
	}
}

// TestListsAreBounded: a page names at most a hundred things for machines, and
// says how many there are.
func TestListsAreBounded(t *testing.T) {
	var archive strings.Builder
	for i := range 120 {
		fmt.Fprintf(&archive, "-- organizations/o%d.md --\n---\ntitle: 学会%d\nkind: society\n%s---\n", i, i, map[bool]string{true: "parent: o0\n"}[i > 0])
	}
	s := built(t, archive.String())
	page := structured(t, s, "organizations/index.html")
	if dig(page, "mainEntity.numberOfItems") != 120.0 || dig(page, "mainEntity.itemListElement.#") != 100.0 {
		t.Errorf("%v of %v", dig(page, "mainEntity.itemListElement.#"), dig(page, "mainEntity.numberOfItems"))
	}
	if n := dig(structured(t, s, "organizations/o0/index.html"), "subOrganization.#"); n != 100.0 {
		t.Errorf("%v bodies below", n)
	}
}

// TestGraphs: the linked data hold what the pages say.
func TestGraphs(t *testing.T) {
	s := built(t, scholars, registered)
	for set, page := range map[string]string{"people": "scientists/wang", "organizations": "organizations/optics", "places": "places/museum", "honours": "honours/medal"} {
		var doc struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(file(t, s, "data/"+set+".jsonld")), &doc); err != nil || doc.Context != "https://schema.org" {
			t.Fatal(set, err, doc.Context)
		}
		own := structured(t, s, page+"/index.html")
		if main, ok := own["mainEntity"].(map[string]any); ok && set == "people" {
			own = main
		}
		delete(own, "@context")
		found := false
		for _, thing := range doc.Graph {
			if thing["url"] == own["url"] {
				found = fmt.Sprint(thing) == fmt.Sprint(own)
			}
		}
		if !found {
			t.Errorf("%s has not %v", set, own)
		}
	}
}
