package main

import (
	"fmt"
	"os"
	"path/filepath"

	"kepu/internal/site/synthetic"
)

// writeProvince puts a science association with its organizations, people,
// honours, places and routes under dir/content, and gives their number and the
// total size.
func writeProvince(dir string, orgs, people int) (n, size int, err error) {
	content := filepath.Join(dir, "content")
	if err := os.RemoveAll(content); err != nil {
		return 0, 0, err
	}
	for name, front := range synthetic.ProvinceFiles(orgs, people) {
		a := newArticle(n)
		text := "---\n" + front + "---\n\n" + a.sentence() + a.sentence() + "\n\n## " + headings[n%len(headings)] + "\n\n" + a.sentence() + "\n"
		file := filepath.Join(content, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return n, size, err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return n, size, err
		}
		n, size = n+1, size+len(text)
	}
	return n, size, os.WriteFile(filepath.Join(content, "site.yaml"), []byte(fmt.Sprintf(provinceSettings, settings)), 0o644)
}

const provinceSettings = `%sowner: o00000
feeds: {anniversaries: true}
`
