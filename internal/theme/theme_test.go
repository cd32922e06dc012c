package theme_test

import (
	"io/fs"
	"testing"

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
