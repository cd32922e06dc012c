package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"kepu/internal/diag"
)

var skeletonKinds = append([]Kind{SiteSettings}, Kinds...)

// alternatives tell that a field stands for another, or wants one beside it:
// there are several ways to say when an event is, a profile is of a person or of
// a team, and an expert who offers something is alive and has consented.
var alternatives = []diag.Code{
	diag.Conflicting, diag.HoursWithTime, diag.ExceptAlone, diag.NothingLeft,
	diag.NotOfKind, diag.NoConsent, diag.NoOffer, diag.OfferOfDead, diag.BadSourceNumber,
}

var blockStart = regexp.MustCompile(`^#[a-z_]+:`)

// uncommentings lists the skeleton with each of its blocks in use, and last
// with all of them.
func uncommentings(src string) (each []string) {
	lines := strings.SplitAfter(src, "\n")
	all := append([]string(nil), lines...)
	for i := 0; i < len(lines); i++ {
		if !blockStart.MatchString(lines[i]) {
			continue
		}
		one := append([]string(nil), lines...)
		for j := i; j == i || j < len(lines) && strings.HasPrefix(lines[j], "#  "); j++ {
			one[j], all[j] = lines[j][1:], lines[j][1:]
		}
		each = append(each, strings.Join(one, ""))
	}
	return append(each, strings.Join(all, ""))
}

func TestSkeleton(t *testing.T) {
	titles := []string{"标题", "冒号: 和 # 号", "'引号\"", "*星* & [括号]", "yes", "2026", "null", "- a", "@", "一\n二", "a\u202eb", "key:", "%", "!x", "\\", ""}
	for _, kind := range skeletonKinds {
		for _, lang := range []diag.Lang{diag.Chinese, diag.English} {
			for _, title := range titles {
				src := Skeleton(kind, title, "2026-05-30", lang)
				v, _, ds := decodeAny(string(kind), src)
				if len(ds) > 0 {
					t.Fatalf("%s %q:\n%s\n%s", kind, title, src, listing(ds))
				}
				if d, ok := v.(Data); ok && title != "" && d.Base().Title != strings.NewReplacer("\n", " ", "\u202e", " ").Replace(title) {
					t.Errorf("%s: title %q became %q", kind, title, d.Base().Title)
				}
			}
			src := string(Skeleton(kind, "标题", "2026-05-30", lang))
			each := uncommentings(src)
			p := planOf(kind)
			if want := len(p.fields); len(each) < want-4 {
				t.Errorf("%s: %d blocks for %d fields", kind, len(each), want)
			}
			for _, s := range each {
				_, _, ds := decodeAny(string(kind), []byte(s))
				ds = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return slices.Contains(alternatives, d.Code) })
				if len(ds) > 0 {
					t.Errorf("%s:\n%s\n%s", kind, s, listing(ds))
				}
			}
			for _, k := range p.keys {
				if !strings.Contains(src, "\n"+k+":") && !strings.Contains(src, "\n#"+k+":") {
					t.Errorf("%s: no %s", kind, k)
				}
			}
		}
	}
}
