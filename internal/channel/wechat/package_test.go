package wechat

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/themes"
	"kepu/internal/content"
)

// file finds a file of a package.
func file(t *testing.T, p *channel.Package, name string) channel.File {
	t.Helper()
	for _, f := range p.Files {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no %s", name)
	return channel.File{}
}

func planOf(t *testing.T, p *channel.Package, name string) *draft.Plan {
	t.Helper()
	plan, err := draft.Decode(file(t, p, name).Data)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// measured is what a package has of a rule, the greatest of several.
func measured(p *channel.Package, rule string) int {
	most := -1
	for _, m := range p.Measures {
		if m.Rule == rule {
			most = max(most, m.Value)
		}
	}
	return most
}

// Of every article of the site: the plan agrees with the files, the text in it
// with the one to paste, and each rule is measured and kept.
func TestPackages(t *testing.T) {
	for _, s := range sources(t) {
		j := jobOf(s.body, path.Dir(s.file))
		p := composed(t, j)
		plan := planOf(t, p, "draft.json")
		a := plan.Articles[0]
		back := a.Content
		for _, u := range plan.Uploads {
			f := file(t, p, u.File)
			if sum := sha256.Sum256(f.Data); u.SHA256 != hex.EncodeToString(sum[:]) {
				t.Errorf("%s: the plan has another %s", s.file, u.File)
			}
			used := strings.Count(a.Content, `<img src="`+u.Placeholder+`"`)
			if u.Use == draft.InText && used == 0 || u.Use == draft.Material && a.ThumbMediaID != u.Placeholder {
				t.Errorf("%s: %s is of no use", s.file, u.Placeholder)
			}
			back = strings.ReplaceAll(back, `<img src="`+u.Placeholder+`"`, `<img src="`+u.File+`"`)
		}
		if back != htmlOf(p) {
			t.Errorf("%s: the text of the plan is another than the one to paste", s.file)
		}
		for _, f := range p.Files {
			if f.Use.Zh == "" || f.Use.En == "" || f.Type == "" || len(f.Data) == 0 {
				t.Errorf("%s: %s says not what it is", s.file, f.Name)
			}
			if config, _, err := image.DecodeConfig(bytes.NewReader(f.Data)); strings.HasPrefix(f.Name, "cover") && (err != nil || config.Width*config.Height != map[string]int{"cover.png": 900 * 383, "cover-square.png": 500 * 500}[f.Name]) {
				t.Errorf("%s: %s is %d × %d: %v", s.file, f.Name, config.Width, config.Height, err)
			}
		}
		for _, r := range rules {
			v := measured(p, r.ID)
			if level := r.Bounds.Judge(v); v >= 0 && level > channel.Near {
				t.Errorf("%s: %s is %d", s.file, r.ID, v)
			} else if v < 0 && r.ID != "image-bytes" && r.ID != "newspic-chars" {
				t.Errorf("%s: %s is not measured", s.file, r.ID)
			}
		}
	}
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		for _, text := range []string{r.Name.Zh, r.Name.En, r.Unit.Zh, r.Unit.En, r.Hint.Zh, r.Hint.En, r.Source, string(r.Standing)} {
			if text == "" {
				t.Errorf("%s says too little", r.ID)
			}
		}
	}
}

// The fields of a draft come from front matter, cut to what there is room for
// where the author did not choose the words.
func TestFields(t *testing.T) {
	j := jobOf("正文", "")
	j.Piece.Authors = []string{"欧阳修远", "上官婉儿", "司马相如"}
	j.Piece.Summary = strings.Repeat("这是一句话。", 30)
	j.Piece.Address = "https://kepu.example.org/" + strings.Repeat("a", 1000)
	p := composed(t, j)
	a := planOf(t, p, "draft.json").Articles[0]
	if a.Author != "欧阳修远等" || utf8.RuneCountInString(a.Digest) != 120 || !strings.HasSuffix(a.Digest, "。") {
		t.Errorf("author %s, digest %s", a.Author, a.Digest)
	}
	if a.ContentSourceURL != j.Piece.Address || measured(p, "source-url") != 1025 {
		t.Errorf("the page is %s", a.ContentSourceURL)
	}
	j.Piece.Written, j.Piece.Authors, j.Author = true, nil, "编辑部"
	p = composed(t, j)
	if a := planOf(t, p, "draft.json").Articles[0]; a.Author != "编辑部" || a.Digest != j.Piece.Summary || measured(p, "digest") != 180 {
		t.Errorf("author %s, digest %s", a.Author, a.Digest)
	}
	if !strings.Contains(p.Text, j.Piece.Summary) {
		t.Error("the author's summary is not above the text")
	}
}

// What stands around the text: the label of invented content, facts above;
// cards, sources, references and names below.
func TestAround(t *testing.T) {
	j := jobOf("见[甲](https://example.org/a)。", "")
	j.Piece.Kind, j.Piece.Example = content.Events, "示例"
	j.Piece.Facts = []channel.Fact{{Label: "时间", Value: "9月5日"}, {Label: "地点", Value: "科技馆"}}
	j.Piece.Cards = []channel.Card{{Title: "南仁东", Address: "https://example.org/nan", Lines: []string{"1945—2017"}}}
	j.Piece.Sources = []channel.Source{{Title: "一本书", Detail: "某社，2020", URL: "https://example.org/book"}, {Title: "一句话"}}
	j.Piece.Authors, j.Piece.Reviewers, j.Piece.Organization = []string{"甲"}, []string{"乙", "丙"}, "省科协"
	want := "标题\n\n示例\n\n时间：9月5日\n\n地点：科技馆\n\n见甲[1]。\n\n南仁东[2]\n\n1945—2017\n\n资料来源\n\n一本书，某社，2020，https://example.org/book\n\n一句话\n\n" +
		"参考\n\n[1] https://example.org/a\n\n[2] https://example.org/nan\n\n作者：甲\n科学审核：乙、丙\n发布：省科协\n网页版请点文末“阅读原文”\n"
	if got := composed(t, j).Text; got != want {
		t.Error(difference(got, want))
	}
}

// An edition is one draft with its articles; the first begins with the editor's
// word. A draft holds eight.
func TestEdition(t *testing.T) {
	edition := jobOf("编者的话[^1]\n\n[^1]: 编者注", "")
	edition.Piece.Kind, edition.Piece.Title, edition.Piece.Slug = content.Editions, "e点科普第12期", "week-12"
	for i := range 9 {
		part := jobOf("正文[^1]\n\n![图](same.jpg)\n\n[^1]: 注", "")
		part.Piece.Title = fmt.Sprintf("第%d篇", i+1)
		edition.Parts = append(edition.Parts, &channel.Job{Piece: part.Piece, Body: part.Body})
	}
	p := composed(t, edition)
	plan := planOf(t, p, "draft.json")
	if len(plan.Articles) != 8 || measured(p, "articles") != 9 {
		t.Errorf("%d articles of %d", len(plan.Articles), measured(p, "articles"))
	}
	if n := len(plan.Uploads); n != 8+1 {
		t.Errorf("%d uploads: a picture of several articles is uploaded once", n)
	}
	for i, a := range plan.Articles {
		if a.ThumbMediaID != fmt.Sprintf("{{cover-%d}}", i+1) || a.Digest != "" || strings.Contains(a.Content, "编者的话") != (i == 0) {
			t.Errorf("article %d: %+v", i+1, a)
		}
	}
	if want := "e点科普第12期\n\n编者的话[1]\n\n正文[2]\n\n［图：图］\n\n参考\n\n[1] 编者注\n\n[2] 注\n\n"; !strings.Contains(p.Text, want) {
		t.Error(difference(p.Text, want))
	}
	edition.Parts = edition.Parts[:8]
	if p := composed(t, edition); rulesBroken(p) != nil {
		t.Error(rulesBroken(p))
	}
}

// An edition without articles is nothing to send.
func TestEmptyEdition(t *testing.T) {
	edition := jobOf("编者的话", "")
	edition.Piece.Kind = content.Editions
	if p := composed(t, edition); !slices.Contains(rulesBroken(p), "articles") {
		t.Errorf("%d articles", measured(p, "articles"))
	}
}

func rulesBroken(p *channel.Package) []string {
	var list []string
	for _, r := range rules {
		if r.Bounds.Judge(measured(p, r.ID)) > channel.Near && measured(p, r.ID) >= 0 {
			list = append(list, r.ID)
		}
	}
	return list
}

// A text that is too rich becomes leaner step by step: drawings are uploaded,
// code is not coloured; then it is too long.
func TestBudget(t *testing.T) {
	code := "```go\n" + strings.Repeat("return \"x\" + f(1)\n", 60) + "```\n\n"
	long := func(n int) *channel.Package {
		return composed(t, jobOf("![剖面](small.svg)\n\n"+code+strings.Repeat("字", n), ""))
	}
	full := measured(long(1), "content-chars") - 1
	for _, c := range []struct {
		room                 int // characters beyond the limit, with all there is
		svg, colours, broken bool
	}{
		{0, true, true, false},
		{1, false, true, false},
		{3000, false, false, false},
		{15000, false, false, true},
	} {
		p := long(contentLimit - full + c.room)
		html := htmlOf(p)
		if got := strings.Contains(html, "<svg"); got != c.svg {
			t.Errorf("%d characters too many: drawn %v", c.room, got)
		}
		if got := strings.Contains(html, "return\u00a0</span>"); got != c.colours {
			t.Errorf("%d characters too many: coloured %v", c.room, got)
		}
		if got := slices.Contains(rulesBroken(p), "content-chars"); got != c.broken {
			t.Errorf("%d characters too many: %d", c.room, measured(p, "content-chars"))
		}
	}
}

// A text that looks like a placeholder is not replaced by an address.
func TestPlaceholders(t *testing.T) {
	p := composed(t, jobOf("{{image-1}}、`<img src=\"images/01.png\"`\n\n![甲](a.jpg)", ""))
	content := planOf(t, p, "draft.json").Articles[0].Content
	if strings.Count(content, "{{") != 2 || strings.Count(content, `<img src="{{image-1}}"`) != 1 || !strings.Contains(visible(t, content), `{{image-1}}、<img src="images/01.png"`) {
		t.Error(content)
	}
	if text := planOf(t, p, "newspic.json").Articles[0].Content; !strings.HasPrefix(text, `{{image-1}}、<img src="images/01.png"`) {
		t.Error(text)
	}
}

// What is wrong with an article of an edition is told of that article.
func TestPlaces(t *testing.T) {
	part := func(name, text string) *channel.Job {
		j := jobOf(text, "")
		j.Piece.File = name
		return j
	}
	edition := part("edition", "编者的话\n\n![外图](https://example.org/a.png)")
	edition.Piece.Kind, edition.Folder = content.Editions, "editions-12"
	edition.Parts = []*channel.Job{part("a", "![外图](https://example.org/a.png)、![乙](b.jpg)"), part("b", "字\n\n![外图](https://example.org/a.png)、![乙](b.jpg)")}
	p := composed(t, edition)
	place := func(piece *channel.Piece, line int) string {
		return fmt.Sprint(cmp.Or(piece, edition.Piece).File, " ", line)
	}
	var remarks []string
	for _, r := range p.Remarks {
		remarks = append(remarks, place(r.Piece, r.Line))
	}
	if want := []string{"edition 3", "a 1", "b 3"}; !slices.Equal(remarks, want) {
		t.Errorf("remarks %q, want %q", remarks, want)
	}
	where := map[string][]string{}
	for _, m := range p.Measures {
		where[m.Rule] = append(where[m.Rule], place(m.Piece, m.Line))
	}
	for rule, want := range map[string][]string{"title": {"a 0", "b 0"}, "images": {"a 0", "b 0"}, "image-bytes": {"a 0"}, "articles": {"edition 0"}, "digest": nil} {
		if !slices.Equal(where[rule], want) {
			t.Errorf("%s is measured of %q, want %q", rule, where[rule], want)
		}
	}
	plan := planOf(t, p, "draft.json")
	if plan.Slug != "editions-12" || !strings.HasSuffix(p.Steps[len(p.Steps)-1], "--slug editions-12") {
		t.Errorf("%s: %s", plan.Slug, p.Steps[len(p.Steps)-1])
	}
}

// Over all articles of the site an existing tool (@wenyan-md/core 3.0.10, default
// theme) makes 4.9 characters for each one of text; here it is at most 0.7 of that.
func TestStylesAreCheap(t *testing.T) {
	for _, theme := range themes.All() {
		all, text := 0, 0
		for _, s := range sources(t) {
			if strings.HasPrefix(s.file, "articles/") {
				w, tree := treeOf(t, jobOf(s.body, path.Dir(s.file)))
				*w.drawings = nil
				all += channel.Characters(w.html(theme.Sheet, tree))
				text += channel.Characters(said(tree))
			}
		}
		if float64(all) > .7*4.9*float64(text) {
			t.Errorf("%s: %d characters for %d of text", theme.Name, all, text)
		}
	}
}

func TestCharacters(t *testing.T) {
	for html, want := range map[string]int{
		"":                                      0,
		"<p>汉字𠀀</p>":                            10,
		`<img src="{{image-1}}" alt="x">`:       20 + addressLength,
		`<img src=""><img src="images/01.png">`: 24 + 2*addressLength,
	} {
		if got := characters(html); got != want {
			t.Errorf("%s: %d, want %d", html, got, want)
		}
	}
}

// Pictures by themselves make a message of pictures, formulas do not.
func TestPictureMessage(t *testing.T) {
	var b strings.Builder
	for i := range 23 {
		fmt.Fprintf(&b, "![图%d](%s.jpg)\n\n", i, strings.Repeat("a", i+1))
	}
	p := composed(t, jobOf("字，又是![图](a.jpg)\n\n"+b.String(), ""))
	plan := planOf(t, p, "newspic.json")
	a := plan.Articles[0]
	if a.ArticleType != "newspic" || len(a.ImageInfo.ImageList) != 20 || len(plan.Uploads) != 20 || strings.Contains(a.Content, "<") {
		t.Errorf("%+v", a)
	}
	if n := measured(p, "newspic-chars"); n != channel.Characters(a.Content) || n > measured(p, "content-chars") {
		t.Errorf("the text of the message has %d characters", n)
	}
	if !strings.Contains(p.Steps[len(p.Steps)-1], "--newspic") {
		t.Errorf("%q", p.Steps)
	}
	if measured(p, "images") != 23 {
		t.Errorf("%d pictures", measured(p, "images"))
	}
	for _, f := range composed(t, jobOf("字", "")).Files {
		if f.Name == "newspic.json" {
			t.Error("there is a message of no pictures")
		}
	}
}

// A picture that cannot be had is said in words, and there is a remark; a file
// that cannot be read is an error.
func TestMissingPictures(t *testing.T) {
	j := jobOf("字\n\n![外图](https://example.org/a.png)\n\n![新](b.avif)\n\n又是![外图](https://example.org/a.png)", "")
	j.Piece.Pictures["b.avif"] = channel.Picture{Path: "b.avif", Type: "image/avif"}
	read := j.Read
	j.Read = func(name string) ([]byte, error) {
		if path.Ext(name) == ".avif" {
			return []byte("avif"), nil
		}
		return read(name)
	}
	p := composed(t, j)
	if len(p.Remarks) != 2 || p.Remarks[0].Line != 3 || p.Remarks[1].Line != 5 || strings.Count(p.Text, "[图：外图]") != 2 {
		t.Errorf("%+v\n%s", p.Remarks, p.Text)
	}
	j = jobOf("![甲](nowhere.svg)", "")
	if _, err := compose(j); err == nil {
		t.Error("a file that is not there is no error")
	}
}

func TestStyles(t *testing.T) {
	j := jobOf("字", "")
	j.Style = "plain"
	composed(t, j)
	j.Style = "neon"
	if _, err := compose(j); err == nil || !strings.Contains(err.Error(), "lake, plain") {
		t.Errorf("the error is %v", err)
	}
}

func TestSameBytes(t *testing.T) {
	for range 3 {
		a, b := composed(t, jobOf("![甲](a.jpg)、$x^2$、`b`", "")), composed(t, jobOf("![甲](a.jpg)、$x^2$、`b`", ""))
		if fmt.Sprintf("%v", a) != fmt.Sprintf("%v", b) {
			t.Error("two packages of one job differ")
		}
	}
}
