package markdown

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// A palette is the colours of code on a light or a dark page, each a class with its colour: chroma's
// names for what the eye tells apart. What has no class is plain: fewer elements and a style sheet of
// a few hundred bytes. On the ground and on marked lines every colour has a contrast of 4.5 (WCAG AA).
// (They are written down here, and not taken from chroma's styles, because those are all read when a
// program starts that uses one.)
type palette struct {
	ground, marked, text string
	classes              [][2]string
}

var (
	light = palette{
		ground: "#f6f4ee", marked: "#eae4d3", text: "#666666",
		classes: [][2]string{
			{"k", "#c3202b"}, {"kt", "#c3202b"}, {"nf", "#6639ba"}, {"nc", "#1f2328"},
			{"nb", "#6639ba"}, {"nt", "#0550ae"}, {"na", "#1f2328"}, {"s", "#0a3069"},
			{"m", "#0550ae"}, {"c", "#57606a"}, {"cp", "#57606a"}, {"gd", "#82071e"},
			{"gi", "#116329"},
		},
	}
	dark = palette{
		ground: "#1b2126", marked: "#2c363d", text: "#e6edf3",
		classes: [][2]string{
			{"k", "#ff7b72"}, {"kt", "#ff7b72"}, {"nf", "#d2a8ff"}, {"nc", "#f0883e"},
			{"nt", "#7ee787"}, {"s", "#a5d6ff"}, {"m", "#a5d6ff"}, {"c", "#979fa8"},
			{"cp", "#979fa8"}, {"gd", "#ffa198"}, {"gi", "#56d364"}, {"gh", "#79c0ff"},
		},
	}
)

func tokenClass(t chroma.TokenType) string {
	switch t {
	case chroma.KeywordType:
		return "kt"
	case chroma.NameFunction, chroma.NameFunctionMagic, chroma.NameDecorator:
		return "nf"
	case chroma.NameClass, chroma.NameException:
		return "nc"
	case chroma.NameBuiltin, chroma.NameBuiltinPseudo, chroma.NameConstant:
		return "nb"
	case chroma.NameTag:
		return "nt"
	case chroma.NameAttribute, chroma.NameProperty:
		return "na"
	case chroma.CommentPreproc, chroma.CommentPreprocFile:
		return "cp"
	case chroma.GenericDeleted:
		return "gd"
	case chroma.GenericInserted:
		return "gi"
	case chroma.GenericHeading, chroma.GenericSubheading:
		return "gh"
	}
	switch {
	case t.InCategory(chroma.Keyword):
		return "k"
	case t.InCategory(chroma.Comment):
		return "c"
	case t.InSubCategory(chroma.LiteralString):
		return "s"
	case t.InSubCategory(chroma.LiteralNumber):
		return "m"
	}
	return ""
}

// codeLayout is what numbered and marked lines need, whatever the colours.
const codeLayout = `.chroma.linenos{counter-reset:line}
.chroma.linenos .line::before{counter-increment:line;content:counter(line);display:inline-block;min-width:2em;margin-inline-end:1em;text-align:end;opacity:.75;user-select:none}
.chroma .line.hl{display:inline-block;min-width:100%;background:` // and a colour

// StyleCSS gives the style sheets of code for a light and a dark page.
func StyleCSS() (onLight, onDark string) { return light.styleSheet(), dark.styleSheet() }

func (p *palette) styleSheet() string {
	var b strings.Builder
	b.WriteString(codeLayout + p.marked + "}\n")
	b.WriteString(".chroma{color:" + p.text + ";background:" + p.ground + "}\n")
	for _, c := range p.classes {
		b.WriteString(".chroma ." + c[0] + "{color:" + c[1] + "}\n")
	}
	return b.String()
}
