package wechat
import ("testing";"os";"fmt";"path";"strings";"unicode/utf8";"kepu/internal/channel/wechat/themes")
func TestSizes(t *testing.T) {
	if os.Getenv("SIZES")=="" { t.Skip() }
	data,_ := os.ReadFile("/tmp/wx-oracle/sizes.txt")
	byName := map[string]int{}
	for _, l := range strings.Split(strings.TrimSpace(string(data)),"\n") { var n int; var f string; fmt.Sscan(l,&n,&f); byName[strings.TrimPrefix(f,"/work/main/content/")]=n }
	for _, th := range themes.All() {
	sum, sumw := 0, 0
	worst := 0.0
	for _, s := range sources(t) {
		n, ok := byName[s.file]; if !ok {continue}
		j := jobOf(s.body, path.Dir(s.file))
		j.Piece.Address=""
		g,_ := newGallery(j)
		w := newWriter(g,"zh-CN",drawn)
		tree := w.tree(j,nil)
		g.hang(tree)
		m := utf8.RuneCountInString(w.html(th.Sheet,tree))
		sum+=m; sumw+=n
		if r := float64(m)/float64(n); r>worst {worst=r}
		if os.Getenv("SIZES")==th.Name { fmt.Println(m,n,float64(m)/float64(n),s.file, utf8.RuneCountInString(s.body)) }
	}
	fmt.Println(th.Name, sum, sumw, float64(sum)/float64(sumw), worst)
	}
}
