package inline

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// A value is one of those that a sheet knows, by its number. Two properties that
// have one value have one number for it.
type value uint16

// unknown is what an inherited property has where neither the sheet nor the
// browser says anything: that of the page around. It cannot be written.
const unknown value = 0

// A datum is what a value is.
type datum struct {
	text   string  // the shortest form, as it is written
	number float64 // of a length, or a number alone
	unit   string  // "px", "em", "%"; "" for other values and for numbers alone
}

// A pool numbers values.
type pool struct {
	data    []datum
	numbers map[string]value
}

// id is the number of a value in its shortest form.
func (p *pool) id(text string) value {
	if v, ok := p.numbers[text]; ok {
		return v
	}
	v := value(len(p.data))
	d := datum{text: text}
	if i := strings.LastIndexAny(text, "0123456789.") + 1; i > 0 {
		if f, err := strconv.ParseFloat(text[:i], 64); err == nil {
			d.number, d.unit = f, text[i:]
		}
	}
	p.data = append(p.data, d)
	p.numbers[text] = v
	return v
}

// decimal writes a number as short as CSS allows, to a ten-thousandth.
func decimal(f float64) string {
	s := strconv.FormatFloat(math.Round(f*1e4)/1e4, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	if rest, ok := strings.CutPrefix(s, "-0."); ok {
		return "-." + rest
	}
	if rest, ok := strings.CutPrefix(s, "0."); ok {
		return "." + rest
	}
	return s
}

// A component is a word of a value, in its shortest form.
type component struct {
	css.TokenType // of a function, FunctionToken
	text          string
}

// components cuts the tokens of a value into its words.
func components(tokens []token) ([]component, error) {
	var list []component
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		c := component{t.TokenType, t.text}
		switch t.TokenType {
		case css.WhitespaceToken:
			continue
		case css.IdentToken: // in lower case, but for fonts
		case css.CommaToken, css.HashToken, css.StringToken:
		case css.NumberToken, css.PercentageToken, css.DimensionToken:
			text, err := quantity(t.text)
			if err != nil {
				return nil, t.errorf("%v", err)
			}
			c.text = text
		case css.FunctionToken:
			for i++; i < len(tokens) && tokens[i].TokenType != css.RightParenthesisToken; i++ {
				c.text += tokens[i].text
			}
			c.text += ")"
		default:
			return nil, t.errorf("%s is not supported", t.text)
		}
		list = append(list, c)
	}
	return list, nil
}

// quantity shortens a number with its unit.
func quantity(s string) (string, error) {
	i := strings.LastIndexAny(s, "0123456789.") + 1
	f, err := strconv.ParseFloat(s[:i], 64)
	if err != nil || math.Abs(f) > 1e6 {
		return "", fmt.Errorf("%s is no number for a style", s)
	}
	unit := strings.ToLower(s[i:])
	switch unit {
	case "", "px", "em", "%":
	default:
		return "", fmt.Errorf("the unit of %s is not supported: use px, em or %%", s)
	}
	if n := decimal(f); n != "0" {
		return n + unit, nil
	}
	return "0", nil
}

// read makes the value of a property of its components: its shortest form.
func (p property) read(list []component) (string, error) {
	d := &properties[p]
	if len(list) == 1 && strings.EqualFold(list[0].text, "initial") {
		return d.initial, nil
	}
	if d.syntax == family {
		return families(list)
	}
	if len(list) == 0 || len(list) > 1 && d.syntax != keywords {
		return "", fmt.Errorf("%s takes one value", d.name)
	}
	words := make([]string, len(list))
	for i, c := range list {
		c.text = strings.ToLower(c.text)
		word, ok := p.word(c)
		if !ok {
			return "", fmt.Errorf("%s: %s is not supported", d.name, c.text)
		}
		words[i] = word
	}
	return strings.Join(words, " "), nil
}

// word checks one component of a value that is not a list of fonts.
func (p property) word(c component) (string, bool) {
	d := &properties[p]
	switch c.TokenType {
	case css.HashToken, css.FunctionToken, css.IdentToken:
		if d.syntax == colour || d.syntax == keywords {
			if c.text == current {
				return current, true
			}
			if v, ok := Colour(c.text); ok {
				return Shortest(v), true
			}
		}
		if c.TokenType != css.IdentToken || !contains(d.keywords, c.text) {
			return "", false
		}
		switch {
		case p == fontWeight && c.text == "normal":
			return "400", true
		case p == fontWeight && c.text == "bold":
			return "700", true
		}
		return c.text, true
	case css.NumberToken:
		return c.text, d.syntax == number || d.syntax == length && c.text == "0"
	case css.PercentageToken, css.DimensionToken:
		return c.text, d.syntax == number && p != fontWeight || d.syntax == length
	}
	return "", false
}

// families reads a list of fonts. Names need no quotes where they are words.
func families(list []component) (string, error) {
	var b strings.Builder
	for i, c := range list {
		switch c.TokenType {
		case css.CommaToken:
			b.WriteByte(',')
			continue
		case css.StringToken:
			name := strings.Trim(c.text, `"'`)
			if strings.ContainsAny(name, `"'\<>&;`) {
				return "", fmt.Errorf("font-family: %s is not supported", c.text)
			}
			if strings.Contains(name, " ") && strings.IndexFunc(name, oddInName) < 0 {
				c.text = name
			} else {
				c.text = "'" + name + "'"
			}
		case css.IdentToken:
			if strings.Contains(c.text, `\`) {
				return "", fmt.Errorf("font-family: %s is not supported", c.text)
			}
		default:
			return "", fmt.Errorf("font-family: %s is not supported", c.text)
		}
		if i > 0 && list[i-1].TokenType != css.CommaToken {
			b.WriteByte(' ')
		}
		b.WriteString(c.text)
	}
	if b.Len() == 0 {
		return "", fmt.Errorf("font-family takes a list of fonts")
	}
	return b.String(), nil
}

func oddInName(r rune) bool {
	return r != ' ' && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}

// contains reports whether a word is among words with spaces between.
func contains(words, word string) bool {
	for w := range strings.FieldsSeq(words) {
		if w == word {
			return true
		}
	}
	return false
}
