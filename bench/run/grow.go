//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// grow builds n and ten times as many articles from nothing: a cost that grows
// with the number of articles stays the same for each.
func grow(o options) error {
	rounds := min(o.rounds, 3)
	type size struct {
		n    int
		kepu *generator
		row  row
	}
	var both []*size
	for _, n := range []int{o.n, 10 * o.n} {
		work := filepath.Join(o.work, fmt.Sprint("grow-", n))
		defer os.RemoveAll(work) // gigabytes
		if _, err := newCorpus(filepath.Join(work, "site"), n); err != nil {
			return err
		}
		both = append(both, &size{n: n, kepu: newKepu(o.kepu, filepath.Join(work, "site"), work), row: row{name: fmt.Sprint(n)}})
	}
	fmt.Printf("\n== grow: kepu, no output, no cache; %d rounds\n", rounds)
	for range rounds {
		for _, s := range both {
			if err := s.kepu.clear(); err != nil {
				return err
			}
			m, err := s.kepu.build()
			if err != nil {
				return err
			}
			s.row.runs = append(s.row.runs, m)
		}
	}
	printTable([]row{both[0].row, both[1].row})
	for _, s := range both {
		of := s.row.spreads()
		fmt.Printf("%d articles: %.0f µs of CPU and %.1f KB of peak memory for each\n", s.n,
			of[1].median*1e6/float64(s.n), of[3].median*1024/float64(s.n))
	}
	return nil
}
