// Package formula writes formulas in TeX for media that know no mathematics: as
// a line of HTML, as plain text, or drawn.
package formula

import (
	"errors"

	"kepu/internal/typeset"
)

// HTML stub.
func HTML(tex string) (html string, ok bool) { return "", false }

// Text stub.
func Text(tex string) string { return tex }

// PNG stub.
func PNG(tex string, size int, fonts typeset.Fonts, display bool) (png []byte, width, height int, err error) {
	return nil, 0, 0, errors.New("formula: not drawn")
}
