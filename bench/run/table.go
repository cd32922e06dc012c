//go:build unix

package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
)

// columns are the numbers of a table.
var columns = []struct {
	name   string
	digits int
	of     func(measure) float64
}{
	{"user s", 2, func(m measure) float64 { return m.user.Seconds() }},
	{"cpu s", 2, func(m measure) float64 { return m.cpu.Seconds() }},
	{"wall s", 2, func(m measure) float64 { return m.wall.Seconds() }},
	{"peak MB", 0, func(m measure) float64 { return float64(m.peak) / (1 << 20) }},
}

// A row is all rounds of one generator.
type row struct {
	name string
	runs []measure
}

// spreads gives one for each column.
func (r row) spreads() []spread {
	var list []spread
	for _, c := range columns {
		var values []float64
		for _, m := range r.runs {
			values = append(values, c.of(m))
		}
		list = append(list, spreadOf(values))
	}
	return list
}

// printTable shows medians, and how much of each other's the first row takes.
func printTable(rows []row) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', 0)
	fmt.Fprint(w, "median (least..most)")
	for _, c := range columns {
		fmt.Fprint(w, "\t", c.name)
	}
	for _, r := range rows {
		fmt.Fprint(w, "\n", r.name)
		for i, s := range r.spreads() {
			fmt.Fprint(w, "\t", s.format(columns[i].digits))
		}
	}
	first := rows[0].spreads()
	for _, r := range rows[1:] {
		fmt.Fprintf(w, "\n%s : %s", rows[0].name, r.name)
		for i, s := range r.spreads() {
			fmt.Fprint(w, "\t", share(first[i].median, s.median))
		}
	}
	fmt.Fprintln(w)
	w.Flush()
}

// share writes a/b as 1/x.
func share(a, b float64) string {
	if a == 0 {
		return "-"
	}
	return strings.TrimSuffix(fmt.Sprintf("1/%.1f", b/a), ".0")
}
