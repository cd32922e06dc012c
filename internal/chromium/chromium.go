// Package chromium finds the browser that the browser tests and the audit
// drive. It only looks: tools/testsetup installs.
package chromium

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Env names the variable that overrides the search.
const Env = "KEPU_CHROMIUM"

// ErrNotFound says that no browser was found in any usual place.
var ErrNotFound = errors.New("no Chromium, Chrome or Edge found; run `make test`, or set " + Env)

// Find gives the path of an installed Chromium, Chrome or Edge. A path in
// $KEPU_CHROMIUM wins, and is an error if nothing is there: a mistyped path
// must not silently test another browser.
func Find() (string, error) {
	if path := os.Getenv(Env); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", fmt.Errorf("%s=%s: %w", Env, path, err)
		}
		return found, nil
	}
	for _, candidate := range candidates() {
		if path, err := exec.LookPath(candidate); err == nil {
			return path, nil
		}
	}
	return "", ErrNotFound
}

// candidates lists names on PATH and usual places, the best first.
func candidates() []string {
	switch runtime.GOOS {
	case "darwin":
		apps := []string{
			"Chromium.app/Contents/MacOS/Chromium",
			"Google Chrome.app/Contents/MacOS/Google Chrome",
			"Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
		var list []string
		for _, dir := range []string{"/Applications", filepath.Join(os.Getenv("HOME"), "Applications")} {
			for _, app := range apps {
				list = append(list, filepath.Join(dir, app))
			}
		}
		return append(list, "chromium")
	case "windows":
		var list []string
		for _, env := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			dir := os.Getenv(env)
			if dir == "" {
				continue
			}
			list = append(list,
				filepath.Join(dir, `Chromium\Application\chrome.exe`),
				filepath.Join(dir, `Google\Chrome\Application\chrome.exe`),
				filepath.Join(dir, `Microsoft\Edge\Application\msedge.exe`))
		}
		return list
	default:
		return []string{
			"chromium", "chromium-browser", "google-chrome-stable", "google-chrome",
			"microsoft-edge-stable", "microsoft-edge",
			"/snap/bin/chromium", "/opt/google/chrome/chrome",
		}
	}
}

// Flags are the command-line switches that every headless run here uses: no
// traffic of the browser's own, no first-run pages. Chromium refuses to run
// its sandbox as root.
func Flags() []string {
	flags := []string{
		"--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update",
		"--disable-sync", "--disable-dev-shm-usage",
	}
	if os.Geteuid() == 0 {
		flags = append(flags, "--no-sandbox")
	}
	return flags
}
