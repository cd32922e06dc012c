package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const people = "/scientists/"

// typed puts the focus in the box and types as a reader does.
func (tb *tab) typed(text string) {
	tb.Helper()
	eval[bool](tb, `(() => { const box = document.querySelector("#x-find"); box.value = ""; box.focus(); return true })()`)
	for _, key := range text {
		tb.press(string(key))
	}
}

// told is what is announced beside the box.
const told = `document.querySelector(".finder [role=status]").textContent`

const hits = `[...document.querySelectorAll(".hits a")].map(a => a.firstChild.textContent)`

// Somebody is found by initials, by a part of the pinyin, by a character and by
// the whole pinyin; how many were found is announced; Escape brings the whole
// list back.
func TestPeopleAreFound(t *testing.T) {
	tb := open(t, phone)
	tb.visit(people)
	if got := eval[string](tb, told); got != "" {
		t.Errorf("says %q at once", got)
	}
	for _, c := range []struct {
		text, first string
		alone       bool
	}{
		{"nrd", "南仁东", true},
		{"NRD", "南仁东", true},
		{"nan", "南仁东", false},
		{"南", "南仁东", false},
		{"仁东", "南仁东", true},
		{"wangdaheng", "王大珩", true},
		{"wang daheng", "王大珩", true},
		{"黄大年团队", "吉林大学地球探测与信息技术教师团队（黄大年团队）", true},
	} {
		tb.typed(c.text)
		tb.wait("something is found for "+c.text, `document.querySelector("#x-find").value === "`+c.text+`" && document.querySelector(".hits a")`)
		got := eval[[]string](tb, hits)
		if got[0] != c.first || c.alone && len(got) != 1 {
			t.Errorf("%s finds %q", c.text, got)
		}
		if want := "找到" + itoa(int64(len(got))) + "位"; eval[string](tb, told) != want {
			t.Errorf("%s finds %d and says %q", c.text, len(got), eval[string](tb, told))
		}
		if !eval[bool](tb, visible(".hits a")) || eval[bool](tb, visible(".ways-in")) {
			t.Errorf("%s: the hits are not in the place of the list", c.text)
		}
	}
	if problems, _ := tb.noted(); len(problems) > 0 {
		t.Errorf("%q", problems)
	}

	tb.typed("qqqq")
	tb.wait("nothing is found", told+` === "找到0位"`)
	tb.press(kb.Escape)
	tb.wait("the list is back", visible(".ways-in"))
	if left := eval[string](tb, `document.querySelector("#x-find").value + `+told); left != "" {
		t.Errorf("after Escape there is %q", left)
	}
	if eval[bool](tb, `!!document.querySelector(".hits")`) {
		t.Error("after Escape there are hits")
	}

	tb.typed("wdh")
	tb.wait("one is found", told+` === "找到1位"`)
	tb.tabTo(".hits a", 2)
	tb.press(kb.Enter)
	tb.wait("the page of whom was found is open", `location.pathname === "/scientists/wang-daheng/"`)
}

// What is found is announced: the place for it is there from the start and
// heard as a status. The box has a name.
func TestFinderIsHeard(t *testing.T) {
	tb := open(t, phone)
	for _, url := range []string{people, directory, experts} {
		tb.visit(url)
		all := tb.listen()
		if count(all, func(h heard) bool { return h.role == "status" }) != 1 {
			t.Errorf("%s: nothing announces what was found", url)
		}
		if count(all, func(h heard) bool { return h.role == "search" }) != 1 {
			t.Errorf("%s: the search is not heard as one", url)
		}
		named := 0
		for _, h := range all {
			if h.role == "searchbox" || h.role == "combobox" {
				if named++; h.name == "" {
					t.Errorf("%s: a %s has no name", url, h.role)
				}
			}
		}
		if named == 0 {
			t.Errorf("%s has no box to search in", url)
		}
	}
}

// The index is fetched when the reader turns to the box, once, and not before.
func TestIndexIsFetchedLate(t *testing.T) {
	tb := open(t, phone)
	tb.visit(people)
	fetched := func() (n int) {
		_, requests := tb.noted()
		for _, request := range requests {
			if strings.HasSuffix(request, "/index.json") {
				n++
			}
		}
		return n
	}
	eval[bool](tb, `new Promise(done => { scrollTo(0, document.body.scrollHeight); setTimeout(() => done(true), 100) })`)
	if n := fetched(); n != 0 {
		t.Errorf("the index is fetched %d times before it is needed", n)
	}
	tb.typed("nan")
	tb.wait("something is found", `document.querySelector(".hits a")`)
	if n := fetched(); n != 1 {
		t.Errorf("the index is fetched %d times", n)
	}
}

// Without JavaScript there is no box that does nothing, and the whole list is
// there.
func TestNoFinderWithoutScript(t *testing.T) {
	bare := phone
	bare.noScript = true
	tb := open(t, bare)
	for _, url := range []string{people, directory, experts} {
		tb.visit(url)
		for _, part := range []string{".finder", "#x-find", ".finder select", ".folds button"} {
			if eval[bool](tb, visible(part)) {
				t.Errorf("%s: %s is shown but does nothing", url, part)
			}
		}
		if !eval[bool](tb, visible("main ul li :is(h3 a, summary, li a)")) {
			t.Errorf("%s: the list is not there", url)
		}
	}
}
