//go:build unix

package main

import (
	"os"
	"path/filepath"
)

// clock is the time of every build: later than all articles, so that none is
// held back as not yet due.
const clock = "2027-01-01T00:00:00Z"

// A generator is one that takes part.
type generator struct {
	name    string
	find    func() (version string, err error) // why it cannot take part
	command []string
	dir     string            // where it runs
	env     []string          // besides the environment
	links   map[string]string // symbolic links in dir: its own files and the corpus side by side
	out     string            // what it writes
	feed    string            // the feed of the whole site, in out
	caches  []string          // what it keeps from build to build
}

// generators lists all that we know how to run. To add one, give it the same
// content, taxonomies, lists of 20, feed, highlighting and related entries.
func generators(kepu, site, work string) []*generator {
	bench, _ := filepath.Abs("bench")
	list := []*generator{newKepu(kepu, site, work)}
	list = append(list, hugos(filepath.Join(bench, "hugo"), site, work)...)
	return append(list, eleventy(bench, site, work), hexo(bench, site, work))
}

func newKepu(binary, site, work string) *generator {
	out, cache := filepath.Join(work, "kepu"), filepath.Join(work, "kepu-cache")
	return &generator{
		name:    "kepu",
		find:    func() (string, error) { return commandVersion("", binary, "--version") },
		command: []string{binary, "build", "--site", site, "--out", out, "--cache", cache, "--now", clock},
		dir:     work,
		out:     out,
		feed:    "atom.xml",
		caches:  []string{cache},
	}
}

// hugos are Hugo with and without related entries: kepu always has them, but a
// site of Hugo's may do without.
func hugos(source, site, work string) []*generator {
	var list []*generator
	for _, v := range []struct{ name, related string }{{"hugo", "true"}, {"hugo-plain", "false"}} {
		out, cache := filepath.Join(work, v.name), filepath.Join(work, v.name+"-cache")
		list = append(list, &generator{
			name: v.name,
			find: findHugo,
			command: []string{"hugo", "--source", source, "--contentDir", filepath.Join(site, "content"),
				"--destination", out, "--cacheDir", cache, "--clock", clock, "--noBuildLock", "--quiet"},
			dir:    source,
			env:    []string{"HUGO_PARAMS_RELATED=" + v.related},
			out:    out,
			feed:   "index.xml",
			caches: []string{cache, filepath.Join(source, "resources")},
		})
	}
	return list
}

func eleventy(bench, site, work string) *generator {
	source, dir := filepath.Join(bench, "eleventy"), filepath.Join(work, "eleventy")
	links := map[string]string{
		"articles": filepath.Join(site, "content", "articles"),
		"main.css": filepath.Join(bench, "hugo", "assets", "main.css"),
	}
	for _, name := range []string{"package.json", "node_modules", "eleventy.config.js", "layouts", "lib", "pages"} {
		links[name] = filepath.Join(source, name)
	}
	return &generator{
		name:    "eleventy",
		find:    func() (string, error) { return packageVersion(source, "@11ty/eleventy") },
		command: []string{"node", "node_modules/@11ty/eleventy/cmd.cjs"},
		dir:     dir,
		links:   links,
		out:     filepath.Join(dir, "public"),
		feed:    "atom.xml",
	}
}

func hexo(bench, site, work string) *generator {
	source, dir := filepath.Join(bench, "hexo"), filepath.Join(work, "hexo")
	links := map[string]string{
		"source/_posts":   filepath.Join(site, "content", "articles"),
		"source/main.css": filepath.Join(bench, "hugo", "assets", "main.css"),
	}
	for _, name := range []string{"package.json", "node_modules", "_config.yml", "scripts", "themes"} {
		links[name] = filepath.Join(source, name)
	}
	return &generator{
		name:    "hexo",
		find:    func() (string, error) { return packageVersion(source, "hexo") },
		command: []string{"node", "node_modules/hexo/bin/hexo", "generate", "--silent"},
		dir:     dir,
		links:   links,
		out:     filepath.Join(dir, "public"),
		feed:    "atom.xml",
		caches:  []string{filepath.Join(dir, "db.json")},
	}
}

// lay makes the folder it runs in.
func (g *generator) lay() error {
	for name, target := range g.links {
		link := filepath.Join(g.dir, name)
		if err := os.MkdirAll(filepath.Dir(link), 0o755); err != nil {
			return err
		}
		if err := os.Remove(link); err != nil && !os.IsNotExist(err) {
			return err
		}
		if err := os.Symlink(target, link); err != nil {
			return err
		}
	}
	return nil
}

// clear removes its output and what it keeps.
func (g *generator) clear() error {
	for _, path := range append([]string{g.out}, g.caches...) {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// built reports whether there is an output to build over.
func (g *generator) built() bool {
	_, err := os.Stat(g.out)
	return err == nil
}

func (g *generator) build() (measure, error) { return run(g.dir, g.env, g.command) }
