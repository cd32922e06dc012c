package wechat
import ("testing";"path";"kepu/internal/channel/wechat/themes";"kepu/internal/channel/wechat/darkmode")
func TestDark(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range append(sources(t), cases(t)...) {
		j := jobOf(s.body, path.Dir(s.file))
		for _, th := range themes.All() {
		g,_ := newGallery(j)
		a := g.article(j,nil,th.Sheet)
		l, d := darkmode.Check(a.html)
		for _, w := range []darkmode.Worst{l,d} { if w.Ratio<450 && !seen[th.Name+w.Fore+w.Back] { seen[th.Name+w.Fore+w.Back]=true; t.Logf("%s %s %+v", s.file, th.Name, w)} }
		}
	}
}
