package markdown

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/styles"
)

// The grounds that code stands on, and the contrast that text on them must have (WCAG AA).
const (
	lightGround = "#f6f4ee"
	darkGround  = "#1b2126"
	minContrast = 4.5
)

// codeClasses are the classes that highlighted code uses, chroma's names for what the eye tells
// apart. Everything else is plain: fewer elements and a style sheet of a few hundred bytes.
var codeClasses = []struct {
	class string
	token chroma.TokenType
}{
	{"k", chroma.Keyword}, {"kt", chroma.KeywordType}, {"nf", chroma.NameFunction}, {"nc", chroma.NameClass},
	{"nb", chroma.NameBuiltin}, {"nt", chroma.NameTag}, {"na", chroma.NameAttribute}, {"s", chroma.LiteralString},
	{"m", chroma.LiteralNumber}, {"c", chroma.Comment}, {"cp", chroma.CommentPreproc},
	{"gd", chroma.GenericDeleted}, {"gi", chroma.GenericInserted}, {"gh", chroma.GenericHeading},
}

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

// StyleCSS gives the style sheets of code for a light and a dark page. Colours that are too weak on
// their ground are strengthened until they can be read.
func StyleCSS() (light, dark string) {
	s := styleCSS()
	return s[0], s[1]
}

var styleCSS = sync.OnceValue(func() [2]string {
	return [2]string{
		styleSheet("github", chroma.MustParseColour(lightGround), "#eae4d3"),
		styleSheet("github-dark", chroma.MustParseColour(darkGround), "#2c363d"),
	}
})

func styleSheet(name string, ground chroma.Colour, marked string) string {
	style := styles.Get(name)
	mark := chroma.MustParseColour(marked)
	var b strings.Builder
	b.WriteString(codeLayout + marked + "}\n")
	text := style.Get(chroma.Text).Colour
	fmt.Fprintf(&b, ".chroma{color:%s;background:%s}\n", readable(text, ground, mark), ground)
	for _, c := range codeClasses {
		e := style.Get(c.token)
		if !e.Colour.IsSet() || e.Colour == text {
			continue
		}
		fmt.Fprintf(&b, ".chroma .%s{color:%s}\n", c.class, readable(e.Colour, ground, mark))
	}
	return b.String()
}

// readable moves a colour away from its grounds until it stands out from each of them.
func readable(c chroma.Colour, grounds ...chroma.Colour) chroma.Colour {
	toward := 0.0
	if luminance(grounds[0]) < 0.5 {
		toward = 255
	}
	for step := 0.0; step <= 1; step += 0.02 {
		mix := func(v uint8) uint8 { return uint8(math.Round(float64(v) + (toward-float64(v))*step)) }
		m := chroma.NewColour(mix(c.Red()), mix(c.Green()), mix(c.Blue()))
		ok := true
		for _, g := range grounds {
			ok = ok && contrast(m, g) >= minContrast
		}
		if ok {
			return m
		}
	}
	v := uint8(toward)
	return chroma.NewColour(v, v, v)
}

// contrast and luminance are those of WCAG 2.
func contrast(a, b chroma.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c chroma.Colour) float64 {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.Red()) + 0.7152*linear(c.Green()) + 0.0722*linear(c.Blue())
}
