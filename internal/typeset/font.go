// Package typeset sets text in pixels: it measures it, breaks it into lines by
// the rules for Chinese (CLREQ), and draws the characters of a font.
//
// Widths are in thousandths of an em, so that a text is measured once whatever
// size it is set in; sizes are in pixels an em. The package looks for no fonts.
package typeset

import (
	"errors"
	"io"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Em is the size of a font in the unit of widths.
const Em = 1000

// Fonts are two weights; they may be the same, and nil where there are none.
type Fonts struct{ Title, Text *Font }

// A Font sets text in one weight. It reads of its file what it needs, glyph by
// glyph, and may be used by several goroutines.
type Font struct {
	mu     sync.Mutex
	faces  map[string]*face // by language; "" for the others
	buffer sfnt.Buffer
	z      vector.Rasterizer
	masks  map[maskKey]Mask
	held   int // bytes in masks
}

// A face is the form that a font gives to the characters in one language.
type face struct {
	font   *sfnt.Font
	glyphs map[rune]glyph
}

type glyph struct {
	index   sfnt.GlyphIndex
	advance int
}

// ErrNoHan is why a font that can be read is of no use.
var ErrNoHan = errors.New("no Han characters")

// sample are characters that a font must have.
const sample = "科普吉林"

// regions name the faces of a collection, such as Noto Sans CJK, that are for a
// language. Quotation marks have the width of a letter in the Korean one.
var regions = []struct{ name, lang string }{
	{" SC", "zh-CN"}, {" CN", "zh-CN"}, {" GB", "zh-CN"}, {" KR", "ko"}, {" KR", "en"}, {" K", "ko"}, {" K", "en"},
}

// NewFont opens a TrueType or OpenType font or a collection of them. It is an
// error if no face has Han characters.
func NewFont(file io.ReaderAt) (*Font, error) {
	c, err := sfnt.ParseCollectionReaderAt(file)
	if err != nil {
		return nil, err
	}
	f := &Font{faces: map[string]*face{}, masks: map[maskKey]Mask{}}
	var first *face
	for i := range c.NumFonts() {
		if len(f.faces) == 3 { // each takes milliseconds to open
			break
		}
		one, err := c.Font(i)
		if err != nil {
			return nil, err
		}
		if !f.hasHan(one) {
			continue
		}
		x := &face{one, map[rune]glyph{}}
		if first == nil {
			first = x
		}
		name, _ := one.Name(&f.buffer, sfnt.NameIDFamily)
		for _, r := range regions {
			if strings.HasSuffix(name, r.name) && f.faces[r.lang] == nil {
				f.faces[r.lang] = x
			}
		}
	}
	if first == nil {
		return nil, ErrNoHan
	}
	f.faces[""] = first
	if sc := f.faces["zh-CN"]; sc != nil {
		f.faces[""] = sc
	}
	return f, nil
}

func (f *Font) hasHan(one *sfnt.Font) bool {
	for _, r := range sample {
		if i, err := one.GlyphIndex(&f.buffer, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// Has reports whether the font can write a character.
func (f *Font) Has(lang string, r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.glyph(f.face(lang), r).index != 0
}

// Advance is how far the pen goes on for a character, in thousandths of an em.
// lang is the language of the text: "zh-CN", "ko", "en".
func (f *Font) Advance(lang string, r rune) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.glyph(f.face(lang), r).advance
}

// Outline is the shape of a character at 1,000 pixels an em, seen from the pen
// on the base line, y downwards; nil if the font cannot tell.
func (f *Font) Outline(lang string, r rune) sfnt.Segments {
	f.mu.Lock()
	defer f.mu.Unlock()
	x := f.face(lang)
	segments, err := x.font.LoadGlyph(&f.buffer, f.glyph(x, r).index, fixed.I(Em), nil)
	if err != nil {
		return nil
	}
	return append(sfnt.Segments(nil), segments...) // the buffer is used again
}

func (f *Font) face(lang string) *face {
	if x := f.faces[lang]; x != nil {
		return x
	}
	return f.faces[""]
}

// glyph finds that of a character. f.mu is held.
func (f *Font) glyph(x *face, r rune) glyph {
	g, ok := x.glyphs[r]
	if ok {
		return g
	}
	if i, err := x.font.GlyphIndex(&f.buffer, r); err == nil {
		g.index = i
	}
	if a, err := x.font.GlyphAdvance(&f.buffer, g.index, fixed.I(Em), font.HintingNone); err == nil {
		g.advance = a.Round()
	}
	x.glyphs[r] = g
	return g
}
