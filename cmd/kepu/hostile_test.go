package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hostile are texts that end up in markup, addresses, scripts and feeds.
var hostile = []string{
	`</script><script>alert(1)</script>`,
	`</title><script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	`]]><script>alert(1)</script>`,
	`<!--<script>alert(1)`,
	`{{.Site.Title}} {{printf "%s" "x"}}`,
	`a & b < c > d &amp; &lt;`,
	`\u003c/script\u003e \"`,
	`🌾👨‍👩‍👧 مرحبا עברית 한국어 𠮷`,
	"%s %d %[1]s $1 ${x}",
}

// TestHostile builds a site all of whose texts are hostile and reads every
// page and feed with a real parser: the texts must come out as they went in,
// and nothing may have become markup.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i, h := range hostile {
		q := "'" + strings.ReplaceAll(h, "'", "''") + "'"
		common := fmt.Sprintf("title: %s\nsummary: %[1]s\ntopics: [%[2]s]\ncities: [%[2]s]\n", q, strings.ReplaceAll(q, ";", ""))
		write(fmt.Sprintf("content/articles/a%d.md", i), fmt.Sprintf("---\n%sdate: 2026-01-01\nauthors: [%s]\norganization: o%[3]d\nsources: [{title: %[2]s, publisher: %[2]s}]\n---\n\n## %[4]s\n\n%[4]s\n\x0b\x01\ufffe\uffff\n", common, q, i, strings.ReplaceAll(h, "src=x", "src=/x.png")))
		write(fmt.Sprintf("content/events/e%d.md", i), fmt.Sprintf("---\n%sdate: 2026-01-01\nstart: 2026-10-01 09:00\nvenue: %s\nspeakers: [%[2]s]\nnotice: %[2]s\n---\n", common, q))
		write(fmt.Sprintf("content/organizations/o%d.md", i), fmt.Sprintf("---\n%skind: society\nshort: %s\naddress: %[2]s\n---\n", common, q))
		write(fmt.Sprintf("content/scientists/s%d.md", i), fmt.Sprintf("---\n%spinyin: %s\nknown_for: %[2]s\nquotations: [{text: %[2]s, source: %[2]s}]\nsources: [{title: %[2]s}]\n---\n", common, q))
	}
	write("content/static/x.png", "")
	write("content/site.yaml", "base_url: https://kepu.example.org/\ntitle: '"+hostile[0]+"'\ntagline: '"+hostile[2]+"'\nfooter: {owner: '"+hostile[1]+"', icp: '"+hostile[2]+"'}\nlists: {feed_size: 1000}\n")

	status, out := kepu("build", "--site", dir)
	if status != exitOK {
		t.Fatalf("status %d\n%s", status, out)
	}
	seen := map[string]bool{}
	pages, feeds := 0, 0
	err := filepath.WalkDir(filepath.Join(dir, "public"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		switch filepath.Ext(path) {
		case ".html":
			pages++
			checkPage(t, name, string(data), seen)
		case ".xml":
			feeds++
			if err := checkXML(data, seen); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case ".json":
			feeds++
			if !json.Valid(data) {
				t.Errorf("%s is not JSON", name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 40 || feeds < 40 {
		t.Errorf("%d pages, %d feeds", pages, feeds)
	}
	for _, h := range hostile {
		for _, where := range []string{"h1 ", "JSON-LD ", "feed "} {
			if !seen[where+h] {
				t.Errorf("%sdoes not say %q", where, h)
			}
		}
	}
}

// checkPage notes what a page says and refuses what must not be in it.
func checkPage(t *testing.T, name, text string, seen map[string]bool) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		kind, src := "", ""
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), strings.HasPrefix(strings.ToLower(a.Val), "javascript:"):
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			case a.Key == "type":
				kind = a.Val
			case a.Key == "src":
				src = a.Val
			}
		}
		inner := ""
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				inner += c.Data
			}
		}
		switch n.Data {
		case "h1":
			seen["h1 "+strings.TrimSpace(inner)] = true
		case "img":
			if src == "x" {
				t.Errorf("%s: an image out of a text", name)
			}
		case "script":
			if kind == "application/ld+json" {
				var v any
				if err := json.Unmarshal([]byte(inner), &v); err != nil {
					t.Errorf("%s: JSON-LD: %v\n%s", name, err, inner)
				}
				note(v, "JSON-LD ", seen)
			} else if src == "" && inner != "" {
				t.Errorf("%s: a script in the page: %.80q", name, inner)
			}
		}
	}
}

// note enters every text of a JSON value.
func note(v any, where string, seen map[string]bool) {
	switch v := v.(type) {
	case string:
		seen[where+v] = true
	case []any:
		for _, x := range v {
			note(x, where, seen)
		}
	case map[string]any:
		for _, x := range v {
			note(x, where, seen)
		}
	}
}

func checkXML(data []byte, seen map[string]bool) error {
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		return err
	}
	for _, e := range feed.Entries {
		seen["feed "+e.Title] = true
	}
	return nil
}
