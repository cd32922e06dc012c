package page

import (
	"slices"
	"testing"

	"kepu/internal/content"
)

// TestTalksOfOffer: a talk that names no audience is for those of the speaker.
func TestTalksOfOffer(t *testing.T) {
	m, people := profiles(t, "a", `title: 甲
offers: [lecture]
consent: 书面
audiences: [农民, 学生]
talks: [{title: 光, audiences: [青少年]}, {title: 影}]`)
	e := people["a"]
	for i, want := range [][]string{{"青少年"}, {"农民", "学生"}} {
		var got []string
		for _, l := range m.offer(e, e.Data.(*content.Scientist)).Talks[i].Audiences {
			got = append(got, l.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("talk %d is for %v, want %v", i+1, got, want)
		}
	}
}
