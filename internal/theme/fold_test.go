package theme_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"kepu/internal/theme"
)

// TestFold: what does not depend on the view is in the templates, whoever
// draws them, so that drawing asks nobody.
func TestFold(t *testing.T) {
	layer := files("templates/base.html", `{{define "x"}}{{.T "k"}}{{end}}{{template "x"}} {{asset "img/a.svg"}} {{piece "x" . .}}`,
		"templates/all.html", `{{define "main"}}{{end}}`, "i18n/zh-CN.yaml", "k: <甲>+", "assets/img/a.svg", "<svg/>")
	for _, interpret := range []bool{false, true} {
		th, err := theme.Load([]fs.FS{layer}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if interpret {
			if err := th.Interpret(); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if err := th.Execute(&b, "all", nil); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); !strings.HasPrefix(got, "&lt;甲&gt;+ assets/img/a-") || !strings.HasSuffix(got, ".svg &lt;甲&gt;+") {
			t.Errorf("interpreted %v: %q", interpret, got)
		}
	}
}
