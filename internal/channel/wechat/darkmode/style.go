package darkmode

import (
	"image/color"
	"strings"

	"golang.org/x/net/html"

	"kepu/internal/channel/wechat/inline"
)

// A paint is the colours in which the text of an element stands.
type paint struct {
	text, ground color.NRGBA // the text with its alpha, the ground opaque
}

// An element is what its children must know of an open element.
type element struct {
	light, dark paint
	behind      float64 // brightness of its ground by the rules of the conversion
}

// page is the element around an article.
var page = element{
	light:  paint{lightText, lightGround},
	dark:   paint{darkText, darkGround},
	behind: of(darkGround).brightness(),
}

// A memory holds what became of styles: an article has few.
type memory map[string][]converted

// A converted is what became of a style within an element.
type converted struct {
	above, e element
	style    []byte
}

// within gives an element with a style in another one, and the style in the dark.
func (m memory) within(above *element, style []byte) (element, []byte) {
	for _, c := range m[string(style)] {
		if c.above == *above {
			return c.e, c.style
		}
	}
	light := string(style)
	e, dark := within(*above, html.UnescapeString(light))
	m[light] = append(m[light], converted{*above, e, []byte(html.EscapeString(dark))})
	return e, m[light][len(m[light])-1].style
}

func within(above element, style string) (element, string) {
	e := above
	declarations := split(style)
	said, hasText, hasGround := false, false, false
	for _, d := range declarations {
		said = said || d.name == "color"
		c, ok := visible(d.value)
		switch {
		case !ok:
		case d.name == "color":
			e.light.text, hasText = c, true
		case isGround(d.name):
			dark := ground(c)
			e.light.ground, e.dark.ground = mix(c, above.light.ground), mix(dark, above.dark.ground)
			e.behind, hasGround = over(dark), true
		}
	}
	added := hasGround && !said // text on a new ground that says nothing of its colour
	if hasText || added {
		e.dark.text = text(e.light.text, e.behind)
	}
	var b strings.Builder
	for _, d := range declarations {
		d.write(&b, e)
	}
	if added {
		declaration{"color", inline.Shortest(e.light.text)}.write(&b, e)
	}
	return e, b.String()
}

// visible reads a colour that counts.
func visible(value string) (c color.NRGBA, ok bool) {
	c, ok = inline.Colour(value)
	return c, ok && float64(c.A) >= faint*255
}

func isGround(name string) bool { return name == "background" || name == "background-color" }

// A declaration is one of a style attribute.
type declaration struct{ name, value string }

func split(style string) []declaration {
	var list []declaration
	for part := range strings.SplitSeq(style, ";") {
		if name, value, ok := strings.Cut(part, ":"); ok {
			list = append(list, declaration{strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)})
		}
	}
	return list
}

// write writes a declaration as it is in the dark. Lines around boxes are taken
// for text on the ground of the page, whatever ground they have.
func (d declaration) write(b *strings.Builder, e element) {
	value := d.value
	if c, ok := visible(value); ok && d.name == "color" {
		value = inline.Shortest(e.dark.text)
	} else if ok && isGround(d.name) {
		value = inline.Shortest(ground(c))
	}
	if strings.HasPrefix(d.name, "border") {
		words := words(value)
		for i, word := range words {
			if c, ok := visible(word); ok {
				words[i] = inline.Shortest(text(c, page.behind))
			}
		}
		value = strings.Join(words, " ")
	}
	if b.Len() > 0 {
		b.WriteByte(';')
	}
	b.WriteString(d.name + ":" + value)
}

// words cuts a value at its spaces, but not within brackets.
func words(value string) []string {
	depth := 0
	return strings.FieldsFunc(value, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == ' ' && depth == 0
	})
}

// mix is a colour as it is seen on an opaque ground.
func mix(c, ground color.NRGBA) color.NRGBA {
	a := float64(c.A) / 255
	channel := func(c, ground uint8) float64 { return a*float64(c) + (1-a)*float64(ground) }
	return rgb{channel(c.R, ground.R), channel(c.G, ground.G), channel(c.B, ground.B)}.rounded(255)
}
