package markdown

import "testing"

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"一、科普知识":      "一-科普知识",
		"과학 이야기":      "과학-이야기",
		"Main":        "h-main",
		"main street": "h-main-street",
		"Source 3":    "h-source-3",
		"fn 1":        "h-fn-1",
		"2026年大事":     "h-2026年大事",
		"——":          "",
		"Mainland":    "mainland",
	} {
		if got := slug(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
