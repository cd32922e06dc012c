package push

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kepu/internal/channel/wechat/draft"
)

// TestPrivate: the state is its owner's alone, however it was before, and no
// half of it is ever left behind.
func TestPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("has no such bits")
	}
	r := newRig(t)
	r.write("fast", 1, "")
	r.mustPush(Added, "fast")
	if err := os.Chmod(r.opt.State, 0o644); err != nil {
		t.Fatal(err)
	}
	r.write("fast", 1, "二")
	r.mustPush(Updated, "fast")
	entries, err := os.ReadDir(filepath.Dir(r.opt.State))
	if err != nil || len(entries) != 2 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v", e.Name(), info.Mode())
		}
	}
	data, err := os.ReadFile(r.opt.State)
	if err != nil || strings.Contains(string(data), r.srv.Secret) {
		t.Errorf("%v: the secret is in the state", err)
	}
}

// TestDamaged: a state that cannot be read stops the push before it does
// anything, and is not told.
func TestDamaged(t *testing.T) {
	for _, text := range []string{"", "{", "null", `{"version":9}`, `{"version":1,"drafts":{"a":null}}`, `{"version":1,"token":{"value":"TOKEN","until":"x"}}`} {
		r := newRig(t)
		r.write("fast", 1, "")
		if err := os.MkdirAll(filepath.Dir(r.opt.State), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(r.opt.State, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := Open(r.dir, "fast", draft.File)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Run(t.Context(), r.opt, []*Package{p})
		var problem *Problem
		whole := text == "null" || strings.Contains(text, "drafts")
		if !whole && (!errors.As(err, &problem) || strings.Contains(err.Error(), "TOKEN") || len(r.srv.Calls()) > 0) {
			t.Errorf("%s: %v, %v", text, err, r.srv.Calls())
		}
		if whole && err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestLock: a second push at the same time ends at once, a later one does not.
func TestLock(t *testing.T) {
	r := newRig(t)
	unlock, err := lockState(r.opt.State)
	if err != nil {
		t.Fatal(err)
	}
	var problem *Problem
	if _, err := Run(t.Context(), r.opt, nil); !errors.As(err, &problem) {
		t.Errorf("the second push went on: %v", err)
	}
	unlock()
	if _, err := Run(t.Context(), r.opt, nil); err != nil {
		t.Error(err)
	}
}

func TestStateFile(t *testing.T) {
	file, err := StateFile(func(string) string { return "/var/state" }, "wx1")
	if err != nil || !strings.HasPrefix(filepath.ToSlash(file), "/var/state/kepu/wechat-") || strings.Contains(file, "wx1") {
		t.Error(file, err)
	}
	other, _ := StateFile(func(string) string { return "/var/state" }, "wx2")
	if other == file {
		t.Error("two accounts share a file")
	}
	home, _ := StateFile(func(string) string { return "" }, "wx1")
	if !strings.Contains(filepath.ToSlash(home), "/.local/state/kepu/") {
		t.Error(home)
	}
}
