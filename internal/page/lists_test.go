package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kepu/internal/content"
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

// People are listed by pinyin without tones, then by tones; ü comes after u.
func TestPinyinOrder(t *testing.T) {
	want := []string{"Lǐ Yù", "Lù Míng", "Lǚ Míng", "Nán Réndōng", "Tāng Áoqìng", "Táng Áoqìng", "Táng Àoqìng", "Wáng Dàhéng"}
	var people []*site.Entry
	for _, p := range want {
		people = append(people, &site.Entry{Document: &site.Document{Data: &content.Scientist{Pinyin: p}}})
	}
	slices.Reverse(people)
	slices.SortFunc(people, func(x, y *site.Entry) int { return strings.Compare(pinyinKey(x), pinyinKey(y)) })
	var got []string
	for _, e := range people {
		got = append(got, e.Data.(*content.Scientist).Pinyin)
	}
	if !slices.Equal(got, want) {
		t.Errorf("order\n%v, want\n%v", got, want)
	}
}
