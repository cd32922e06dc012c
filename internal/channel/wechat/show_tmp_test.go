package wechat
import ("testing";"os";"path";"path/filepath";"strings";"kepu/internal/sharecard";"kepu/internal/channel")
func press(t testing.TB) *sharecard.Press {
	open := func(name string) *sharecard.Font {
		f, err := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		if err != nil { t.Skip(err) }
		font, err := sharecard.NewFont(f)
		if err != nil { t.Fatal(err) }
		return font
	}
	return sharecard.NewPress("x", func() (sharecard.Fonts, error) { return sharecard.Fonts{Title: open("Bold"), Text: open("Regular")}, nil })
}
func TestShow(t *testing.T) {
	want := os.Getenv("SHOW")
	if want=="" { t.Skip() }
	out := "/tmp/wx-show"
	os.RemoveAll(out)
	show := func(name string, j *channel.Job) {
		j.Style = os.Getenv("STYLE")
		j.Press = press(t)
		p := composed(t, j)
		d := filepath.Join(out, name); os.MkdirAll(d+"/images", 0o755)
		for _, f := range p.Files { os.WriteFile(filepath.Join(d,f.Name), f.Data, 0o644) }
		os.WriteFile(d+"/light.html", []byte(p.Previews[0].HTML), 0o644)
		os.WriteFile(d+"/dark.html", []byte(p.Previews[1].HTML), 0o644)
		t.Log(name, p.Measures, p.Remarks)
	}
	for _, s := range sources(t) {
		if want != "cases" && strings.Contains(s.file, want) {
			j := jobOf(s.body, path.Dir(s.file))
			j.Piece.Authors = []string{"kepu 编辑部"}; j.Piece.Date="2026年9月25日"; j.Piece.Title="一口五百米的“锅”，怎样听见宇宙"
			show(strings.ReplaceAll(s.file,"/","_"), j)
		}
	}
	if want=="cases" {
		var b strings.Builder
		files, _ := filepath.Glob("testdata/*.txt")
		for _, f := range files {
			data,_ := os.ReadFile(f)
			for _, c := range strings.Split(string(data), after) {
				title, rest, _ := strings.Cut(strings.TrimLeft(c, "\n"), between)
				text, _, _ := strings.Cut(rest, between)
				b.WriteString("## "+title+"\n\n"+strings.ReplaceAll(text,"[^","[^"+filepath.Base(f)+title[:min(1,len(title))])+"\n\n")
			}
		}
		j := jobOf(b.String(), "articles/2026/radio-telescope")
		j.Piece.Facts = []channel.Fact{{Label: "时间", Value: "9月5日"}, {Label: "地点", Value: "科技馆"}}
		j.Piece.Example="示例"
		j.Piece.Cards = []channel.Card{{Title: "南仁东", Address: "https://example.org/nan", Lines: []string{"1945—2017", "射电天文学家"}}}
		j.Piece.Sources = []channel.Source{{Title: "一本书", Detail: "某社，2020", URL: "https://example.org/book"}, {Title: "一句话"}}
		j.Piece.Authors, j.Piece.Reviewers, j.Piece.Organization = []string{"甲"}, []string{"乙", "丙"}, "省科协"
		show("cases", j)
	}
}
