package build

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kepu/internal/diag"
)

// TestIncrementalIsCold makes random edits to a small site and builds it after
// each in three ways: over the last output with a cache, as a server does in a
// session that is told what changed, and cold. All must give the same files,
// byte for byte, and the same messages.
func TestIncrementalIsCold(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			steps := 30
			if testing.Short() {
				steps = 12
			}
			newEditor(t, seed).run(steps)
		})
	}
}

// An editor works on a site at random.
type editor struct {
	t       *testing.T
	rng     *rand.Rand
	dir     string
	now     time.Time
	session *Session
	changed []string // since the session's last build
	log     []string
	good    int  // builds without errors
	failed  bool // the last one had some
}

func newEditor(t *testing.T, seed uint64) *editor {
	e := &editor{t: t, rng: rand.New(rand.NewPCG(seed, 1)), dir: t.TempDir(), now: time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)}
	e.session = NewSession("", "test")
	t.Cleanup(e.session.Close)
	e.write("content/site.yaml", settingsText(0))
	e.write("themes/own/i18n/zh-CN.yaml", "nav.feed: 订阅吧\n")
	e.write("content/organizations/kexie.md", "---\ntitle: 科协\nkind: association\n---\n关于。\n")
	for i := range 3 {
		_, text := e.article(20 + i)
		e.write(fmt.Sprintf("content/articles/fixed/f%d.md", i), text)
	}
	for i := range 12 {
		e.write(e.article(i))
	}
	for i := range 5 {
		e.write(e.event(i))
	}
	return e
}

func (e *editor) run(steps int) {
	edits := []func(){
		e.edit, e.edit, e.editTarget, e.add, e.remove, e.rename, e.renameFolder, e.translate, e.picture,
		e.settings, e.theme, e.theme, e.litter, e.time, e.time, e.touch, e.breakOne, e.static, e.outputDamage, e.cacheDamage,
	}
	for range steps {
		for range 1 + e.rng.IntN(2) {
			edits[e.rng.IntN(len(edits))]()
		}
		if e.compare(); e.failed {
			e.mend()
			e.write("content/site.yaml", settingsText(0))
		}
	}
	if e.good < steps/3 {
		e.t.Errorf("only %d of %d builds were without errors", e.good, steps)
	}
}

func (e *editor) options(out, cache string) Options {
	return Options{Dir: e.dir, Out: out, Cache: cache, Program: "test", BaseURL: "https://kepu.example.org/x/", Now: e.now}
}

// compare builds in the three ways.
func (e *editor) compare() {
	t := e.t
	t.Helper()
	ctx := context.Background()
	scratch := t.TempDir()
	cold, err := Run(ctx, e.options(filepath.Join(scratch, "cold"), ""))
	if err != nil {
		t.Fatal(err)
	}
	warm, err := Run(ctx, e.options(filepath.Join(e.dir, "public"), filepath.Join(e.dir, "cache")))
	if err != nil {
		t.Fatal(err)
	}
	opt := e.options("", "")
	opt.Changed = e.changed
	if e.rng.IntN(8) == 0 {
		opt.Changed = nil
	}
	shown, err := e.session.Build(ctx, opt)
	if err != nil {
		t.Fatal(err)
	}
	e.changed = []string{}
	for name, r := range map[string]Result{"with a cache": warm, "in a session": shown} {
		if got, want := messages(r), messages(cold); got != want {
			e.fail("messages %s:\n%s\ncold:\n%s", name, got, want)
		}
		if r.Entries != cold.Entries || r.Pages != cold.Pages || !r.Next.Equal(cold.Next) || r.BaseURL != cold.BaseURL {
			e.fail("%s: %d entries, %d pages, next %v; cold %d, %d, %v", name, r.Entries, r.Pages, r.Next, cold.Entries, cold.Pages, cold.Next)
		}
	}
	if e.failed = cold.Failed(); e.failed {
		return
	}
	e.good++
	want := filesOf(t, os.DirFS(filepath.Join(scratch, "cold")))
	e.same("with a cache", filesOf(t, os.DirFS(filepath.Join(e.dir, "public"))), want)
	delete(want, ".kepu-manifest")
	got := map[string]string{}
	for name := range want {
		data, err := fs.ReadFile(shown.Files, name)
		if err != nil {
			e.fail("in a session: %v", err)
		}
		got[name] = string(data)
	}
	e.same("in a session", got, want)
	os.RemoveAll(scratch)
}

func (e *editor) same(how string, got, want map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if text, ok := got[name]; !ok {
			e.fail("%s: no %s", how, name)
		} else if text != want[name] {
			e.fail("%s: %s differs\n%s\ncold:\n%s", how, name, text, want[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			e.fail("%s: %s is not there after a cold build", how, name)
		}
	}
}

func (e *editor) fail(format string, args ...any) {
	e.t.Helper()
	e.t.Fatalf("after\n%s\n"+format, append([]any{strings.Join(e.log, "\n")}, args...)...)
}

func messages(r Result) string {
	var b strings.Builder
	for _, d := range r.Diagnostics {
		fmt.Fprintf(&b, "%s:%d:%d %s %q\n", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Message(diag.English), d.Source)
	}
	return b.String()
}

func filesOf(t *testing.T, fsys fs.FS) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
