package browsertest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp/kb"
)

const (
	directory = "/organizations/"
	unseen    = `[...document.querySelectorAll(".tree a")].filter(a => !a.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})).map(a => a.textContent)`
	folded    = `document.querySelectorAll(".tree details:not([open])").length`
)

// organizations gives the addresses of all that there are.
func organizations(t *testing.T) (urls []string) {
	t.Helper()
	for _, page := range site.Pages {
		if page.Template == "organization" && !strings.HasPrefix(page.URL, "/ko/") && !strings.HasPrefix(page.URL, "/en/") {
			urls = append(urls, page.URL)
		}
	}
	if len(urls) < 10 {
		t.Fatalf("%d organizations", len(urls))
	}
	return urls
}

// Without JavaScript every organization is in the directory and can be reached
// with the keyboard: what is folded is unfolded with Enter.
func TestDirectoryWithoutScript(t *testing.T) {
	bare := phone
	bare.noScript = true
	tb := open(t, bare)
	tb.visit(directory)
	listed := map[string]int{}
	for _, url := range eval[[]string](tb, `[...document.querySelectorAll(".tree a")].map(a => a.getAttribute("href"))`) {
		listed[url]++
	}
	for _, url := range organizations(t) {
		if listed[url] != 1 {
			t.Errorf("%s is listed %d times", url, listed[url])
		}
	}
	if eval[int](tb, folded) == 0 || len(eval[[]string](tb, unseen)) == 0 {
		t.Fatal("nothing is folded: the test sees nothing")
	}
	for n := eval[int](tb, folded); n > 0; n-- {
		tb.tabTo("details:not([open]) > summary", 200)
		tb.press(kb.Enter)
		tb.wait("the branch opens", `document.activeElement.parentElement.open`)
		tb.tabTo("details > ul a", 3)
	}
	if left := eval[[]string](tb, unseen); len(left) > 0 {
		t.Errorf("not seen though all is unfolded: %q", left)
	}
}

// The buttons unfold and fold all branches.
func TestUnfoldAll(t *testing.T) {
	tb := open(t, phone)
	tb.visit(directory)
	all := eval[int](tb, `document.querySelectorAll(".tree details").length`)
	tb.click(`.folds [data-open="1"]`)
	if n := eval[int](tb, folded); n != 0 || all == 0 {
		t.Errorf("全部展开 leaves %d of %d folded", n, all)
	}
	if left := eval[[]string](tb, unseen); len(left) > 0 {
		t.Errorf("全部展开 leaves unseen: %q", left)
	}
	tb.click(`.folds [data-open=""]`)
	if n := eval[int](tb, folded); n != all {
		t.Errorf("全部收起 folds %d of %d", n, all)
	}
}

// The box finds an organization by its name or by letters of it in their order,
// in a folded branch too; Escape puts the tree back as it was.
func TestOrganizationsAreFound(t *testing.T) {
	const seen = `[...document.querySelectorAll(".tree a")].filter(a => a.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})).map(a => a.textContent)`
	tb := open(t, phone)
	tb.visit(directory)
	before := eval[[]string](tb, seen)
	for _, c := range []struct {
		text, finds string
		alone       bool
	}{
		{"示例镇", "示例镇科学技术协会", true}, // below two branches
		{"光学学会", "吉林省光学学会", true},
		{"省科协", "吉林省科学技术协会", false},
		{"延边大学", "延边大学", true}, // outside of the tree
	} {
		tb.typed(c.text)
		tb.wait("it is said how many were found", told+` !== ""`)
		got := eval[[]string](tb, seen)
		if !strings.Contains("|"+strings.Join(got, "|")+"|", "|"+c.finds+"|") || len(got) >= len(before) {
			t.Errorf("%s leaves %q", c.text, got)
		}
		if said := eval[string](tb, told); c.alone && said != "找到1个" {
			t.Errorf("%s says %q", c.text, said)
		}
	}
	tb.typed("qqqq")
	tb.wait("nothing is found", told+` === "找到0个"`)
	if got := eval[[]string](tb, seen); len(got) > 0 {
		t.Errorf("nothing is found, and seen are %q", got)
	}
	tb.press(kb.Escape)
	tb.wait("nothing is said", told+` === ""`)
	if after := eval[[]string](tb, seen); strings.Join(after, "|") != strings.Join(before, "|") {
		t.Errorf("after Escape seen are %q, before %q", after, before)
	}
}

var printedLink = regexp.MustCompile(`/URI \(([^)]*)\)`)

// On paper, where nothing can be unfolded, is every organization, though its
// branch is folded on the screen, and the screen stays as it was.
func TestDirectoryOnPaper(t *testing.T) {
	tb := open(t, phone)
	tb.visit(directory)
	before := eval[int](tb, folded)
	if before == 0 {
		t.Fatal("nothing is folded: the test sees nothing")
	}
	// Each name is a link, and a PDF lists the links that are on its sheets.
	printed := map[string]bool{}
	for _, m := range printedLink.FindAllStringSubmatch(tb.pdf(page.PrintToPDFParams{}), -1) {
		printed[m[1]] = true
	}
	for _, url := range organizations(t) {
		if !printed[strings.TrimSuffix(site.Base, "/")+url] {
			t.Errorf("%s is not printed", url)
		}
	}
	if after := eval[int](tb, folded); after != before {
		t.Errorf("%d branches were folded before it was printed, %d after", before, after)
	}
	// By style sheet alone not every browser prints what is folded.
	counts := eval[[]int](tb, `["beforeprint", "afterprint"].map(name => { dispatchEvent(new Event(name)); return `+folded+` })`)
	if counts[0] != 0 || counts[1] != before {
		t.Errorf("%d branches are folded on paper, %d afterwards, %d before", counts[0], counts[1], before)
	}
}
