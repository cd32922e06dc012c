package sharecard

import (
	"errors"
	"image"
	"image/draw"
	"io"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A Font sets text in one weight. It reads of its file what it needs, glyph by
// glyph, and may be used by several goroutines.
type Font struct {
	mu     sync.Mutex
	faces  map[string]*face // by language; "" for the others
	buffer sfnt.Buffer
	z      vector.Rasterizer
	masks  map[maskKey]mask
	held   int // bytes in masks
}

// A face is the form that a font gives to the characters in one language.
type face struct {
	font   *sfnt.Font
	glyphs map[rune]glyph
}

type glyph struct {
	index   sfnt.GlyphIndex
	advance int // in thousandths of an em
}

type maskKey struct {
	face  *face
	index sfnt.GlyphIndex
	size  int
}

// A mask is how much of each pixel a glyph covers. at is its corner, seen from
// the pen on the base line.
type mask struct {
	*image.Alpha
	at image.Point
}

// masksHeld bounds what a font keeps of drawn glyphs: a title's characters are
// some 5 kB each, and most stand on many cards.
const masksHeld = 16 << 20

// ErrNoHan is why a font that can be read is of no use.
var ErrNoHan = errors.New("no Han characters")

// sample are characters that a font for cards must have.
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
	f := &Font{faces: map[string]*face{}, masks: map[maskKey]mask{}}
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

func (f *Font) face(lang string) *face {
	if x := f.faces[lang]; x != nil {
		return x
	}
	return f.faces[""]
}

// glyph finds that of a character.
func (f *Font) glyph(x *face, r rune) glyph {
	f.mu.Lock()
	defer f.mu.Unlock()
	g, ok := x.glyphs[r]
	if ok {
		return g
	}
	if i, err := x.font.GlyphIndex(&f.buffer, r); err == nil {
		g.index = i
	}
	if a, err := x.font.GlyphAdvance(&f.buffer, g.index, fixed.I(em), font.HintingNone); err == nil {
		g.advance = a.Round()
	}
	x.glyphs[r] = g
	return g
}

// mask draws a glyph at a size in pixels an em. A glyph that cannot be read is
// empty.
func (f *Font) mask(x *face, index sfnt.GlyphIndex, size int) mask {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := maskKey{x, index, size}
	m, ok := f.masks[key]
	if ok {
		return m
	}
	if f.held > masksHeld {
		clear(f.masks)
		f.held = 0
	}
	m = f.draw(x, index, size)
	f.masks[key] = m
	f.held += len(m.Pix) + 64
	return m
}

func (f *Font) draw(x *face, index sfnt.GlyphIndex, size int) mask {
	segments, err := x.font.LoadGlyph(&f.buffer, index, fixed.I(size), nil)
	if err != nil {
		return mask{Alpha: new(image.Alpha)}
	}
	b := segments.Bounds()
	at := image.Pt(b.Min.X.Floor(), b.Min.Y.Floor())
	w, h := min(b.Max.X.Ceil()-at.X, 4*size), min(b.Max.Y.Ceil()-at.Y, 4*size)
	if w <= 0 || h <= 0 {
		return mask{Alpha: new(image.Alpha)}
	}
	f.z.Reset(w, h)
	px := func(p fixed.Point26_6) (float32, float32) {
		return float32(p.X)/64 - float32(at.X), float32(p.Y)/64 - float32(at.Y)
	}
	for _, s := range segments {
		ax, ay := px(s.Args[0])
		bx, by := px(s.Args[1])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			f.z.ClosePath()
			f.z.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			f.z.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			f.z.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			cx, cy := px(s.Args[2])
			f.z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	f.z.ClosePath()
	m := mask{image.NewAlpha(image.Rect(0, 0, w, h)), at}
	f.z.DrawOp = draw.Src
	f.z.Draw(m.Alpha, m.Bounds(), image.Opaque, image.Point{})
	return m
}
