package chromium

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestFind(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("places of other systems cannot be emptied")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	t.Setenv(Env, "")
	browser := filepath.Join(dir, "chromium")
	if _, err := os.Stat("/opt/google/chrome/chrome"); err != nil {
		if path, err := Find(); !errors.Is(err, ErrNotFound) && path != "/snap/bin/chromium" {
			t.Errorf("found %q, %v where there is none", path, err)
		}
	}
	if err := os.WriteFile(browser, nil, 0o755); err != nil {
		t.Fatal(err)
	}
	if path, err := Find(); path != browser || err != nil {
		t.Errorf("found %q, %v, not the one on PATH", path, err)
	}

	// A wrong name must not silently fall back to another browser.
	t.Setenv(Env, filepath.Join(dir, "gone"))
	if path, err := Find(); err == nil || errors.Is(err, ErrNotFound) {
		t.Errorf("a wrong %s gave %q, %v", Env, path, err)
	}
}
