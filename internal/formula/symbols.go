package formula

// A sign is what a command without arguments stands for.
type sign struct {
	text  string
	class class
}

// signs are TeX's names, of LaTeX and amsmath, as far as articles use them.
var signs = func() map[string]sign {
	m := map[string]sign{}
	add := func(c class, list ...string) {
		for i := 0; i < len(list); i += 2 {
			m[list[i]] = sign{list[i+1], c}
		}
	}
	add(ordinary,
		"alpha", "α", "beta", "β", "gamma", "γ", "delta", "δ", "epsilon", "ε", "varepsilon", "ε", "zeta", "ζ", "eta", "η",
		"theta", "θ", "vartheta", "θ", "iota", "ι", "kappa", "κ", "lambda", "λ", "mu", "μ", "nu", "ν", "xi", "ξ", "pi", "π",
		"varpi", "π", "rho", "ρ", "varrho", "ρ", "sigma", "σ", "varsigma", "ς", "tau", "τ", "upsilon", "υ", "phi", "φ",
		"varphi", "φ", "chi", "χ", "psi", "ψ", "omega", "ω", "Gamma", "Γ", "Delta", "Δ", "Theta", "Θ", "Lambda", "Λ",
		"Xi", "Ξ", "Pi", "Π", "Sigma", "Σ", "Upsilon", "Υ", "Phi", "Φ", "Psi", "Ψ", "Omega", "Ω",
		"infty", "∞", "partial", "∂", "nabla", "∇", "emptyset", "∅", "varnothing", "∅", "forall", "∀", "exists", "∃",
		"neg", "¬", "lnot", "¬", "hbar", "ℏ", "ell", "ℓ", "aleph", "ℵ", "angle", "∠", "triangle", "△", "square", "□",
		"Box", "□", "Diamond", "◇", "prime", "′", "degree", "°", "circ", "∘", "star", "★", "dagger", "†", "ddagger", "‡",
		"ldots", "…", "dots", "…", "cdots", "⋯", "vdots", "⋮", "ddots", "⋱", "dotsc", "…", "dotsb", "⋯",
		"therefore", "∴", "because", "∵", "surd", "√", "Re", "Re", "Im", "Im", "imath", "i", "jmath", "j",
		"%", "%", "$", "$", "#", "#", "&", "&", "_", "_", "backslash", `\`, "celsius", "℃", "ohm", "Ω", "checkmark", "✓")
	add(binary,
		"pm", "±", "mp", "∓", "times", "×", "div", "÷", "cdot", "·", "ast", "*", "bullet", "•", "oplus", "⊕", "ominus", "⊖",
		"otimes", "⊗", "oslash", "⊘", "cup", "∪", "cap", "∩", "wedge", "∧", "land", "∧", "vee", "∨", "lor", "∨", "setminus", `\`)
	add(relation,
		"le", "≤", "leq", "≤", "leqslant", "≤", "ge", "≥", "geq", "≥", "geqslant", "≥", "ll", "≪", "gg", "≫", "ne", "≠",
		"neq", "≠", "approx", "≈", "equiv", "≡", "sim", "∼", "simeq", "≃", "cong", "≅", "propto", "∝", "in", "∈",
		"notin", "∉", "ni", "∋", "subset", "⊂", "supset", "⊃", "subseteq", "⊆", "supseteq", "⊇", "perp", "⊥", "parallel", "∥",
		"mid", "|", "to", "→", "rightarrow", "→", "leftarrow", "←", "gets", "←", "leftrightarrow", "↔", "Rightarrow", "⇒",
		"implies", "⇒", "Leftarrow", "⇐", "Leftrightarrow", "⇔", "iff", "⇔", "longrightarrow", "→", "longleftarrow", "←",
		"Longrightarrow", "⇒", "mapsto", "↦", "uparrow", "↑", "downarrow", "↓", "rightleftharpoons", "⇌", "doteq", "≐",
		"nearrow", "↗", "searrow", "↘", "lt", "<", "gt", ">")
	add(operator,
		"sum", "∑", "prod", "∏", "int", "∫", "iint", "∬", "iiint", "∭", "oint", "∮", "bigcup", "∪", "bigcap", "∩")
	for _, name := range []string{
		"sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "ln", "log", "lg",
		"exp", "lim", "max", "min", "sup", "inf", "det", "dim", "ker", "deg", "gcd", "arg", "Pr", "limsup", "liminf",
	} {
		m[name] = sign{name, operator}
	}
	add(opening, "{", "{", "langle", "⟨", "lfloor", "⌊", "lceil", "⌈", "lbrace", "{", "lbrack", "[", "lvert", "|", "lVert", "‖")
	add(closing, "}", "}", "rangle", "⟩", "rfloor", "⌋", "rceil", "⌉", "rbrace", "}", "rbrack", "]", "rvert", "|", "rVert", "‖")
	add(ordinary, "|", "‖", "Vert", "‖", "vert", "|")
	add(punctuation, "colon", ":")
	return m
}()

// stacking are operators whose limits stand under and over them in display.
var stacking = map[string]bool{
	"∑": true, "∏": true, "∪": true, "∩": true, "lim": true, "max": true, "min": true, "sup": true, "inf": true,
	"det": true, "gcd": true, "Pr": true, "limsup": true, "liminf": true,
}

// spaces are commands for room, in ems.
var spaces = map[string]float64{
	",": 3. / 18, ":": 4. / 18, ">": 4. / 18, ";": 5. / 18, "!": -3. / 18, " ": .25, "~": .25,
	"quad": 1, "qquad": 2, "enspace": .5, "thinspace": 3. / 18, "medspace": 4. / 18, "thickspace": 5. / 18,
}

// characters are those that mean something else than an ordinary symbol.
var characters = map[rune]sign{
	'+': {"+", binary}, '-': {"−", binary}, '*': {"*", binary}, '=': {"=", relation}, '<': {"<", relation}, '>': {">", relation},
	':': {":", relation}, ',': {",", punctuation}, ';': {";", punctuation}, '(': {"(", opening}, '[': {"[", opening},
	')': {")", closing}, ']': {"]", closing}, '!': {"!", closing}, '?': {"?", closing}, '/': {"/", ordinary}, '|': {"|", ordinary},
	'×': {"×", binary}, '÷': {"÷", binary}, '±': {"±", binary}, '·': {"·", binary}, '≤': {"≤", relation}, '≥': {"≥", relation},
	'≠': {"≠", relation}, '≈': {"≈", relation}, '→': {"→", relation}, '∈': {"∈", relation}, '−': {"−", binary},
	'，': {"，", punctuation}, '；': {"；", punctuation},
}

// negated are relations with a stroke through them.
var negated = map[string]string{"=": "≠", "∈": "∉", "<": "≮", ">": "≯", "≡": "≢", "∃": "∄", "⊂": "⊄"}

// marks are the accents, by command.
var marks = map[string]string{
	"bar": "bar", "overline": "bar", "hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde", "vec": "vec",
	"overrightarrow": "vec", "dot": "dot", "ddot": "ddot", "underline": "under", "overbrace": "overbrace", "underbrace": "underbrace",
	"mathring": "ring", "check": "check", "acute": "acute", "grave": "grave", "breve": "breve",
}

// faces are the commands that change letters.
var faces = map[string]face{
	"mathrm": upright, "rm": upright, "mathbf": bold, "bf": bold, "mathbb": bold, "mathcal": usual, "mathscr": usual, "mathfrak": upright,
	"mathsf": upright, "mathtt": upright, "mathit": usual, "boldsymbol": boldItalic, "bm": boldItalic, "mathnormal": usual, "operatorname": upright,
}

// environments are grids, with what stands around them and how columns align.
var environments = map[string]struct{ left, right, columns string }{
	"matrix": {"", "", "c"}, "pmatrix": {"(", ")", "c"}, "bmatrix": {"[", "]", "c"}, "Bmatrix": {"{", "}", "c"},
	"vmatrix": {"|", "|", "c"}, "Vmatrix": {"‖", "‖", "c"}, "smallmatrix": {"", "", "c"}, "cases": {"{", "", "l"},
	"aligned": {"", "", "rl"}, "align": {"", "", "rl"}, "align*": {"", "", "rl"}, "split": {"", "", "rl"}, "alignedat": {"", "", "rl"},
	"gathered": {"", "", "c"}, "gather": {"", "", "c"}, "gather*": {"", "", "c"}, "array": {"", "", "c"},
	"equation": {"", "", "c"}, "equation*": {"", "", "c"},
}
