package theme_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"kepu/themes"
)

// openingScript is the minified part of the script that knows whether a place is
// open.
func openingScript(t *testing.T) string {
	t.Helper()
	text, err := fs.ReadFile(themes.Default(), "assets/js/parts/opening.js")
	if err != nil {
		t.Fatal(err)
	}
	made := api.Transform(string(text), api.TransformOptions{
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Charset: api.CharsetUTF8, Format: api.FormatIIFE, Target: api.ES2019,
	})
	if len(made.Errors) > 0 {
		t.Fatal(made.Errors)
	}
	return string(made.Code)
}

// TestWeightOfOpening holds it to 1 KB.
func TestWeightOfOpening(t *testing.T) {
	n := len(openingScript(t))
	t.Logf("%d bytes", n)
	if n > 1024 {
		t.Errorf("opening.js: %d bytes minified", n)
	}
}

// A timetable is opening hours in the form that the page gives to the script.
type timetable struct {
	Week     [][3]int   `json:"w,omitempty"`
	Seasons  []timeWeek `json:"s,omitempty"`
	Closures [][2]int   `json:"c,omitempty"`
}

type timeWeek struct {
	From, To int
	Spans    [][3]int
}

func (w timeWeek) MarshalJSON() ([]byte, error) { return json.Marshal([]any{w.From, w.To, w.Spans}) }

// on gives the spans of a day by the book, or that nothing is known of it.
func (x timetable) on(day time.Time) (spans [][3]int, known bool) {
	for _, c := range x.Closures {
		from, to := numbered(c[0]), numbered(c[1])
		if !day.Before(from) && !day.After(to) {
			return nil, true
		}
	}
	week, known := x.Week, x.Week != nil
	for _, s := range x.Seasons {
		for year := day.Year() - 1; year <= day.Year(); year++ { // in which it begins
			from, to := numbered(year*10000+s.From), numbered(year*10000+s.To)
			if s.To < s.From {
				to = numbered((year+1)*10000 + s.To)
			}
			if !day.Before(from) && !day.After(to) {
				week, known = s.Spans, true
			}
		}
	}
	for _, s := range week {
		if s[0]&(1<<day.Weekday()) != 0 {
			spans = append(spans, s)
		}
	}
	return spans, known
}

var china = time.FixedZone("", 8*3600)

func numbered(n int) time.Time {
	return time.Date(n/10000, time.Month(n/100%100), n%100, 0, 0, 0, 0, china)
}

// says is what the script should say at an instant. It walks from minute to
// minute until the place opens or closes.
func (x timetable) says(now time.Time) string {
	now = now.In(china).Truncate(time.Minute)
	for days := range 366 {
		day := midnight(now).AddDate(0, 0, days)
		spans, known := x.on(day)
		if !known {
			return ""
		}
		isOpen := func(minute int) bool {
			return slices.ContainsFunc(spans, func(s [3]int) bool { return s[1] <= minute && minute < s[2] })
		}
		minute := 0
		if days == 0 {
			minute = 60*now.Hour() + now.Minute()
		}
		open := days == 0 && isOpen(minute)
		for at := minute; len(spans) > 0 && at <= 24*60; at++ {
			clock := fmt.Sprintf("%02d:%02d", at/60, at%60)
			switch {
			case isOpen(at) == open:
			case open && at == 24*60 && x.opensAt0(day.AddDate(0, 0, 1)):
				return "all"
			case open && at-minute <= 30:
				return "soon " + clock
			case open:
				return "open " + clock
			case days == 0:
				return "closed " + clock
			case days < 7:
				return "closed " + [...]string{"周日", "周一", "周二", "周三", "周四", "周五", "周六"}[day.Weekday()] + " " + clock
			default:
				return "closed " + day.Format("1月2日 ") + clock
			}
		}
	}
	return ""
}

func (x timetable) opensAt0(day time.Time) bool {
	spans, _ := x.on(day)
	return slices.ContainsFunc(spans, func(s [3]int) bool { return s[1] == 0 })
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, china)
}

// timetables are some as editors write them, and some by chance. No span begins
// where another ends.
func timetables() []timetable {
	week := [][3]int{{0b1111100, 540, 990}, {0b0000001, 600, 720}, {0b0000001, 780, 1020}} // Tue–Sat, Sun twice
	all := [][3]int{{127, 0, 1440}}
	closed := [][3]int{}
	list := []timetable{
		{},
		{Week: week},
		{Week: week, Closures: [][2]int{{20270206, 20270210}, {20261231, 20270101}}},
		{Week: all},
		{Week: all, Closures: [][2]int{{20261001, 20261001}, {20261231, 20270101}}},
		{Week: [][3]int{{0b1000001, 0, 120}, {0b1100000, 1080, 1440}}}, // nights of Friday and Saturday
		{Week: [][3]int{{127, 0, 120}, {127, 1080, 1440}}, Seasons: []timeWeek{{1101, 331, week}}},
		{Week: week, Seasons: []timeWeek{{501, 1007, [][3]int{{127, 510, 1050}}}}},
		{Week: week, Seasons: []timeWeek{{1101, 331, closed}}}, // across new year
		{Seasons: []timeWeek{{1201, 229, [][3]int{{0b1000001, 0, 61}, {0b0111110, 1380, 1440}}}}},
		{Seasons: []timeWeek{{101, 1231, closed}}},
		{Week: [][3]int{{2, 540, 600}}, Closures: [][2]int{{20260101, 20270601}}},
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 12 {
		var x timetable
		for range r.IntN(3) {
			from := 60 * r.IntN(12)
			x.Week = append(x.Week, [3]int{1 + r.IntN(127), from, from + 1 + r.IntN(600)})
		}
		if len(x.Week) == 2 { // both on one day: make the second follow the first
			x.Week[0][2] = min(x.Week[0][2], 719)
			x.Week[1][1], x.Week[1][2] = 720, 720+1+r.IntN(720)
		}
		x.Seasons = append(x.Seasons, timeWeek{100*(1+r.IntN(12)) + 1 + r.IntN(28), 100*(1+r.IntN(12)) + 1 + r.IntN(28), [][3]int{{1 + r.IntN(127), 480, 1020}}})
		list = append(list, x)
	}
	return list
}

// harness runs the script once for each page and instant on standard input, on a
// device in New York.
const harness = `
let now, pages;
Date.now = () => now;
const item = { dataset: {}, textContent: "" };
globalThis.document = {
  documentElement: { lang: "zh-CN" },
  querySelector: () => item, querySelectorAll: () => [item],
  addEventListener: (_, start) => { globalThis.start = start; },
};
globalThis.setInterval = (tick, pause) => { if (pause !== 6e4) throw pause; };
eval(process.argv[1]);
const said = JSON.parse(require("fs").readFileSync(0)).map(({ Data, At }) => {
  item.dataset = { opening: Data, open: "open {time}", all: "all", soon: "soon {time}", closed: "closed {time}" };
  now = At * 1000;
  start();
  return item.textContent;
});
console.log(JSON.stringify(said));
`

// TestOpening compares the script with the above over a year and a half: at each
// edge of a span, a minute before and after, and by chance.
func TestOpening(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		if testing.Short() {
			t.Skip("needs node")
		}
		t.Fatal(err)
	}
	type moment struct {
		Data string
		At   int64
	}
	var moments []moment
	var want []string
	r := rand.New(rand.NewPCG(5, 6))
	for _, x := range timetables() {
		data, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		ask := func(at time.Time) {
			moments = append(moments, moment{string(data), at.Unix()})
			want = append(want, x.says(at))
		}
		for range 60 {
			day := numbered(20260901).AddDate(0, 0, r.IntN(550))
			ask(day.Add(time.Duration(r.IntN(24*3600)) * time.Second))
			spans, _ := x.on(day)
			for _, s := range spans {
				for _, edge := range []int{s[1] - 1, s[1], s[2] - 31, s[2] - 30, s[2] - 1, s[2]} {
					ask(day.Add(time.Duration(edge) * time.Minute))
				}
			}
		}
		for _, n := range []int{20261231, 20270101, 20270205, 20270206, 20270210, 20270211, 20280228, 20280229, 20280301, 20261007, 20261008} {
			ask(numbered(n))
			ask(numbered(n).Add(12 * time.Hour))
			ask(numbered(n).Add(24*time.Hour - time.Second))
		}
	}

	input, err := json.Marshal(moments)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", harness, openingScript(t))
	cmd.Stdin = strings.NewReader(string(input))
	cmd.Env = append(cmd.Environ(), "TZ=America/New_York")
	out, err := cmd.Output()
	var got []string
	if err := json.Unmarshal(out, &got); err != nil || len(got) != len(want) {
		t.Fatalf("%v, %d answers for %d\n%s", err, len(got), len(want), out)
	}
	kinds := map[string]int{}
	for i := range want {
		kind, _, _ := strings.Cut(want[i], " ")
		kinds[kind]++
		if got[i] != want[i] {
			t.Errorf("%s at %s: %q, want %q", moments[i].Data, time.Unix(moments[i].At, 0).In(china).Format("Mon 2006-01-02 15:04:05"), got[i], want[i])
		}
	}
	t.Log(fmt.Sprint(kinds))
	for _, kind := range []string{"", "open", "all", "soon", "closed"} {
		if kinds[kind] < 100 {
			t.Errorf("%q was to be said %d times only", kind, kinds[kind])
		}
	}
	if err != nil {
		t.Error(err)
	}
}
