package main

import (
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
