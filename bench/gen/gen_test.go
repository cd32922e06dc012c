package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The corpus must be what the numbers in reports say it is.
func TestCorpus(t *testing.T) {
	if len(topicNames) != topics || len(audienceNames) != audiences {
		t.Fatalf("%d topics, %d audiences", len(topicNames), len(audienceNames))
	}
	const n = 400
	var size, code, tables int
	titles := map[string]bool{}
	for i := range n {
		a := newArticle(i)
		text := a.Markdown()
		if again := newArticle(i).Markdown(); again != text {
			t.Fatalf("article %d differs from one run to the next", i)
		}
		size += len(text)
		titles[a.Title()] = true
		code += strings.Count(text, "```python")
		tables += strings.Count(text, "| --- | ---: |")
	}
	if mean := size / n; mean < 4500 || mean > 5000 {
		t.Errorf("mean size %d, want about 4.7 KB", mean)
	}
	if len(titles) != n || code != n/10 || tables != n/4 {
		t.Errorf("%d titles, %d blocks of code, %d tables", len(titles), code, tables)
	}
}

func TestProvince(t *testing.T) {
	dir := t.TempDir()
	n, size, err := writeProvince(dir, 80, 100)
	if err != nil || n != 80+100+50+300+20 || size/n < 400 {
		t.Fatalf("%d entries of %d bytes: %v", n, size, err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "content", "*", "*.md"))
	text, err := os.ReadFile(filepath.Join(dir, "content", "scientists", "p00099.md"))
	if err != nil || len(files) != n || !strings.Contains(string(text), "\n## ") {
		t.Errorf("%d files; %v\n%s", len(files), err, text)
	}
}
