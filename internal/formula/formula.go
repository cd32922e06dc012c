// Package formula writes formulas in TeX for media that know no mathematics: as
// a line of HTML, as plain text, or drawn.
//
// It knows what articles use of LaTeX, amsmath and mhchem. Formulas are untrusted:
// none is so long or so deep that it takes long.
package formula

// HTML writes a formula that is a line of text: letters that stand for
// quantities in <em>, powers and indices in <sup> and <sub>, all else as
// characters. ok is false for what needs two dimensions, such as fractions, roots
// of more than a sign, sums with limits, matrices, and for what is not understood.
func HTML(tex string) (html string, ok bool) {
	w := lineWriter{}
	if !w.row(parse(tex).kids, 0) {
		return "", false
	}
	return w.b.String(), true
}

// Text writes a formula as plain text that can be read aloud: E=mc², (a+b)/c,
// √(x+1), x₁. What it does not understand it leaves as it is written.
func Text(tex string) string { return text(parse(tex)) }
