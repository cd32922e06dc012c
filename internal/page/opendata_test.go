package page_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"kepu/internal/site"
	"kepu/internal/site/synthetic"
)

// TestOpenData: each set holds what its entries say, people and honours what
// either end says.
func TestOpenData(t *testing.T) {
	s := built(t, scholars, registered)
	const home = "https://kepu.example.org/"
	for set, want := range map[string]map[string]any{
		"people": {"$schema": home + "data/people.schema.json", "version": 1.0, "url": home + "scientists/", "modified": "2026-02-03T00:00:00+08:00", "people.#": 4.0,
			"people.0.id": "scientists/lab", "people.0.kind": "team", "people.0.founded": "1958", "people.0.members.0.url": home + "scientists/wang/", "people.0.members.0.role": "组长", "people.0.members.1.name": "钱丁",
			"people.1.name": "王甲", "people.1.kind": "person", "people.1.pinyin": "Wáng Jiǎ", "people.1.names.0.kind": "latin", "people.1.born.date": "1915-02", "people.1.born.place": "江苏苏州",
			"people.1.education.0.url": home + "organizations/jlu/", "people.1.education.0.to": "1936", "people.1.affiliations.0.name": "光学所", "people.1.honours.#": 2.0, "people.1.honours.0.by": "省政府",
			"people.1.honours.1.title": "光学奖章", "people.1.honours.1.url": home + "honours/medal/", "people.1.honours.1.by": "光学学会", "people.1.students.0.name": "李乙", "people.1.students.1.name": "赵丙", "people.1.students.#": 2.0,
			"people.1.teams.0.name": "光学团队", "people.1.works.0.isbn": "978-7-301-00000-7", "people.1.cities.0.code": "220100", "people.1.topics.0": "光学", "people.1.sources.0.publisher": "出版社", "people.1.published": "2026-01-02",
			"people.2.teachers.0.name": "王甲", "people.2.honours.0.grade": "一等", "people.2.honours.0.date": "1999-05", "people.3.teachers.0.name": "赵丙"},
		"organizations": {"organizations.#": 3.0, "organizations.2.name": "光学学会", "organizations.2.parent.id": "organizations/jl", "organizations.2.parent.name": "省科协", "organizations.2.path.#": 1.0,
			"organizations.2.host.name": "光学所", "organizations.2.feed": home + "organizations/optics/atom.xml", "organizations.2.calendar": nil, "organizations.0.parent": nil, "organizations.0.cities.0.name": "长春市"},
		"places": {"places.#": 2.0, "places.1.lat": 43.8, "places.1.hours.#": 3.0, "places.1.hours.2.close": "24:00", "places.1.hours.0.days.0": "Tue", "places.1.hours.0.close": "16:30", "places.1.closures.0.to": "2027-02-08", "places.1.closures.1.to": "2027-05-04",
			"places.1.free": true, "places.1.organization.name": "吉林大学", "places.1.bases.0.from": "2015", "places.0.free": nil, "places.0.seasons.0.closed": true, "places.0.seasons.0.to": "03-31", "places.0.lat": nil},
		"honours": {"honours.0.by.0.url": home + "organizations/optics/", "honours.0.editions.#": 2.0, "honours.0.editions.0.edition": 3.0, "honours.0.editions.0.complete": true, "honours.0.editions.0.laureates.0.url": home + "scientists/zhao/",
			"honours.0.editions.0.laureates.0.organization.name": "吉林大学", "honours.0.editions.0.laureates.0.for": "镜片", "honours.0.editions.0.laureates.1.name": "孙戊", "honours.0.editions.1.year": 2001.0,
			"honours.0.editions.1.complete": false, "honours.0.editions.1.laureates.0.name": "王甲"},
	} {
		text := file(t, s, "data/"+set+".json")
		var data any
		if err := json.Unmarshal([]byte(text), &data); err != nil {
			t.Fatal(err)
		}
		for path, value := range want {
			if got := dig(data, path); got != value {
				t.Errorf("%s: %s is %v, want %v", set, path, got, value)
			}
		}
	}
}

// TestPrivateMatters: how to reach somebody and who agreed is for readers of the
// page, not for machines.
func TestPrivateMatters(t *testing.T) {
	s := built(t, scholars, registered)
	for _, end := range []string{".json", ".csv", ".jsonld"} {
		text := file(t, s, "data/people"+end)
		for _, secret := range []string{"secret@a.cn", "机密"} {
			if strings.Contains(text, secret) {
				t.Errorf("people%s holds %s", end, secret)
			}
		}
	}
	if page := fmt.Sprint(structured(t, s, "scientists/wang/index.html")); strings.Contains(page, "secret") || strings.Contains(page, "机密") {
		t.Error(page)
	}
}

// TestDataPage: it lists the sets that there are, and no others.
func TestDataPage(t *testing.T) {
	page := file(t, built(t, scholars, registered), "data/index.html")
	for name, there := range map[string]bool{"people.json": true, "honours.csv": true, "places.jsonld": true, "organizations.schema.json": true, "events.json": false} {
		if strings.Contains(page, "/data/"+name) != there {
			t.Errorf("%s: %v", name, !there)
		}
	}
}

// BenchmarkOpenData makes the files of all sets: the cost of an entry must not
// grow with the number of entries.
func BenchmarkOpenData(b *testing.B) {
	th := load(b)
	for _, n := range []int{5_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, _ := site.New(synthetic.Province(n/10, n))
			b.ReportAllocs()
			for b.Loop() {
				for _, a := range artifacts(b, s, th) {
					if strings.HasPrefix(a.Path, "data/") {
						_, render := a.View()
						if err := render(new(bytes.Buffer)); err != nil {
							b.Fatal(err)
						}
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/person")
		})
	}
}
