package theme_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"kepu/internal/page"
	"kepu/internal/theme"
	"kepu/themes"
)

// The page package relies on it.
var _ page.Strings = theme.Strings{}

func load(t testing.TB, over ...fs.FS) *theme.Theme {
	t.Helper()
	th, err := theme.Load(append(over, themes.Default()), nil)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// files makes a layer from pairs of name and text.
func files(pairs ...string) fs.FS {
	m := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

func execute(t testing.TB, th *theme.Theme, v *page.View) string {
	t.Helper()
	var b bytes.Buffer
	if err := th.Execute(&b, v.Template, v); err != nil {
		t.Fatalf("%s: %v", v.Template, err)
	}
	return b.String()
}

func asset(t testing.TB, th *theme.Theme, name string) string {
	t.Helper()
	for _, a := range th.Assets {
		if a.Path == th.Asset(name) {
			return string(a.Data)
		}
	}
	t.Fatalf("no asset %s", name)
	return ""
}

func TestOverrideTemplate(t *testing.T) {
	th := load(t, files("templates/partials/footer.html", `{{define "footer"}}<footer>own {{.Site.Owner}}</footer>{{end}}`))
	got := execute(t, th, views(th, "zh-CN")[0])
	if !strings.Contains(got, "<footer>own 吉林省科学技术协会</footer>") || !strings.Contains(got, `class="board"`) {
		t.Error("a site's partial does not replace the default one, or the rest is lost")
	}
}

func TestNewTemplate(t *testing.T) {
	th := load(t, files("templates/poster.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`))
	v := views(th, "zh-CN")[0]
	v.Template = "poster"
	if got := execute(t, th, v); !strings.Contains(got, "<h1>"+v.Title+"</h1>") {
		t.Error("a site's new template is not drawn")
	}
}

func TestOverrideAsset(t *testing.T) {
	plain := load(t)
	th := load(t, files(
		"assets/css/parts/print.css", "@media print{.own{color:red}}",
		"assets/css/parts/extra.css", ".b{background:url(../../img/a.svg)}",
		"assets/css/extra.css", `@import "parts/extra.css";`,
		"assets/img/a.svg", "<svg/>"))
	css := asset(t, th, "css/main.css")
	if !strings.Contains(css, ".own{color:red}") || strings.Contains(css, "size:A4") || !strings.Contains(css, ".timeline") {
		t.Error("a part of the style sheet is not replaced, or more than it is")
	}
	if th.Asset("css/main.css") == plain.Asset("css/main.css") {
		t.Error("the fingerprint did not change with the content")
	}
	if th.Digest == plain.Digest {
		t.Error("the digest did not change with an asset")
	}
	image := strings.TrimPrefix(th.Asset("img/a.svg"), "assets/")
	if image == "" || !strings.Contains(asset(t, th, "css/extra.css"), "url(./"+image+")") {
		t.Errorf("url() does not lead to the fingerprinted image %s: %s", image, asset(t, th, "css/extra.css"))
	}
}

func TestAssets(t *testing.T) {
	th := load(t)
	last := ""
	root := map[string]bool{}
	for _, a := range th.Assets {
		if a.Path <= last {
			t.Errorf("%s comes after %s", a.Path, last)
		}
		last = a.Path
		if !strings.HasPrefix(a.Path, "assets/") {
			root[a.Path] = true
		}
	}
	if !root["favicon.svg"] {
		t.Errorf("files of the root: %v", root)
	}
	if th.Asset("css/nothing.css") != "" {
		t.Error("an asset that is not there has a path")
	}
}

func TestExtra(t *testing.T) {
	th, err := theme.Load([]fs.FS{themes.Default()}, map[string][]byte{"assets/css/chroma.css": []byte(".chroma .k{color:#123456}")})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(asset(t, th, "css/chroma.css"), "#123456") {
		t.Error("the file made by code is not used")
	}
}

func TestStrings(t *testing.T) {
	th := load(t, files(
		"i18n/zh-CN.yaml", "own: \"甲%d乙%s\"\nskip: 跳过去\n",
		"i18n/ko.yaml", "lost: 없음\n"))
	zh, ko := th.Strings("zh-CN"), th.Strings("ko")
	for _, c := range []struct {
		s         theme.Strings
		key, want string
		args      []any
	}{
		{zh, "own", "甲3乙丙", []any{3, "丙"}},
		{zh, "skip", "跳过去", nil},
		{ko, "lost", "없음", nil},
		{ko, "own", "甲%d乙%s", nil},
		{th.Strings("mn"), "skip", "跳过去", nil},
	} {
		got, err := c.s.Get(c.key, c.args...)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.key, got, err, c.want)
		}
	}
	if _, err := ko.Get("nonsense"); err == nil || !strings.Contains(err.Error(), `i18n/ko.yaml has no string "nonsense"`) {
		t.Errorf("a missing string: %v", err)
	}
	over := load(t, files("templates/404.html", `{{define "main"}}{{.T "nonsense" 1}}{{end}}`))
	v := view(chrome(over, "zh-CN"), "404", "", "x", "x", &page.NotFoundView{})
	if err := over.Execute(new(bytes.Buffer), "404", v); err == nil || !strings.Contains(err.Error(), "templates/404.html:1") {
		t.Errorf("a missing string in a template: %v", err)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"templates/404.html", "{{define \"main\"}}\n\n{{if}}{{end}}{{end}}", "templates/404.html:3"},
		{"templates/404.html", "<p>no main</p>", `templates/404.html: does not define "main"`},
		{"templates/404.html", "{{define \"main\"}}\n<a href=\"{{if .Title}}x\">{{end}}</a>{{end}}", "templates/404.html:2"},
		{"templates/404.html", `{{define "main"}}{{nofunc}}{{end}}`, "templates/404.html:1"},
		{"templates/404.html", "{{define \"main\"}}\n{{$.T \"nonsense\"}}{{end}}", "templates/404.html:2"},
		{"templates/404.html", "{{define \"main\"}}\n\n{{asset \"css/nothing.css\"}}{{end}}", "templates/404.html:3"},
		{"assets/css/main.css", "\n@import \"nothing.css\";", "assets/css/main.css:2:9"},
		{"assets/css/main.css", ".a{background:url(nothing.png)}", "assets/css/main.css:1"},
		{"assets/js/main.js", "let = ;", "assets/js/main.js:1"},
		{"i18n/zh-CN.yaml", "a: b\n c: [", "i18n/zh-CN.yaml"},
	} {
		_, err := theme.Load([]fs.FS{files(c.file, c.text), themes.Default()}, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: %v; want %q", c.file, c.text, err, c.want)
		}
	}
	th := load(t)
	if err := th.Execute(new(bytes.Buffer), "nothing", nil); err == nil {
		t.Error("a template that is not there can be executed")
	}
}

func TestDeterministic(t *testing.T) {
	a, b := load(t), load(t)
	if a.Digest != b.Digest || len(a.Assets) != len(b.Assets) {
		t.Fatal("two loads of one theme differ")
	}
	for i := range a.Assets {
		if a.Assets[i].Path != b.Assets[i].Path || !bytes.Equal(a.Assets[i].Data, b.Assets[i].Data) {
			t.Errorf("%s differs", a.Assets[i].Path)
		}
	}
	va, vb := views(a, "ko"), views(b, "ko")
	for i := range va {
		if execute(t, a, va[i]) != execute(t, b, vb[i]) {
			t.Errorf("%s differs", va[i].URL)
		}
	}
	for _, over := range []fs.FS{
		files("templates/404.html", `{{define "main"}}{{end}}`),
		files("i18n/ko.yaml", "skip: x"),
		files("assets/root/favicon.svg", "<svg/>", "assets/root/x.txt", "x"),
	} {
		if load(t, over).Digest == a.Digest {
			t.Error("the digest did not change with the theme")
		}
	}
}
