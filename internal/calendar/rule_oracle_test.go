package calendar

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/teambition/rrule-go"
)

var rounds = flag.Int("rounds", 1, "how many times as many random rules are compared with other implementations, of other seeds")

// What is compared of each rule; testdata/rules_dateutil.py says the same.
const (
	oracleStarts = 50
	oracleYears  = 20 // of the start, and after it
)

// python is Debian's, the one its package of dateutil is for.
const python = "/usr/bin/python3"

type oracleCase struct {
	start time.Time
	rule  Rule
}

// oracleCases gives random rules and starts. The oracles search until the year
// 9999 for a start that never comes, so few of the rules are such ones.
func oracleCases(seed uint64, n int) []oracleCase {
	rng := rand.New(rand.NewPCG(seed, 5545))
	var cases []oracleCase
	for len(cases) < n {
		c := oracleCase{randomStart(rng, 1986, 2040), randomRule(rng)}
		empty := slices.ContainsFunc(c.rule.halves(), func(r Rule) bool {
			return len(oracleCase{c.start, r}.ours()) == 0
		})
		if !empty || one(rng, 20) {
			cases = append(cases, c)
		}
	}
	return cases
}

// horizon is an instant beyond which nothing is compared.
func (c oracleCase) horizon() time.Time {
	return time.Date(c.start.Year()+oracleYears, time.January, 1, 0, 0, 0, 0, time.UTC)
}

func (c oracleCase) ours() []time.Time {
	var list []time.Time
	for t := range c.rule.Starts(c.start) {
		if len(list) == oracleStarts || !t.Before(c.horizon()) {
			break
		}
		list = append(list, t)
	}
	return list
}

// compare reports where we differ from what an oracle gave.
func (c oracleCase) compare(t *testing.T, oracle string, want []time.Time) {
	t.Helper()
	if c.rule.Count > 0 && len(want) > c.rule.Count {
		want = want[:c.rule.Count]
	}
	want = slices.DeleteFunc(want, func(t time.Time) bool { return !t.Before(c.horizon()) })
	if got := c.ours(); !slices.EqualFunc(got, want, time.Time.Equal) {
		t.Errorf("%s from %s\n     we: %s\n%s: %s", c.rule, c.start.Format(untilInstant), stamps(got), oracle, stamps(want))
	}
}

// halves is the rule, or where BYDAY has weekdays with and without ordinals,
// two rules that together give the same. RFC 5545 lets such a list mean all
// that any of its items names, as every BY part does: “BYDAY=SA,2SU” is all
// Saturdays, and the second Sunday. But dateutil, and rrule-go which follows
// it, keep the two kinds apart and want a day to satisfy both: they give the
// second Sunday where that is a Saturday, so nothing.
func (r Rule) halves() []Rule {
	plain := slices.DeleteFunc(slices.Clone(r.ByDay), func(w WeekdayNum) bool { return w.N != 0 })
	ordinal := slices.DeleteFunc(slices.Clone(r.ByDay), func(w WeekdayNum) bool { return w.N == 0 })
	if len(plain) == 0 || len(ordinal) == 0 {
		return []Rule{r}
	}
	r.Count = 0 // it counts both; compare cuts
	a, b := r, r
	a.ByDay, b.ByDay = plain, ordinal
	return []Rule{a, b}
}

func TestStartsAsDateutil(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" { // elsewhere nobody packages them
		t.Skip("needs Python")
	}
	if out, err := exec.Command(python, "-c", "import dateutil.rrule").CombinedOutput(); err != nil {
		t.Fatalf("%s with dateutil is missing; install the Debian package python3-dateutil\n%v\n%s", python, err, out)
	}
	for round := range *rounds {
		cases := oracleCases(uint64(round), 4000)
		var in, out bytes.Buffer
		for _, c := range cases {
			var texts []string
			for _, r := range c.rule.halves() {
				texts = append(texts, r.RRule(c.start, false))
			}
			fmt.Fprintf(&in, "%s\t%s\n", c.start.Format(untilInstant), strings.Join(texts, " "))
		}
		cmd := exec.Command(python, "testdata/rules_dateutil.py")
		cmd.Stdin, cmd.Stdout = &in, &out
		var complaints bytes.Buffer
		cmd.Stderr = &complaints
		if err := cmd.Run(); err != nil {
			t.Fatalf("dateutil: %v\n%s", err, complaints.String())
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) != len(cases) {
			t.Fatalf("dateutil answered %d of %d rules", len(lines), len(cases))
		}
		for i, c := range cases {
			var want []time.Time
			for word := range strings.FieldsSeq(lines[i]) {
				start, err := time.Parse(untilInstant, word)
				if err != nil {
					t.Fatal(err)
				}
				want = append(want, start)
			}
			c.compare(t, "dateutil", want)
		}
	}
}

func TestStartsAsRRuleGo(t *testing.T) {
	for round := range *rounds {
		for _, c := range oracleCases(1000+uint64(round), 10000) {
			var want []time.Time
			for _, r := range c.rule.halves() {
				want = append(want, rruleGo(t, r, c)...)
			}
			slices.SortFunc(want, time.Time.Compare)
			want = slices.CompactFunc(want, time.Time.Equal)
			c.compare(t, "rrule-go", want[:min(len(want), oracleStarts)])
		}
	}
}

func rruleGo(t *testing.T, r Rule, c oracleCase) []time.Time {
	o := rrule.ROption{
		Freq:       rrule.Frequency(r.Freq - Yearly),
		Dtstart:    c.start,
		Interval:   r.Interval,
		Count:      r.Count,
		Until:      c.horizon(),
		Bymonth:    r.ByMonth,
		Bymonthday: r.ByMonthDay,
	}
	switch {
	case r.UntilDay:
		o.Until = r.Until.Add(24*time.Hour - time.Second)
	case !r.Until.IsZero():
		o.Until = r.Until
	}
	for _, w := range r.ByDay {
		day := []rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}[w.Day]
		o.Byweekday = append(o.Byweekday, day.Nth(w.N))
	}
	rule, err := rrule.NewRRule(o)
	if err != nil {
		t.Fatalf("rrule-go: %s: %v", r, err)
	}
	var list []time.Time
	for next := rule.Iterator(); len(list) < oracleStarts; {
		start, ok := next()
		if !ok {
			break
		}
		list = append(list, start)
	}
	return list
}

func stamps(list []time.Time) string {
	words := make([]string, len(list))
	for i, t := range list {
		words[i] = t.Format(untilInstant)
	}
	return strings.Join(words, " ")
}
