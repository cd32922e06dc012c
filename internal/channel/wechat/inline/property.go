package inline

// A property is a longhand of CSS: an index into properties.
type property uint8

// The properties. Those that are inherited come first.
const (
	color property = iota
	fontSize
	fontWeight
	fontStyle
	fontFamily
	lineHeight
	letterSpacing
	textAlign
	textIndent
	whiteSpace
	wordBreak
	overflowWrap
	listStyle
	borderCollapse
	borderSpacing
	tabSize

	marginTop // and its right, bottom and left, as for all that have four sides
)

const (
	inherited    = marginTop // how many
	paddingTop   = marginTop + 4
	borderWidth  = paddingTop + 4
	borderStyle  = borderWidth + 4
	borderColor  = borderStyle + 4
	borderRadius = borderColor + 4
)

const (
	background property = borderRadius + 4 + iota
	display
	width
	minWidth
	maxWidth
	height
	minHeight
	maxHeight
	overflowX
	overflowY
	textDecoration
	verticalAlign
	boxSizing
	tableLayout

	count // ≤ 64, the bits of a set
)

// A syntax says what a value is made of, beside the keywords of its property.
type syntax uint8

const (
	keyword  syntax = iota
	keywords        // and colours, several
	colour
	length // or a percentage
	number // or a length
	family
)

// A definition is what there is to know about a property.
type definition struct {
	name     string
	initial  string
	syntax   syntax
	keywords string
}

const (
	widths = "thin medium thick"
	lines  = "none hidden dotted dashed solid double groove ridge inset outset"
	sizes  = "auto none min-content max-content fit-content"
	flows  = "visible hidden scroll auto clip"
)

var properties = [count]definition{
	color:          {"color", "#000", colour, ""},
	fontSize:       {"font-size", "16px", length, ""},
	fontWeight:     {"font-weight", "400", number, "normal bold bolder"},
	fontStyle:      {"font-style", "normal", keyword, "normal italic oblique"},
	fontFamily:     {"font-family", "serif", family, ""},
	lineHeight:     {"line-height", "normal", number, "normal"},
	letterSpacing:  {"letter-spacing", "normal", length, "normal"},
	textAlign:      {"text-align", "start", keyword, "start end left right center justify"},
	textIndent:     {"text-indent", "0", length, ""},
	whiteSpace:     {"white-space", "normal", keyword, "normal nowrap pre pre-wrap pre-line break-spaces"},
	wordBreak:      {"word-break", "normal", keyword, "normal break-all keep-all break-word"},
	overflowWrap:   {"overflow-wrap", "normal", keyword, "normal break-word anywhere"},
	listStyle:      {"list-style", "disc", keywords, "none disc circle square decimal lower-alpha upper-alpha lower-roman upper-roman cjk-decimal simp-chinese-informal inside outside"},
	borderCollapse: {"border-collapse", "separate", keyword, "separate collapse"},
	borderSpacing:  {"border-spacing", "0", length, ""},
	tabSize:        {"tab-size", "8", number, ""},

	marginTop:     {"margin-top", "0", length, "auto"},
	marginTop + 1: {"margin-right", "0", length, "auto"},
	marginTop + 2: {"margin-bottom", "0", length, "auto"},
	marginTop + 3: {"margin-left", "0", length, "auto"},

	paddingTop:     {"padding-top", "0", length, ""},
	paddingTop + 1: {"padding-right", "0", length, ""},
	paddingTop + 2: {"padding-bottom", "0", length, ""},
	paddingTop + 3: {"padding-left", "0", length, ""},

	borderWidth:     {"border-top-width", "medium", length, widths},
	borderWidth + 1: {"border-right-width", "medium", length, widths},
	borderWidth + 2: {"border-bottom-width", "medium", length, widths},
	borderWidth + 3: {"border-left-width", "medium", length, widths},

	borderStyle:     {"border-top-style", "none", keyword, lines},
	borderStyle + 1: {"border-right-style", "none", keyword, lines},
	borderStyle + 2: {"border-bottom-style", "none", keyword, lines},
	borderStyle + 3: {"border-left-style", "none", keyword, lines},

	borderColor:     {"border-top-color", current, colour, ""},
	borderColor + 1: {"border-right-color", current, colour, ""},
	borderColor + 2: {"border-bottom-color", current, colour, ""},
	borderColor + 3: {"border-left-color", current, colour, ""},

	borderRadius:     {"border-top-left-radius", "0", length, ""},
	borderRadius + 1: {"border-top-right-radius", "0", length, ""},
	borderRadius + 2: {"border-bottom-right-radius", "0", length, ""},
	borderRadius + 3: {"border-bottom-left-radius", "0", length, ""},

	// The shorthand is shorter, and sets nothing that could have been set here.
	background: {"background", "transparent", colour, ""},

	display:        {"display", "inline", keyword, "inline block inline-block list-item table table-row table-cell table-row-group table-header-group none"},
	width:          {"width", "auto", length, sizes},
	minWidth:       {"min-width", "auto", length, sizes},
	maxWidth:       {"max-width", "none", length, sizes},
	height:         {"height", "auto", length, sizes},
	minHeight:      {"min-height", "auto", length, sizes},
	maxHeight:      {"max-height", "none", length, sizes},
	overflowX:      {"overflow-x", "visible", keyword, flows},
	overflowY:      {"overflow-y", "visible", keyword, flows},
	textDecoration: {"text-decoration", "none", keywords, "none underline overline line-through solid double dotted dashed wavy"},
	verticalAlign:  {"vertical-align", "baseline", length, "baseline sub super top middle bottom text-top text-bottom"},
	boxSizing:      {"box-sizing", "content-box", keyword, "content-box border-box"},
	tableLayout:    {"table-layout", "auto", keyword, "auto fixed"},
}

// A set is some of the properties, a bit for each.
type set uint64

func (s set) has(p property) bool { return s>>p&1 != 0 }
func (s *set) add(p property)     { *s |= 1 << p }

// sides says which of the four sides from p on are in the set.
func (s set) sides(p property) set { return s >> p & 15 }

// shorthand gives what a shorthand of four like properties sets, in the order
// top, right, bottom, left; ok is false for any other name.
func shorthand(name string) (first property, ok bool) {
	switch name {
	case "margin":
		return marginTop, true
	case "padding":
		return paddingTop, true
	case "border-width":
		return borderWidth, true
	case "border-style":
		return borderStyle, true
	case "border-color":
		return borderColor, true
	case "border-radius":
		return borderRadius, true
	}
	return 0, false
}

// side is the number of the side that a name like border-left means.
func side(name string) (i property, ok bool) {
	switch name {
	case "border-top":
		return 0, true
	case "border-right":
		return 1, true
	case "border-bottom":
		return 2, true
	case "border-left":
		return 3, true
	}
	return 0, false
}

// named finds a longhand.
func named(name string) (property, bool) {
	if name == "background-color" {
		return background, true
	}
	for p := range properties {
		if properties[p].name == name {
			return property(p), true
		}
	}
	return 0, false
}
