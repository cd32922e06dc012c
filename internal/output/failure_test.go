package output

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kepu/internal/artifact"
)

func TestRenderErrorKeepsTheOldSite(t *testing.T) {
	dir := t.TempDir()
	version := func(v string) (arts []artifact.Artifact) {
		for i := range 200 {
			arts = append(arts, file(fmt.Sprintf("p%03d/index.html", i), v))
		}
		return arts
	}
	mustCommit(t, dir, version("1"), Options{})

	for range 20 { // the workers race, the answer does not
		arts := version("2")
		cause := errors.New("no such field")
		for _, i := range []int{57, 58, 120} {
			arts[i] = rendered(arts[i], func(buf *bytes.Buffer) error { buf.WriteString("half a"); return cause })
		}
		err := refused[*RenderError](t, dir, arts, Options{Workers: 8})
		if err.Path != "p057/index.html" || err.From != "from p057/index.html" || !errors.Is(err, cause) {
			t.Fatalf("%+v", err)
		}
	}
	mustCommit(t, dir, version("2"), Options{})
	if got := tree(t, dir)["p057/index.html"]; got != "2" {
		t.Errorf("mended site shows %q", got)
	}
}

func TestCancel(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("a", "1", "b", "1"), Options{})
	before := tree(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	arts := site("a", "2", "b", "2", "c", "2")
	arts[1] = rendered(arts[1], func(buf *bytes.Buffer) error { cancel(); return nil })
	_, err := Commit(ctx, dir, arts, Options{Workers: 1})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if after := tree(t, dir); !maps.Equal(before, after) {
		t.Errorf("left\n%s", show(after))
	}
}

func TestTwoAtOnce(t *testing.T) {
	dir := t.TempDir()
	started, finish := make(chan bool), make(chan bool)
	slow := site("a", "1")
	slow[0] = rendered(slow[0], func(buf *bytes.Buffer) error { close(started); <-finish; buf.WriteString("1"); return nil })
	result := make(chan error)
	go func() {
		_, err := Commit(context.Background(), dir, slow, Options{})
		result <- err
	}()
	<-started
	_, err := Commit(t.Context(), dir, site("a", "2"), Options{})
	var busy *BusyError
	if !errors.As(err, &busy) || busy.Dir != dir {
		t.Errorf("second build: %v", err)
	}
	close(finish)
	if err := <-result; err != nil {
		t.Error(err)
	}
	wantTree(t, dir, "a", "1")
	mustCommit(t, dir, site("a", "2"), Options{}) // the lock is free again
}

func TestDiskErrors(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "file", "")
	if _, err := Commit(t.Context(), filepath.Join(dir, "file"), site("a", "1"), Options{}); !errors.As(err, new(*fs.PathError)) {
		t.Errorf("file as folder: %v (%T)", err, err)
	}
	if _, err := Commit(t.Context(), filepath.Join(dir, "file", "below"), site("a", "1"), Options{}); !errors.As(err, new(*fs.PathError)) {
		t.Errorf("folder below a file: %v (%T)", err, err)
	}
}

// The switch breaks off in its midst: the next commit knows what was put in
// place before, for the manifest named it first.
func TestBrokenSwitch(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, dir, site("m", "1"), Options{})
	arts := site("a", "2", "c/d", "2", "m", "2", "z", "2")
	render := renderer(arts[3])
	arts[3] = rendered(arts[3], func(buf *bytes.Buffer) error {
		put(t, dir, "z/theirs", "came in between")
		return render(buf)
	})
	if _, err := Commit(t.Context(), dir, arts, Options{}); err == nil {
		t.Fatal("put a file where a folder stands")
	}
	if got := tree(t, dir); got["a"] != "2" || got["m"] != "2" || got["z/theirs"] == "" {
		t.Fatalf("did not break off in its midst:\n%s", show(got))
	}
	os.RemoveAll(filepath.Join(dir, "z"))
	mustCommit(t, dir, site("a", "3", "m", "3"), Options{})
	wantTree(t, dir, "a", "3", "m", "3")
}

// killVersion is what the helper process of TestKill commits, over and over,
// for v = 0, 1, 0, 1 …: files that change, come and go, and a path that is now
// a file and now a folder.
func killVersion(v int) []artifact.Artifact {
	var arts []artifact.Artifact
	for i := range 400 {
		text := strings.Repeat(fmt.Sprintf("page %d of version %d\n", i, v), 1+i%200)
		switch {
		case i%5 == 0:
			arts = append(arts, file(fmt.Sprintf("v%d/%d/index.html", v, i), text))
		case i%7 == 0:
			arts = append(arts, file(fmt.Sprintf("turn/%d", i)+strings.Repeat("/deep", v), text))
		default:
			arts = append(arts, file(fmt.Sprintf("all/%d/index.html", i), text))
		}
	}
	return arts
}

const killDir = "KEPU_TEST_KILL_DIR"

func TestKillHelper(t *testing.T) {
	dir := os.Getenv(killDir)
	if dir == "" {
		t.Skip("runs within TestKill")
	}
	for v := 0; ; v = 1 - v {
		if _, err := Commit(t.Context(), dir, killVersion(v), Options{}); err != nil {
			fmt.Println("failed:", err)
			return
		}
		fmt.Println("done")
	}
}

func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills 30 processes")
	}
	known := make(map[string]bool) // path and text of both versions
	for v := range 2 {
		for _, a := range killVersion(v) {
			var buf bytes.Buffer
			renderer(a)(&buf)
			known[a.Path+"\x00"+buf.String()] = true
		}
	}
	dir := t.TempDir()
	mixed := 0
	for round := range 30 {
		killOnce(t, dir)
		staged := false
		for path, text := range tree(t, dir) {
			switch {
			case strings.HasPrefix(path, reserved):
				staged = staged || strings.HasPrefix(path, stageName)
			case strings.HasSuffix(path, "/"): // a folder about to be filled
			case !known[path+"\x00"+text]:
				t.Fatalf("round %d: %s is no whole file of either version (%d bytes)", round, path, len(text))
			}
		}
		if staged {
			mixed++
		}
	}
	t.Logf("%d of 30 kills came in the middle of a build", mixed)
	if mixed == 0 {
		t.Error("no kill came in the middle of a build: the test shows nothing")
	}

	cold := t.TempDir()
	mustCommit(t, cold, killVersion(1), Options{})
	mustCommit(t, dir, killVersion(1), Options{})
	if a, b := tree(t, cold), tree(t, dir); !maps.Equal(a, b) {
		t.Errorf("after the kills\n%scold\n%s", show(b), show(a))
	}
}

// killOnce starts the helper and kills it at a random moment of a build.
func killOnce(t *testing.T, dir string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKillHelper$")
	cmd.Env = append(os.Environ(), killDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	// The first build tells how long one takes on this machine now.
	lines, began := bufio.NewScanner(out), time.Now()
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "failed") {
			t.Fatal(lines.Text())
		}
		if lines.Text() == "done" {
			time.Sleep(rand.N(2*time.Since(began) + time.Millisecond))
			return
		}
	}
	t.Fatal("the helper ended by itself")
}
