// Package tools holds what builds, checks and publishes; here its description
// files for the hosts of repositories are tested.
package tools

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"kepu/internal/sitetest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(sitetest.Temp())
	os.Exit(code)
}

var ciFiles = []string{
	".github/workflows/site.yml",
	".gitea/workflows/site.yml",
	".gitlab-ci.yml",
}

// TestCI: each file is YAML, builds and checks, and every kepu command and
// make target in it exists.
func TestCI(t *testing.T) {
	for _, name := range ciFiles {
		t.Run(filepath.Base(filepath.Dir(filepath.Dir(name)))+"/"+filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(sitetest.Root(), name))
			if err != nil {
				t.Fatal(err)
			}
			var doc yaml.Node
			if err := yaml.Unmarshal(text, &doc); err != nil {
				t.Fatal(err)
			}
			lines := commands(&doc, "")
			seen := map[string]bool{}
			for _, line := range lines {
				if target, ok := strings.CutPrefix(line, "make "); ok {
					hasTarget(t, strings.Fields(target)[0])
				}
				if _, rest, ok := strings.Cut(line, "bin/kepu "); ok {
					seen[knows(t, rest)] = true
				}
			}
			if !seen["check"] || !seen["build"] {
				t.Errorf("found only the commands %v in %q", seen, lines)
			}
		})
	}
}

// commands gives every line under the keys run and script.
func commands(node *yaml.Node, key string) []string {
	var lines []string
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(node.Content); i += 2 {
			lines = append(lines, commands(node.Content[i+1], node.Content[i].Value)...)
		}
	case yaml.ScalarNode:
		if key == "run" || key == "script" {
			lines = strings.Split(strings.TrimSpace(node.Value), "\n")
		}
	default:
		for _, child := range node.Content {
			lines = append(lines, commands(child, key)...)
		}
	}
	return lines
}

// knows runs a kepu command line on an empty folder and tells the command: a
// wrong command or flag is wrong usage, exit status 2.
func knows(t *testing.T, line string) string {
	t.Helper()
	kepu, err := sitetest.Binary()
	if err != nil {
		t.Fatal(err)
	}
	line = regexp.MustCompile(`\s(>|\|\||&&|#).*`).ReplaceAllString(line, "")
	line = regexp.MustCompile(`"?\$\{?\w*URL\}?/?"?`).ReplaceAllString(line, "https://example.org/kepu/")
	line = strings.NewReplacer("$RUNNER_TEMP", t.TempDir(), `"`, "").Replace(line)
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content", "articles"), 0o755); err != nil {
		t.Fatal(err)
	}
	article := "---\ntitle: 试验\ndate: 2026-01-01\n---\n\n正文。\n"
	if err := os.WriteFile(filepath.Join(dir, "content", "articles", "a.md"), []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(kepu, strings.Fields(line)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("kepu %s: %v\n%s", line, err, out)
	}
	return strings.Fields(line)[0]
}

func hasTarget(t *testing.T, target string) {
	t.Helper()
	makefile, err := os.ReadFile(filepath.Join(sitetest.Root(), "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(makefile), "\n"+target+":") {
		t.Errorf("the Makefile has no target %s", target)
	}
}

// TestLock: the audit's lock file is the same wherever it is made.
func TestLock(t *testing.T) {
	lock, err := os.ReadFile(filepath.Join(sitetest.Root(), "tools", "audit", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(lock), `"resolved"`) {
		t.Error("package-lock.json names a registry; see tools/audit/.npmrc")
	}
	if !strings.Contains(string(lock), `"integrity"`) {
		t.Error("package-lock.json pins nothing")
	}
}
