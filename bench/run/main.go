//go:build unix

// Command run is `make bench`: kepu and every other generator that is
// installed build the same corpus from a cold start, in turns, and the medians
// of their times and memory are printed side by side. It fails if their
// outputs do not hold the same articles.
//
//	go run ./bench/run [-n 10000] [-rounds 5] [-only kepu,hugo] [-work bench/work]
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	n := flag.Int("n", 10000, "number of articles")
	rounds := flag.Int("rounds", 5, "how many times each generator builds")
	only := flag.String("only", "", "generators, separated by commas; default: all that are installed")
	work := flag.String("work", "bench/work", "folder for the corpus and the outputs")
	flag.Parse()
	if err := bench(*n, *rounds, *only, *work); err != nil {
		log.Fatal(err)
	}
}

func bench(n, rounds int, only, work string) error {
	work, err := filepath.Abs(work)
	if err != nil {
		return err
	}
	site := filepath.Join(work, "site")
	gen := exec.Command("go", "run", "-buildvcs=false", "./bench/gen", "-n", fmt.Sprint(n), "-out", site)
	gen.Stdout, gen.Stderr = os.Stdout, os.Stderr
	if err := gen.Run(); err != nil {
		return err
	}

	var field []*generator
	for _, g := range generators(site, work) {
		if only != "" && !strings.Contains(","+only+",", ","+g.name+",") {
			continue
		}
		if err := g.find(); err != nil {
			fmt.Printf("%s: left out: %v\n", g.name, err)
			continue
		}
		fmt.Printf("%s: %s\n", g.name, g.version)
		field = append(field, g)
	}
	if len(field) == 0 {
		return fmt.Errorf("no generator to run")
	}

	// In turns, so that a busy minute of the machine hits all alike.
	for round := range rounds {
		for _, g := range field {
			m, err := g.build()
			if err != nil {
				return fmt.Errorf("%s: %w", g.name, err)
			}
			g.runs = append(g.runs, m)
			fmt.Printf("round %d  %-10s %s\n", round+1, g.name, m)
		}
	}
	printTable(field)
	return compare(field, site)
}
