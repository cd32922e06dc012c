// Package qr draws QR codes (ISO/IEC 18004) as small SVG. The library finds the
// modules; what is here turns them into few path commands.
package qr

import (
	"strconv"
	"strings"

	"rsc.io/qr"
)

// quiet is the width of the white margin in modules, as the standard wants it.
const quiet = 4

// SVG is the code of a text as an SVG element without size: dark modules on
// white, whatever the page's colours, since scanners expect it. Text that no
// code can hold (about 2,300 bytes) gives "".
func SVG(text string) string {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return ""
	}
	n := code.Size
	var b strings.Builder
	b.Grow(8 * n * n / 3) // about what half of the modules take
	side := strconv.Itoa(n + 2*quiet)
	b.WriteString(`<svg class="qr" viewBox="0 0 ` + side + ` ` + side + `" aria-hidden="true" focusable="false" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h` + side + `v` + side + `H0z"/><path fill="#000" d="`)
	for y := range n {
		for x := 0; x < n; x++ {
			if !code.Black(x, y) {
				continue
			}
			from := x
			for x < n && code.Black(x, y) {
				x++
			}
			w := strconv.Itoa(x - from)
			b.WriteString("M" + strconv.Itoa(from+quiet) + " " + strconv.Itoa(y+quiet) + "h" + w + "v1h-" + w + "z")
		}
	}
	b.WriteString(`"/></svg>`)
	return b.String()
}
