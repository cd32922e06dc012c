package raster

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"kepu/internal/typeset"
)

// slant is how much letters lean that have no italic form: the tangent of the angle.
const slant = .25

// Punctuation that is blank on one side. Where two marks meet that are blank
// between them, half of that is left, as browsers do (CSS Text 4, text-spacing-trim).
const (
	blankRight = "，。、；：）》」』】〉〕”’"
	blankLeft  = "（《「『【〈〔“‘"
)

// A letter is a character with its place: m maps its shape, in ems, to the scene.
type letter struct {
	shape path
	m     matrix
}

// letters sets words in a font, run by run.
func (w *words) letters(fonts typeset.Fonts) ([][]letter, error) {
	pen := point{}
	out := make([][]letter, len(w.runs))
	for i, r := range w.runs {
		pen = pen.add(r.by)
		font := fonts.Text
		if r.bold {
			font = fonts.Title
		}
		if font == nil {
			return nil, ErrNoFonts
		}
		lang := faceOf(r.lang)
		wide := func(c rune) bool { return font.Advance(lang, c) > typeset.Em*3/4 }
		last := rune(0)
		for _, c := range r.text {
			if strings.ContainsRune(blankRight, last) && strings.ContainsRune(blankRight+blankLeft, c) && wide(last) && wide(c) {
				pen.x -= r.size / 2
			}
			last = c
			at := move(pen.x, pen.y-r.rise).mul(stretch(r.size, r.size))
			if r.italic {
				at = at.mul(matrix{a: 1, c: -slant, d: 1})
			}
			if !font.Has(lang, c) {
				if unicode.Is(unicode.Mn, c) || unicode.Is(unicode.Cf, c) || unicode.IsSpace(c) {
					continue
				}
				return nil, fmt.Errorf("the font has no %q", c)
			}
			if c > ' ' && (r.fill.on || r.line.on) {
				out[i] = append(out[i], letter{glyphPath(font.Outline(lang, c)), at})
			}
			pen.x += float64(font.Advance(lang, c))/typeset.Em*r.size + r.spacing
		}
	}
	start := w.at
	switch w.anchor {
	case "middle":
		start.x -= pen.x / 2
	case "end":
		start.x -= pen.x
	}
	m := w.m.mul(move(start.x, start.y))
	for _, run := range out {
		for j := range run {
			run[j].m = m.mul(run[j].m)
		}
	}
	return out, nil
}

// faceOf is the language that fonts know for a tag.
func faceOf(lang string) string {
	switch base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base {
	case "zh":
		return "zh-CN"
	default:
		return base
	}
}

// glyphPath is the shape of a character in ems.
func glyphPath(segments sfnt.Segments) path {
	at := func(p fixed.Point26_6) point {
		return point{float64(p.X) / (64 * typeset.Em), float64(p.Y) / (64 * typeset.Em)}
	}
	var p path
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if len(p) > 0 {
				p.close()
			}
			p.moveTo(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			p.lineTo(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			p.quadTo(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			p.cubeTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if len(p) > 0 {
		p.close()
	}
	return p
}
