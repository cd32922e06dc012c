//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A generator is one that takes part.
type generator struct {
	name        string
	command     []string // builds the site; [0] is looked for on PATH
	versionArgs []string
	least       string   // oldest version that understands our side of it
	dir         string   // where it runs
	env         []string // besides the environment
	out         string   // what it writes
	caches      []string // removed before every build

	version string
	runs    []measure
}

// generators lists all that we know how to run. To add one, give it the same
// content, taxonomies, lists of 20, feeds and related entries.
func generators(site, work string) []*generator {
	repo, _ := os.Getwd()
	kepuOut, hugoOut := filepath.Join(work, "kepu"), filepath.Join(work, "hugo")
	kepuCache, hugoCache := filepath.Join(work, "kepu-cache"), filepath.Join(work, "hugo-cache")
	hugo := filepath.Join(repo, "bench", "hugo")
	hugoSite := generator{
		name: "hugo",
		command: []string{"hugo", "--source", hugo, "--contentDir", filepath.Join(site, "content"),
			"--destination", hugoOut, "--cacheDir", hugoCache, "--noBuildLock", "--quiet"},
		versionArgs: []string{"version"},
		least:       "v0.146.0",
		dir:         hugo,
		out:         hugoOut,
		caches:      []string{hugoCache, filepath.Join(hugo, "resources")},
	}
	// Related entries are most of Hugo's time; kepu always has them. The second
	// run keeps the comparison honest for a site that does without.
	hugoPlain := hugoSite
	hugoPlain.name, hugoPlain.env = "hugo-plain", []string{"HUGO_PARAMS_RELATED=false"}
	hugoPlain.out = filepath.Join(work, "hugo-plain")
	hugoPlain.command = slices.Clone(hugoSite.command)
	hugoPlain.command[slices.Index(hugoPlain.command, hugoOut)] = hugoPlain.out

	return []*generator{
		{
			name:        "kepu",
			command:     []string{filepath.Join(repo, "bin", "kepu"), "build", "--site", site, "--out", kepuOut, "--cache", kepuCache},
			versionArgs: []string{"--version"},
			dir:         repo,
			out:         kepuOut,
			caches:      []string{kepuCache},
		},
		&hugoSite,
		&hugoPlain,
	}
}

// find says whether the generator is installed and new enough.
func (g *generator) find() error {
	path, err := exec.LookPath(g.command[0])
	if err != nil {
		return fmt.Errorf("not installed")
	}
	g.command[0] = path
	out, _ := exec.Command(path, g.versionArgs...).Output()
	first, _, _ := strings.Cut(string(bytes.TrimSpace(out)), "\n")
	g.version = strings.TrimSpace(path + " " + first)
	if g.least == "" {
		return nil
	}
	for word := range strings.FieldsSeq(first) {
		var have, want [2]int
		if _, err := fmt.Sscanf(word, "v%d.%d", &have[0], &have[1]); err != nil {
			continue
		}
		fmt.Sscanf(g.least, "v%d.%d", &want[0], &want[1])
		if have[0] > want[0] || have[0] == want[0] && have[1] >= want[1] {
			return nil
		}
		break
	}
	return fmt.Errorf("%s is too old: needs %s", g.version, g.least)
}

// build removes output and caches and builds once.
func (g *generator) build() (measure, error) {
	for _, path := range append([]string{g.out}, g.caches...) {
		if err := os.RemoveAll(path); err != nil {
			return measure{}, err
		}
	}
	return run(g.dir, g.env, g.command)
}
