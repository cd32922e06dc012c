package darkmode

import (
	"image/color"
	"strconv"
	"strings"

	"kepu/internal/channel/wechat/inline"
)

// A paint is the colours in which the text of an element stands.
type paint struct {
	text, ground color.NRGBA // the text with its alpha, the ground opaque
}

// An element is what its children must know of an open element.
type element struct {
	tag         string
	light, dark paint
	behind      float64 // brightness of its ground by the rules of the conversion
}

// page is the element around an article.
var page = element{
	light:  paint{lightText, lightGround},
	dark:   paint{darkText, darkGround},
	behind: brightness(darkGround),
}

// within gives an element in another one, and its style in the dark.
func within(above element, tag, style string) (element, string) {
	e := above
	e.tag = tag
	declarations := split(style)
	hasText, hasGround := false, false
	for _, d := range declarations {
		c, ok := inline.Colour(d.value)
		switch {
		case !ok:
		case d.name == "color":
			e.light.text, hasText = c, true
		case isGround(d.name) && float64(c.A)/255 >= faint:
			e.light.ground = mix(c, above.light.ground)
			dark := ground(c)
			e.dark.ground, e.behind, hasGround = mix(dark, above.dark.ground), over(dark), true
		}
	}
	if hasText || hasGround {
		e.dark.text = text(e.light.text, e.behind)
	}
	var b strings.Builder
	for _, d := range declarations {
		d.write(&b, e)
	}
	if hasGround && !hasText {
		declaration{name: "color", value: css(e.light.text)}.write(&b, e)
	}
	return e, b.String()
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
	if c, ok := inline.Colour(value); ok && c.A > 0 {
		switch {
		case d.name == "color":
			value = css(e.dark.text)
		case isGround(d.name) && float64(c.A)/255 >= faint:
			value = css(ground(c))
		}
	}
	if strings.HasPrefix(d.name, "border") {
		words := words(value)
		for i, word := range words {
			if c, ok := inline.Colour(word); ok && c.A > 0 {
				words[i] = css(text(c, page.behind))
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
	return rounded(channel(c.R, ground.R), channel(c.G, ground.G), channel(c.B, ground.B), 255)
}

// css writes a colour.
func css(c color.NRGBA) string {
	if c.A == 255 {
		const digits = "0123456789abcdef"
		b := [7]byte{'#'}
		for i, v := range [3]uint8{c.R, c.G, c.B} {
			b[2*i+1], b[2*i+2] = digits[v>>4], digits[v&15]
		}
		return string(b[:])
	}
	b := []byte("rgba(")
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		b = append(strconv.AppendUint(b, uint64(v), 10), ',')
	}
	return string(append(strconv.AppendFloat(b, float64(c.A)/255, 'f', 3, 64), ')'))
}
