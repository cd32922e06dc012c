package theme_test

import (
	"io/fs"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"kepu/themes"
)

// TestWeightOfDates holds the part of the script that knows the time to 1 KB.
func TestWeightOfDates(t *testing.T) {
	text, err := fs.ReadFile(themes.Default(), "assets/js/parts/dates.js")
	if err != nil {
		t.Fatal(err)
	}
	made := api.Transform(string(text), api.TransformOptions{
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Charset: api.CharsetUTF8, Format: api.FormatIIFE, Target: api.ES2019,
	})
	if len(made.Errors) > 0 {
		t.Fatal(made.Errors)
	}
	t.Logf("%d bytes", len(made.Code))
	if len(made.Code) > 1024 {
		t.Errorf("dates.js: %d bytes minified", len(made.Code))
	}
}
