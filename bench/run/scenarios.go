//go:build unix

package main

import (
	"fmt"
	"os"
	"time"
)

// A scenario is a state of the folders from which all build.
type scenario struct {
	name, about string
	before      func(g *generator) error         // puts a generator into it, before every build
	change      func(c *corpus, round int) error // happens to the articles before every round
}

var scenarios = []scenario{
	{
		name:   "cold",
		about:  "no output, no cache",
		before: (*generator).clear,
	},
	{
		name:  "unchanged",
		about: "a new process over the output and caches of its last build",
	},
	{
		name:   "clone",
		about:  "the same, but every file of the content and the output has a new time of change",
		before: func(g *generator) error { return touch(g.out) },
		change: func(c *corpus, _ int) error { return touch(c.dir) },
	},
	{
		name:  "edit",
		about: "a paragraph was added to one article since the last build",
		change: func(c *corpus, round int) error {
			return c.edit(c.pick(round), fmt.Sprintf("第%d轮添加的一段。", round))
		},
	},
	{
		name:  "front",
		about: "one article's title was changed since the last build",
		change: func(c *corpus, round int) error {
			path := c.pick(100 + round)
			return c.rename(path, fmt.Sprintf("%s（第%d轮改）", c.articles[path].title, round))
		},
	},
}

func scenarioNames() []string {
	var names []string
	for _, s := range scenarios {
		names = append(names, s.name)
	}
	return names
}

// run lets all build in turns, so that a busy minute of the machine hits all
// alike, and then looks at what they built.
func (s scenario) run(field []*generator, c *corpus, rounds int) error {
	fmt.Printf("\n== %s: %s; %d articles, %d rounds\n", s.name, s.about, len(c.paths), rounds)
	rows := make([]row, len(field))
	for i, g := range field {
		rows[i].name = g.name
		if !g.built() && s.name != "cold" {
			if _, err := g.build(); err != nil {
				return fmt.Errorf("%s: %w", g.name, err)
			}
		}
	}
	for round := range rounds {
		start := time.Now()
		if s.change != nil {
			if err := s.change(c, round+1); err != nil {
				return err
			}
		}
		for i, g := range field {
			if s.before != nil {
				if err := s.before(g); err != nil {
					return err
				}
			}
			m, err := g.build()
			if err != nil {
				return fmt.Errorf("%s: %w", g.name, err)
			}
			rows[i].runs = append(rows[i].runs, m)
		}
		fmt.Fprintf(os.Stderr, "round %d of %d took %.0f s\n", round+1, rounds, time.Since(start).Seconds())
	}
	printTable(rows)
	return compare(field, c)
}
