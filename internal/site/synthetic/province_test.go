package synthetic_test

import (
	"testing"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/site"
	"kepu/internal/site/synthetic"
)

// TestProvince wants a site without mistakes, of the shape that the benchmarks
// are about.
func TestProvince(t *testing.T) {
	for _, orgs := range []int{1, 5, 40, 300} {
		s, ds := site.New(synthetic.Province(orgs, 2000))
		for _, d := range ds {
			t.Errorf("%d organizations: %s: %s", orgs, d.Pos.File, d.Message(diag.English))
		}
		if orgs < 300 {
			continue
		}
		depth, most, taught := 0, 0, 0
		for _, e := range s.Entries {
			switch e.Kind {
			case content.Organizations:
				steps := 1
				for up := e.Target("parent"); up != nil; up = up.Target("parent") {
					steps++
				}
				depth = max(depth, steps)
				most = max(most, len(e.From(content.Scientists, "affiliations")))
			case content.Scientists:
				if len(e.Targets("teachers")) > 0 {
					taught++
				}
			}
		}
		if depth != 5 || most < 600 || taught != 1999 {
			t.Errorf("depth %d, %d people in one organization, %d with teachers", depth, most, taught)
		}
	}
}
