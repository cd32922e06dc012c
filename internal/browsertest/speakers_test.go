package browsertest

import (
	"slices"
	"strings"
	"testing"
)

const experts = "/speakers/"

// choose sets the choices and gives who is seen, each once, and what is said.
func (tb *tab) choose(choices map[string]string) (names []string, said string) {
	tb.Helper()
	for _, name := range []string{"topic", "audience", "city"} {
		if !eval[bool](tb, `(() => {
			const box = document.querySelector("#x-`+name+`")
			box.value = "`+choices[name]+`"
			box.dispatchEvent(new Event("change", {bubbles: true}))
			return box.value === "`+choices[name]+`" })()`) {
			tb.Fatalf("%q is no choice of %s", choices[name], name)
		}
	}
	names = eval[[]string](tb, `[...new Set([...document.querySelectorAll(".speaker")].filter(e => e.checkVisibility()).map(e => e.querySelector("h3 a").textContent))]`)
	slices.Sort(names)
	return names, eval[string](tb, told)
}

// A choice of topic, audience or city leaves those who answer it, and of each
// topic no empty heading; who stands under two topics is counted once; 不限
// brings all back.
func TestChoosingSpeakers(t *testing.T) {
	tb := open(t, phone)
	tb.visit(experts)
	const cards = `[...document.querySelectorAll(".speaker")].filter(e => e.checkVisibility()).length`
	all, said := tb.choose(nil)
	if n := eval[int](tb, cards); len(all) < 2 || n <= len(all) {
		t.Fatalf("%d experts on %d cards: the test sees nothing", len(all), n)
	}
	if want := "找到" + itoa(int64(len(all))) + "位"; said != want {
		t.Errorf("says %q of %d", said, len(all))
	}

	// Who has which keys, by the page without its script.
	keys := map[string][]string{}
	for _, line := range eval[[]string](tb, `[...document.querySelectorAll(".speaker")].map(e => e.querySelector("h3 a").textContent + " " + e.dataset.keys)`) {
		words := strings.Fields(line)
		keys[words[0]] = words[1:]
	}
	everywhere := 0
	for _, name := range []string{"topic", "audience", "city"} {
		options := eval[[]string](tb, `[...document.querySelector("#x-`+name+`").options].map(o => o.value).filter(Boolean)`)
		if len(options) == 0 {
			t.Errorf("nothing to choose of %s", name)
		}
		for _, option := range options {
			var want []string
			for who, own := range keys {
				if slices.Contains(own, option) || slices.Contains(own, name+":*") {
					want = append(want, who)
				}
				if slices.Contains(own, name+":*") {
					everywhere++
				}
			}
			slices.Sort(want)
			got, said := tb.choose(map[string]string{name: option})
			if !slices.Equal(got, want) || len(want) == 0 || said != "找到"+itoa(int64(len(want)))+"位" {
				t.Errorf("%s leaves %q and says %q, want %q", option, got, said, want)
			}
			if empty := eval[[]string](tb, `[...document.querySelectorAll(".speakers section")].filter(s => s.checkVisibility() &&
				![...s.querySelectorAll(".speaker")].some(e => e.checkVisibility())).map(s => s.textContent)`); len(empty) > 0 {
				t.Errorf("%s leaves headings without experts: %q", option, empty)
			}
		}
	}
	if everywhere == 0 {
		t.Error("nobody comes to all cities: the test sees nothing")
	}

	for _, c := range []struct {
		topic, audience, city string
		want                  string
	}{
		{"topic:astronomy", "", "", "张示例"}, // who stands under 天文 and 航天
		{"topic:health", "audience:elders", "city:jilin", "郑示例"},
		{"topic:astronomy", "audience:farmers", "", ""},
	} {
		got, said := tb.choose(map[string]string{"topic": c.topic, "audience": c.audience, "city": c.city})
		n := int64(len(strings.Fields(c.want)))
		if strings.Join(got, " ") != c.want || said != "找到"+itoa(n)+"位" {
			t.Errorf("%s %s %s leaves %q and says %q, want %q", c.topic, c.audience, c.city, got, said, c.want)
		}
	}
	if again, _ := tb.choose(nil); !slices.Equal(again, all) {
		t.Errorf("不限 leaves %q of %q", again, all)
	}
}
