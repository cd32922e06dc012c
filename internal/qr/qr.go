// Package qr draws QR codes (ISO/IEC 18004) as small SVG. The library finds the
// modules; what is here turns them into few path commands.
package qr

import (
	"strconv"
	"strings"

	"rsc.io/qr"
)

// Quiet is the width of the white margin in modules, as the standard wants it.
const Quiet = 4

// A Code is the modules of a QR code, without the margin.
type Code struct{ code *qr.Code }

// Encode gives the code of a text. It is an error if no code can hold it.
func Encode(text string) (Code, error) {
	code, err := qr.Encode(text, qr.M)
	return Code{code}, err
}

// Size is the number of modules on a side.
func (c Code) Size() int { return c.code.Size }

// Dark reports whether the module in column x and row y is dark.
func (c Code) Dark(x, y int) bool { return c.code.Black(x, y) }

// SVG is the code of a text as an SVG element without size: dark modules on
// white, whatever the page's colours, since scanners expect it. Text that no
// code can hold (about 2,300 bytes) gives "".
func SVG(text string) string {
	code, err := Encode(text)
	if err != nil {
		return ""
	}
	n := code.Size()
	var b strings.Builder
	b.Grow(8 * n * n / 3) // about what half of the modules take
	side := strconv.Itoa(n + 2*Quiet)
	b.WriteString(`<svg class="qr" viewBox="0 0 ` + side + ` ` + side + `" aria-hidden="true" focusable="false" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h` + side + `v` + side + `H0z"/><path fill="#000" d="`)
	for y := range n {
		for x := 0; x < n; x++ {
			if !code.Dark(x, y) {
				continue
			}
			from := x
			for x < n && code.Dark(x, y) {
				x++
			}
			w := strconv.Itoa(x - from)
			b.WriteString("M" + strconv.Itoa(from+Quiet) + " " + strconv.Itoa(y+Quiet) + "h" + w + "v1h-" + w + "z")
		}
	}
	b.WriteString(`"/></svg>`)
	return b.String()
}
