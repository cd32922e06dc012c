package wechat

import (
	"strings"
	"testing"

	"kepu/internal/channel/wechat/themes"
)

// Whatever the Markdown: the editor keeps all of the HTML, and it says what the
// page says.
func FuzzCompose(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.body)
	}
	theme, _ := themes.Find(themes.Default)
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 4000 {
			return
		}
		j := jobOf(strings.ToValidUTF8(source, ""), "articles/2026/radio-telescope")
		w, tree := treeOf(t, j)
		if got, want := squeezed(said(tree, "ref", "marker", "notes", "credit")), squeezed(page(w, j.Body)); got != want {
			t.Error(difference(got, want))
		}
		html := w.html(theme.Sheet, tree)
		if bad := refusals(named(html, w.gallery.hang(tree, j.Piece))); len(bad) > 0 {
			t.Error(bad)
		}
		if got, want := visible(t, html), said(tree); got != want {
			t.Error(difference(got, want))
		}
	})
}
