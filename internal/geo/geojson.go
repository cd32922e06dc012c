package geo

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// Feature is what stands in a GeoJSON text as one thing. Of the three lists
// those are filled that its geometry has.
type Feature struct {
	Name     string // its property “name”; may be ""
	Points   []Point
	Lines    [][]Point
	Polygons [][][]Point // rings, closed: the outer one first, then holes
}

// Bounds of what ParseGeoJSON reads.
const (
	maxGeoJSON   = 8 << 20 // bytes
	maxPositions = 200_000 // and lists of them
	maxNesting   = 32      // objects and lists
)

// ParseGeoJSON reads a text after RFC 7946: a collection of features, one
// feature, or a geometry. Altitudes and all properties but “name” are passed
// over; a feature without geometry is none. Its error is a *SyntaxError.
func ParseGeoJSON(src []byte) ([]Feature, error) {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	p := &parser{src: src, json: json.NewDecoder(bytes.NewReader(src))}
	if err := p.document(); err != nil {
		before := src[:min(err.at, len(src))]
		line := before[bytes.LastIndexByte(before, '\n')+1:]
		err.Line, err.Col = 1+bytes.Count(before, []byte("\n")), 1+utf8.RuneCount(line)
		return nil, &err.SyntaxError
	}
	return p.features, nil
}

// parser reads JSON token by token.
type parser struct {
	src       []byte
	json      *json.Decoder
	at        int // of the token that was read last, in bytes
	depth     int
	positions int
	features  []Feature
}

// failure is an error whose place is still counted in bytes.
type failure struct {
	SyntaxError
	at int
}

func (p *parser) fail(problem Problem, value string) *failure { return failAt(p.at, problem, value) }

func failAt(at int, problem Problem, value string) *failure {
	const long = 40
	if r := []rune(value); len(r) > long {
		value = string(r[:long]) + "…"
	}
	return &failure{SyntaxError{Problem: problem, Value: value}, at}
}

func (p *parser) document() *failure {
	if len(p.src) > maxGeoJSON {
		return p.fail(TooLarge, "")
	}
	if !utf8.Valid(p.src) {
		for p.at < len(p.src) { // to the first byte that is not
			r, size := utf8.DecodeRune(p.src[p.at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			p.at += size
		}
		return p.fail(NotUTF8, "")
	}
	o, err := p.object()
	if err != nil {
		return err
	}
	if err := o.check(p); err != nil {
		return err
	}
	if _, err := p.json.Token(); err != io.EOF {
		p.at = p.start()
		return p.fail(NotJSON, "")
	}
	return nil
}

// token reads the next token.
func (p *parser) token() (json.Token, *failure) {
	p.at = p.start()
	t, err := p.json.Token()
	var number *json.UnmarshalTypeError
	switch {
	case errors.As(err, &number):
		return nil, p.fail(OutOfRange, "")
	case err != nil:
		return nil, p.fail(NotJSON, "")
	}
	switch t {
	case json.Delim('{'), json.Delim('['):
		if p.depth++; p.depth > maxNesting {
			return nil, p.fail(TooDeep, "")
		}
	case json.Delim('}'), json.Delim(']'):
		p.depth--
	}
	return t, nil
}

// start is where the next token begins.
func (p *parser) start() int {
	at := int(p.json.InputOffset())
	return len(p.src) - len(bytes.TrimLeft(p.src[at:], " \t\r\n,:"))
}

// skip passes over a value whose first token was t.
func (p *parser) skip(t json.Token) *failure {
	if t != json.Delim('{') && t != json.Delim('[') {
		return nil
	}
	for end := p.depth - 1; p.depth > end; {
		if _, err := p.token(); err != nil {
			return err
		}
	}
	return nil
}

// members calls read for each member of an object that was opened, with the
// first token of its value.
func (p *parser) members(read func(key string, t json.Token) *failure) *failure {
	for {
		t, err := p.token()
		if err != nil {
			return err
		}
		key, ok := t.(string)
		if !ok {
			return nil // the end: keys are strings
		}
		if t, err = p.token(); err != nil {
			return err
		}
		if err := read(key, t); err != nil {
			return err
		}
	}
}

// items calls read for each value in a list that was opened.
func (p *parser) items(read func(t json.Token) *failure) *failure {
	for {
		t, err := p.token()
		if err != nil || t == json.Delim(']') {
			return err
		}
		if err := read(t); err != nil {
			return err
		}
	}
}
