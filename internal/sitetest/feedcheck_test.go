package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFeedCheck makes sure that the check itself notices mistakes: each case
// is a feed with one, or none.
func TestFeedCheck(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "feed.xml", "atom.xml", "feed.json"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site := &Site{Dir: dir, Base: base}

	good := map[string]string{
		"feed.xml": `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>A</title><link>https://kepu.example.org/below/</link><description>D</description>
<atom:link rel="self" type="application/rss+xml" href="https://kepu.example.org/below/feed.xml"/>
<lastBuildDate>Tue, 01 Sep 2026 08:00:00 +0800</lastBuildDate>
<item><title>T</title><link>https://kepu.example.org/below/</link><guid isPermaLink="false">x1</guid>
<pubDate>Tue, 01 Sep 2026 08:00:00 +0800</pubDate><description>&lt;a href="https://example.org/">t&lt;/a></description></item></channel></rss>`,
		"atom.xml": `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>A</title><updated>2026-09-01T08:00:00+08:00</updated>
<link rel="self" href="https://kepu.example.org/below/atom.xml"/>
<entry><id>urn:x:1</id><title>T</title><updated>2026-09-01T08:00:00+08:00</updated><author><name>N</name></author>
<link href="https://kepu.example.org/below/"/></entry></feed>`,
		"feed.json": `{"version":"https://jsonfeed.org/version/1.1","title":"A","home_page_url":"https://kepu.example.org/below/",
"feed_url":"https://kepu.example.org/below/feed.json","items":[{"id":"1","url":"https://kepu.example.org/below/","content_text":"x","date_published":"2026-09-01T08:00:00+08:00"}]}`,
	}
	for path, text := range good {
		if f := check(site, path, text); len(f.errs) > 0 {
			t.Errorf("a good feed is refused: %q", f.errs)
		}
	}

	for _, c := range []struct{ path, old, new, want string }{
		{"feed.xml", `Tue, 01 Sep 2026 08:00:00 +0800</pub`, `Wed, 01 Sep 2026 08:00:00 +0800</pub`, "weekday"},
		{"feed.xml", `Tue, 01 Sep 2026 08:00:00 +0800</last`, `2026-09-01</last`, "RFC 822"},
		{"feed.xml", `below/feed.xml`, `below/other.xml`, "own address"},
		{"feed.xml", `<guid isPermaLink="false">x1</guid>`, `<guid>x1</guid>`, "not an absolute address"},
		{"feed.xml", `<guid isPermaLink="false">x1</guid>`, ``, "no identifier"},
		{"feed.xml", `<link>https://kepu.example.org/below/</link><guid`, `<link>https://kepu.example.org/below/gone/</link><guid`, "leads nowhere"},
		{"feed.xml", `&lt;a href="https://example.org/">`, `&lt;a href="/x/">`, "relative"},
		{"feed.xml", `</channel>`, ``, "syntax error"},
		{"atom.xml", `<author><name>N</name></author>`, ``, "no author"},
		{"atom.xml", `<updated>2026-09-01T08:00:00+08:00</updated><author>`, `<author>`, "RFC 3339"},
		{"atom.xml", `</entry>`, `</entry><entry><id>urn:x:1</id></entry>`, "two entries"},
		{"feed.json", `"content_text":"x"`, `"a":1`, "no content"},
		{"feed.json", `"url":"https://kepu.example.org/below/"`, `"url":"/below/"`, "not an absolute"},
	} {
		text := strings.Replace(good[c.path], c.old, c.new, 1)
		if text == good[c.path] {
			t.Fatalf("nothing to replace: %s", c.old)
		}
		f := check(site, c.path, text)
		if !strings.Contains(strings.Join(f.errs, "\n"), c.want) {
			t.Errorf("%s with %q: got %q, want %q", c.path, c.new, f.errs, c.want)
		}
	}
}

func check(site *Site, path, text string) *feed {
	f := &feed{site: site, path: path, text: []byte(text)}
	if f.check() == "" {
		f.errorf("not taken for a feed")
	}
	return f
}
