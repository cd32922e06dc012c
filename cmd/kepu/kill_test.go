package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kepu/internal/sitetest"
)

// TestKill kills a build at a random moment, again and again, while the content
// goes to and fro between two versions. Whatever the moment, every file must be
// a whole one of either version, and the next build must give exactly what a
// cold one gives, with the cache that the killed one left behind.
func TestKill(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	kepu, err := sitetest.Binary()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(sitetest.Temp()) })
	dir := t.TempDir()
	command := func(out, cache string) *exec.Cmd {
		return exec.Command(kepu, "build", "--site", dir, "--out", filepath.Join(dir, out), "--cache", cache,
			"--base-url", "https://kepu.example.org/", "--now", "2026-09-01")
	}
	build := func(out, cache string) time.Duration {
		t.Helper()
		start := time.Now()
		if text, err := command(out, cache).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return time.Since(start)
	}

	var cold [2]map[string]string
	var took time.Duration
	for v := range cold {
		writeVersion(t, dir, v)
		out := fmt.Sprint("cold", v)
		took = build(out, "off")
		cold[v] = readTree(t, filepath.Join(dir, out))
	}

	cache := filepath.Join(dir, "cache")
	rng := rand.New(rand.NewPCG(7, 7))
	killed, mixed := 0, 0
	for round := range rounds {
		v := round % 2
		writeVersion(t, dir, v)
		cmd := command("public", cache)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int64N(int64(took))))
		cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
		old, now := 0, 0
		for path, text := range readTree(t, filepath.Join(dir, "public")) {
			switch {
			case strings.HasPrefix(path, ".kepu-"):
			case text == cold[0][path] && text == cold[1][path]:
			case text == cold[v][path]:
				now++
			case text == cold[1-v][path]:
				old++
			default:
				t.Fatalf("round %d: %s is of neither version:\n%s", round, path, text)
			}
		}
		if old > 0 && now > 0 {
			mixed++
		}
		build("public", cache)
		got := readTree(t, filepath.Join(dir, "public"))
		for path, text := range cold[v] {
			if got[path] != text {
				t.Fatalf("round %d: %s is not as after a cold build", round, path)
			}
		}
		if len(got) != len(cold[v]) {
			t.Fatalf("round %d: %d files, a cold build has %d", round, len(got), len(cold[v]))
		}
	}
	t.Logf("%d of %d builds were killed, %d of them while files changed places", killed, rounds, mixed)
	if killed == 0 {
		t.Error("no build was killed: all had ended before")
	}
}

// writeVersion writes a site in one of two versions, which differ on every page
// and in some addresses.
func writeVersion(t *testing.T, dir string, v int) {
	t.Helper()
	write := func(name, text string) {
		path := filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	write("site.yaml", fmt.Sprintf("title: 示例 %d\ncards: {limit: 20}\n", v))
	for i := range 150 {
		name := fmt.Sprintf("articles/a%d.md", i)
		if i%10 == 0 {
			name = fmt.Sprintf("articles/v%d/a%d.md", v, i)
		}
		write(name, fmt.Sprintf("---\ntitle: 文章 %d\ndate: 2026-01-%02d\ntopics: [主题%d]\n---\n第 %d 版。\n\n%s\n", i, 1+i%28, (i+v)%9, v, strings.Repeat("正文。", 200)))
	}
}

// readTree reads all files of a folder, by path.
func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if os.IsNotExist(err) {
				return nil
			}
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, path))
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
