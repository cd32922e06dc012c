package page

import (
	"fmt"
	"strings"
	"testing"

	"kepu/internal/site"
)

func show(p *Pager) string {
	var sb strings.Builder
	for _, i := range p.Items {
		switch {
		case i.N == 0:
			sb.WriteString(" …")
		case i.URL == "":
			fmt.Fprintf(&sb, " [%d]", i.N)
		default:
			fmt.Fprintf(&sb, " %d", i.N)
		}
	}
	return strings.TrimSpace(sb.String())
}

func TestPager(t *testing.T) {
	m := &maker{book: &book{site: &site.Site{Base: "/kepu/"}}}
	if m.pager("articles/", 1, 1) != nil {
		t.Error("a list of one page has a pager")
	}
	for _, c := range []struct {
		n, pages int
		want     string
	}{
		{1, 2, "[1] 2"}, {1, 5, "[1] 2 … 5"}, {3, 5, "1 2 [3] 4 5"}, {5, 9, "1 … 4 [5] 6 … 9"}, {9, 9, "1 … 8 [9]"},
	} {
		if got := show(m.pager("articles/", c.n, c.pages)); got != c.want {
			t.Errorf("page %d of %d: %s, want %s", c.n, c.pages, got, c.want)
		}
	}
	p := m.pager("articles/", 2, 3)
	if p.Previous != "/kepu/articles/" || p.Next != "/kepu/articles/page/3/" {
		t.Errorf("neighbours of page 2: %s and %s", p.Previous, p.Next)
	}
}
