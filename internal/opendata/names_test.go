package opendata

import (
	"strings"
	"testing"
)

// version1 are the names of version 1. Programs of others rely on them: add to
// the lists, take nothing out without a new Version.
var version1 = []struct {
	set             Set
	fields, columns string
}{
	{&Events{}, `id url ics title summary status start end previous_start repeat endless times[]
times[].title times[].start times[].end times[].all_day times[].status times[].hours[] times[].hours[].days[] times[].hours[].open times[].hours[].close
times[].closed[] times[].place times[].place.name times[].place.room times[].place.url times[].place.address times[].place.lat times[].place.lng
times[].city times[].city.name times[].city.code times[].online
organizer organizer.name organizer.url undertakers[] undertakers[].name undertakers[].url co_organizers[] co_organizers[].name co_organizers[].url
supporters[] supporters[].name supporters[].url speakers[] speakers[].name speakers[].role speakers[].url series series.title series.url edition
part_of part_of.title part_of.url topics[] audiences[] cities[] cities[].name cities[].code
registration registration.required registration.url registration.opens registration.closes registration.capacity registration.fee registration.contact registration.note
notice sequence changes[] changes[].date changes[].text recap[] recap[].title recap[].url materials[] materials[].title materials[].url example published modified`, `id title part status start end all_day city city_code place room address lat lng online organizer undertakers co_organizers supporters series edition
topics audiences registration_required registration_url registration_opens registration_closes capacity fee contact example url`},
	{&People{}, `id url name kind pinyin names[] names[].name names[].kind names[].pinyin summary known_for born born.date born.place died died.date died.place founded
ethnicity fields[] affiliations[] affiliations[].name affiliations[].url affiliations[].role affiliations[].from affiliations[].to education[]
education[].name education[].url education[].role education[].from education[].to honours[] honours[].title honours[].url honours[].date
honours[].grade honours[].for honours[].by teachers[] teachers[].name teachers[].role teachers[].url students[] students[].name students[].role
students[].url members[] members[].name members[].role members[].url teams[] teams[].name teams[].role teams[].url works[] works[].title works[].year
works[].publisher works[].doi works[].isbn works[].url works[].note same_as[] topics[] cities[] cities[].name cities[].code sources[] sources[].title
sources[].author sources[].publisher sources[].date sources[].url sources[].doi sources[].isbn example published modified`, `id url name kind pinyin names summary known_for born_date born_place died_date died_place founded ethnicity fields affiliations education honours
teachers students members teams works same_as topics cities sources example published modified`},
	{&Organizations{}, `id url name short kind parent parent.id parent.name path[] path[].id path[].name host host.name host.url summary founded website address phone email
topics[] cities[] cities[].name cities[].code feed calendar sources[] sources[].title sources[].author sources[].publisher sources[].date
sources[].url sources[].doi sources[].isbn example published modified`, `id url name short kind parent_id parent_name path host_name host_url summary founded website address phone email topics cities feed calendar sources
example published modified`},
	{&Places{}, `id url name kind summary address lat lng hours[] hours[].days[] hours[].open hours[].close seasons[] seasons[].name seasons[].from seasons[].to
seasons[].closed seasons[].hours[] seasons[].hours[].days[] seasons[].hours[].open seasons[].hours[].close closures[] closures[].from closures[].to
closures[].note hours_note admission free booking booking_url transit access bases[] bases[].title bases[].by bases[].from bases[].to phone website
organization organization.name organization.url topics[] cities[] cities[].name cities[].code sources[] sources[].title sources[].author
sources[].publisher sources[].date sources[].url sources[].doi sources[].isbn example published modified`, `id url name kind summary address lat lng hours seasons closures hours_note admission free booking booking_url transit access bases phone website
organization_name organization_url topics cities sources example published modified`},
	{&Honours{}, `id url name kind level by[] by[].name by[].url since interval website summary editions[] editions[].year editions[].edition editions[].date
editions[].complete editions[].laureates[] editions[].laureates[].name editions[].laureates[].url editions[].laureates[].organization
editions[].laureates[].organization.name editions[].laureates[].organization.url editions[].laureates[].grade editions[].laureates[].for topics[]
sources[] sources[].title sources[].author sources[].publisher sources[].date sources[].url sources[].doi sources[].isbn example published modified`, `id name kind level by year edition date complete laureate laureate_url organization grade for example url`},
}

func TestNamesAreStable(t *testing.T) {
	check := func(what string, fields []Field, want string) {
		var got []string
		for _, f := range fields {
			got = append(got, f.Name)
			if f.Zh == "" || f.En == "" {
				t.Errorf("%s: %s is not documented in both languages", what, f.Name)
			}
		}
		if g, w := strings.Join(got, " "), strings.Join(strings.Fields(want), " "); g != w {
			t.Errorf("%s:\n got %s\nwant %s", what, g, w)
		}
	}
	for _, v := range version1 {
		check("fields of "+Name(v.set), Fields(v.set), v.fields)
		check("columns of "+Name(v.set), Columns(v.set), v.columns)
	}
	if Version != 1 {
		t.Error("another version has other names")
	}
}
