package page_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestEditionHasEveryKind: many events leave the articles of a subtree where
// they are; the feed has the newest of both.
func TestEditionHasEveryKind(t *testing.T) {
	archive := province + "-- articles/old.md --\n---\ntitle: 旧文\ndate: 2025-01-01\norganization: county\n---\n"
	for i := range 60 {
		archive += fmt.Sprintf("-- events/e%d.md --\n---\ntitle: 活动%d\ndate: 2026-02-01\nstart: 2026-03-%02d\norganization: county\n---\n", i, i, i%28+1)
	}
	s := built(t, archive)
	page := file(t, s, "organizations/jl/all/index.html")
	for _, link := range []string{"articles/light/", "articles/old/", "places/museum/", "events/talk/"} {
		if !strings.Contains(page, `href="/`+link+`"`) {
			t.Errorf("no link to %s", link)
		}
	}
	if n := strings.Count(page, `href="/events/e`); n == 0 || n > 40 {
		t.Errorf("%d of the events", n)
	}
	if feed := file(t, s, "organizations/jl/all/atom.xml"); strings.Contains(feed, "/articles/old/") || !strings.Contains(feed, "/events/e") {
		t.Error("the feed does not go by date")
	}
}
