package theme_test

import (
	"bytes"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kepu/internal/cache"
	"kepu/internal/theme"
	"kepu/themes"
)

var _ theme.Memo = (*cache.Cache)(nil)

// TestMemo: a load that remembers gives what one that does not gives, and a
// layer that changes is seen.
func TestMemo(t *testing.T) {
	kept := memo{}
	loader := theme.Loader{Memo: kept, Program: "1"}
	layer := func(pairs ...string) []fs.FS { return []fs.FS{files(pairs...), themes.Default()} }
	same := func(when string, layers []fs.FS) {
		t.Helper()
		plain, err := theme.Load(layers, nil)
		if err != nil {
			t.Fatal(err)
		}
		th, err := loader.LoadLayers(layers, nil)
		if err != nil {
			t.Fatal(err)
		}
		if th.Digest != plain.Digest || !reflect.DeepEqual(th.Assets, plain.Assets) || !slices.Equal(th.Languages, plain.Languages) {
			t.Fatalf("%s: another theme", when)
		}
		a, b := views(th, "ko"), views(plain, "ko")
		last := len(a) - 1 // one page: it costs making its templates
		if got, want := execute(t, th, a[last]), execute(t, plain, b[last]); got != want {
			t.Fatalf("%s: %s: %s", when, a[last].Template, difference(got, want))
		}
	}
	same("anew", layer())
	n := len(kept)
	same("again", layer())
	if n == 0 || len(kept) != n {
		t.Errorf("%d values were kept, then %d", n, len(kept))
	}
	same("a style sheet", layer("assets/css/parts/print.css", "p{color:red}"))
	same("an image", layer("assets/css/own.css", ".a{background:url(../img/share.svg)}", "assets/img/share.svg", "<svg/>"))
	same("another image", layer("assets/css/own.css", ".a{background:url(../img/share.svg)}", "assets/img/share.svg", "<svg />"))
	same("a string", layer("i18n/ko.yaml", "skip: x"))
	same("a template", layer("templates/404.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`))

	for key, value := range kept {
		kept[key] = slices.Concat(value[:len(value)/2], []byte("?"), value[len(value)/2+1:])
	}
	same("all damaged", layer())
	for key := range kept {
		kept[key] = []byte("x")
	}
	same("all cut off", layer())
	loader.Program, n = "2", len(kept)
	same("another program", layer())
	if len(kept) == n {
		t.Error("what one program keeps another one uses")
	}
}

// TestMemoOfErrors: what is wrong is said each time.
func TestMemoOfErrors(t *testing.T) {
	loader := theme.Loader{Memo: memo{}}
	if _, err := loader.LoadLayers([]fs.FS{themes.Default()}, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ file, text, want string }{
		{"templates/404.html", "{{define \"main\"}}\n<a href=\"{{if .Title}}x\">{{end}}</a>{{end}}", "templates/404.html:2"},
		{"templates/404.html", "{{define \"main\"}}\n{{$.T \"nonsense\"}}{{end}}", "templates/404.html:2"},
		{"assets/js/main.js", "let = ;", "assets/js/main.js:1"},
		{"i18n/zh-CN.yaml", "a: b\n c: [", "i18n/zh-CN.yaml"},
	} {
		for range 2 {
			_, err := loader.LoadLayers([]fs.FS{files(c.file, c.text), themes.Default()}, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", c.file, err)
			}
		}
	}
}

// TestRecursive: html/template draws what cannot be compiled.
func TestRecursive(t *testing.T) {
	th := load(t, files("templates/404.html", `{{define "main"}}<h1>{{.Title}}</h1>{{template "tree" .Crumbs}}{{piece "branch" $ .Crumbs}}{{end}}
		{{define "tree"}}{{range .}}<i>{{.Name}}</i>{{template "tree" $.None}}{{end}}{{end}}
		{{define "branch"}}{{range .It}}<b>{{.Name}}</b>{{if not .Name}}{{template "branch" .}}{{end}}{{end}}{{end}}`))
	v := view(chrome(th, "zh-CN"), "404", "", "题", "x", nil)
	v.Crumbs = nil
	if got := execute(t, th, v); !strings.Contains(got, "<h1>题</h1>") {
		t.Error("a template that calls itself is not drawn")
	}
	v.Crumbs = append(v.Crumbs, view(chrome(th, "zh-CN"), "", "", "", "", nil).Crumbs...)
	var b bytes.Buffer
	b.WriteString("before ")
	if err := th.Execute(&b, "404", v); err == nil || !strings.Contains(err.Error(), "templates/404.html:2") {
		t.Errorf("a missing field in a template that calls itself: %v", err)
	}
	if !strings.HasPrefix(b.String(), "before ") {
		t.Error("what was in the buffer is gone")
	}
}
