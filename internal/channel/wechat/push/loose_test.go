package push

import (
	"encoding/json"
	"testing"

	"kepu/internal/channel/wechat/draft"
)

// TestLooseAnswers: what the platform has been seen to write in more than one way.
func TestLooseAnswers(t *testing.T) {
	for text, want := range map[string]number{"7200": 7200, `"7200"`: 7200, "7200.0": 7200, "-1": -1} {
		var n number
		if err := json.Unmarshal([]byte(text), &n); err != nil || n != want {
			t.Errorf("%s: %d, %v", text, n, err)
		}
	}
	for text, want := range map[string]word{`"a"`: "a", "2247483647001": "2247483647001", `""`: ""} {
		var w word
		if err := json.Unmarshal([]byte(text), &w); err != nil || w != want {
			t.Errorf("%s: %q, %v", text, w, err)
		}
	}
	for _, text := range []string{"x", "{}", `"x"`} {
		if json.Unmarshal([]byte(text), new(number)) == nil {
			t.Errorf("%s is a number", text)
		}
	}
}

// TestForeignAddress: a picture's address is remembered for all later drafts, so
// it must be the platform's.
func TestForeignAddress(t *testing.T) {
	for address, want := range map[string]bool{
		"http://mmbiz.qpic.cn/a/0": true, "https://mmecoa.qpic.cn/a": true, "https://evil.example/x.png": false,
		`"><script>`: false, "": false, "javascript:alert(1)//.qpic.cn": false, "https://qpic.cn.evil.example/": false,
	} {
		if got := (&uploadAnswer{Use: draft.InText, URL: address}).whole(); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}

// TestKeys: two sites on one host have drafts of their own.
func TestKeys(t *testing.T) {
	a := Package{Slug: "notice", Plan: &draft.Plan{Address: "https://host.example.cn/a/articles/notice/"}, file: draft.File}
	b := Package{Slug: "notice", Plan: &draft.Plan{Address: "https://host.example.cn/b/articles/notice/"}, file: draft.File}
	if a.key() == b.key() {
		t.Error("one would be written over the other:", a.key())
	}
}
