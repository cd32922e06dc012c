//go:build unix

// Command run is `make bench`: kepu and every other generator that is
// installed build the same corpus in turns, and the medians of their times and
// memory are printed side by side, with the least and the most of all rounds:
// what lies between is the machine's noise. It fails if their outputs do not
// hold the same articles, lists and feed.
//
//	make bench                                   all that is installed, every scenario: an hour
//	make bench BENCH_FLAGS=-setup                install Eleventy and Hexo (needs Node 20)
//	make bench BENCH_FLAGS='-n 1000 -only kepu,hugo -scenarios cold,edit'
//	make bench BENCH_FLAGS=-serve                from saving a file to the new page (kepu)
//	make bench BENCH_FLAGS=-grow                 n and 10n articles (kepu; minutes)
//
// The other corpus, a province of people and organizations, is for kepu alone:
// see bench/gen.
//
// Hugo is taken from PATH: CGO_ENABLED=0 go install github.com/gohugoio/hugo@v0.165.0
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// options are the flags.
type options struct {
	n, rounds int
	only      string
	scenarios string
	work      string // absolute
	kepu      string // absolute
	setup     bool
	serve     bool
	edits     int
	grow      bool
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	var o options
	flag.IntVar(&o.n, "n", 10000, "number of articles")
	flag.IntVar(&o.rounds, "rounds", 5, "how many times each generator builds")
	flag.StringVar(&o.only, "only", "", "generators, separated by commas; default: all that are installed")
	flag.StringVar(&o.scenarios, "scenarios", strings.Join(scenarioNames(), ","), "scenarios, separated by commas")
	flag.StringVar(&o.work, "work", "bench/work", "folder for the corpus and the outputs")
	flag.StringVar(&o.kepu, "kepu", "bin/kepu", "the kepu to measure")
	flag.BoolVar(&o.setup, "setup", false, "install the generators that npm has, and end")
	flag.BoolVar(&o.serve, "serve", false, "instead: kepu serve, from saving an article until its new page is there")
	flag.IntVar(&o.edits, "edits", 30, "how often -serve saves")
	flag.BoolVar(&o.grow, "grow", false, "instead: kepu alone, with n and 10n articles")
	flag.Parse()
	if err := bench(o); err != nil {
		log.Fatal(err)
	}
}

func bench(o options) error {
	var err error
	if o.work, err = filepath.Abs(o.work); err != nil {
		return err
	}
	if o.kepu, err = filepath.Abs(o.kepu); err != nil {
		return err
	}
	switch {
	case o.setup:
		return setup()
	case o.grow:
		return grow(o)
	}
	c, err := newCorpus(filepath.Join(o.work, "site"), o.n)
	if err != nil {
		return err
	}
	if o.serve {
		return serve(o, c)
	}
	return race(o, c)
}

// race runs the scenarios one after another.
func race(o options, c *corpus) error {
	var chosen []scenario
	for name := range strings.SplitSeq(o.scenarios, ",") {
		i := slices.IndexFunc(scenarios, func(s scenario) bool { return s.name == name })
		if i < 0 {
			return fmt.Errorf("there is no scenario %q, only %s", name, strings.Join(scenarioNames(), ","))
		}
		chosen = append(chosen, scenarios[i])
	}
	field, err := takePart(o, c.dir)
	if err != nil {
		return err
	}
	for _, s := range chosen {
		if err := s.run(field, c, o.rounds); err != nil {
			return err
		}
	}
	fmt.Println("\n== what they wrote")
	for _, g := range field {
		if err := printOutput(g); err != nil {
			return err
		}
	}
	if field[0].name == "kepu" {
		if err := startUp(o.kepu); err != nil {
			return err
		}
	}
	fmt.Printf("\n%s\n", floor())
	return nil
}

// takePart lists the generators that are asked for and there, and clears what
// earlier runs left of them.
func takePart(o options, site string) ([]*generator, error) {
	var field []*generator
	for _, g := range generators(o.kepu, site, o.work) {
		if o.only != "" && !slices.Contains(strings.Split(o.only, ","), g.name) {
			continue
		}
		version, err := g.find()
		if err != nil {
			fmt.Printf("%s: left out: %v\n", g.name, err)
			continue
		}
		fmt.Printf("%s: %s\n", g.name, version)
		if err := g.clear(); err != nil {
			return nil, err
		}
		if err := g.lay(); err != nil {
			return nil, err
		}
		field = append(field, g)
	}
	if len(field) == 0 {
		return nil, fmt.Errorf("no generator to run")
	}
	return field, os.MkdirAll(o.work, 0o755)
}
