package douyin

import (
	"fmt"
	"testing"
)

func TestZZ(t *testing.T) {
	j := jobs(t)["content/articles/2026/deep-earth/index.md"]
	d := deckOf(t, j)
	s := script(j, d)
	fmt.Println(table("题", s))
	fmt.Println(subtitles(s)[:1500])
	for _, x := range steps(d.len(), seconds(s)) { fmt.Println(x) }
	fmt.Println(d.text()[:900])
}
