//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// setup installs the generators that come from npm, as their lock files say.
func setup() error {
	for _, name := range []string{"eleventy", "hexo"} {
		fmt.Printf("%s: npm ci\n", name)
		cmd := exec.Command("npm", "ci", "--no-progress")
		cmd.Dir = filepath.Join("bench", name)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: npm ci: %w", name, err)
		}
	}
	return nil
}

// commandVersion asks a command on PATH for its version, and refuses one that
// is older than least, if that is given.
func commandVersion(least, name, arg string) (string, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("not installed: no %s on PATH", name)
	}
	out, err := exec.Command(path, arg).Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", path, arg, err)
	}
	first, _, _ := strings.Cut(string(bytes.TrimSpace(out)), "\n")
	if least != "" && !reaches(first, least) {
		return "", fmt.Errorf("%s is too old: needs %s", first, least)
	}
	return path + " " + first, nil
}

func findHugo() (string, error) {
	version, err := commandVersion("v0.146", "hugo", "version")
	if err != nil {
		return "", fmt.Errorf("%w: CGO_ENABLED=0 go install github.com/gohugoio/hugo@v0.165.0", err)
	}
	return version, nil
}

// reaches reports whether a line names a version vX.Y that is at least so.
func reaches(line, least string) bool {
	var want, have [2]int
	fmt.Sscanf(least, "v%d.%d", &want[0], &want[1])
	for word := range strings.FieldsSeq(line) {
		if _, err := fmt.Sscanf(word, "v%d.%d", &have[0], &have[1]); err == nil {
			return have[0] > want[0] || have[0] == want[0] && have[1] >= want[1]
		}
	}
	return false
}

// packageVersion looks for an npm package in a folder, and for Node.
func packageVersion(dir, name string) (string, error) {
	node, err := commandVersion("v20.0", "node", "--version")
	if err != nil {
		return "", err
	}
	text, err := os.ReadFile(filepath.Join(dir, "node_modules", name, "package.json"))
	if err != nil {
		return "", fmt.Errorf("not installed: make bench BENCH_FLAGS=-setup")
	}
	var pkg struct{ Version string }
	if err := json.Unmarshal(text, &pkg); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %s, %s", name, pkg.Version, node), nil
}
