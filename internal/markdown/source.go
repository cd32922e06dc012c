package markdown

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sort"
	"unicode/utf8"
)

// clean replaces what is not text: bytes that are not UTF-8 and control characters, NUL among them,
// become U+FFFD one for one, so columns stay true, and every line ends in \n. Text comes back as it is, uncopied.
func clean(body []byte) []byte {
	if !dirty(body) {
		return body
	}
	out := make([]byte, 0, len(body)+len(body)/8)
	for i := 0; i < len(body); {
		c := body[i]
		switch {
		case c == '\r':
			out = append(out, '\n')
			if i+1 < len(body) && body[i+1] == '\n' {
				i++
			}
			i++
		case control(c):
			out = append(out, "\uFFFD"...)
			i++
		case c < utf8.RuneSelf:
			out = append(out, c)
			i++
		default:
			r, n := utf8.DecodeRune(body[i:])
			out = utf8.AppendRune(out, r)
			i += n
		}
	}
	return out
}

func dirty(body []byte) bool {
	rest := body
	for ; len(rest) >= 8; rest = rest[8:] {
		if mayHoldControl(binary.LittleEndian.Uint64(rest)) && hasControl(rest[:8]) {
			return true
		}
	}
	return hasControl(rest) || !utf8.Valid(body)
}

// mayHoldControl is false where none of eight bytes is below a space or 0x7f. In each byte of the
// first term the top bit shows a borrow of the subtraction, in the second whether the byte was 0x7f.
func mayHoldControl(w uint64) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	del := w ^ 0x7f*ones
	return ((w-' '*ones)&^w|(del-ones)&^del)&tops != 0
}

func hasControl(b []byte) bool { return slices.ContainsFunc(b, control) }

func control(c byte) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x7f }

// lineTable finds the line and column of an offset. It is filled on first use: most documents have no problems.
type lineTable struct {
	src    []byte
	starts []int
	off    int // where the last column was counted to, since most questions go forward along a line
	col    int
}

// at gives the position of off when the first line has number first.
func (l *lineTable) at(off, first int) (line, col int) {
	if l.starts == nil {
		l.starts = append(make([]int, 0, 64), 0)
		l.col = 1
		for i := 0; ; {
			n := bytes.IndexByte(l.src[i:], '\n')
			if n < 0 {
				break
			}
			i += n + 1
			l.starts = append(l.starts, i)
		}
	}
	off = min(max(off, 0), len(l.src))
	n := sort.SearchInts(l.starts, off+1) - 1
	if l.off < l.starts[n] || l.off > off {
		l.off, l.col = l.starts[n], 1
	}
	l.col += utf8.RuneCount(l.src[l.off:off])
	l.off = off
	return first + n, l.col
}

// offsetOf finds where in src the slice part begins, if it is a part of src's memory and not a copy.
// Slices of src keep src's end of capacity; comparing an element's address makes sure.
func offsetOf(src, part []byte) (int, bool) {
	off := cap(src) - cap(part)
	if len(part) == 0 || off < 0 || off+len(part) > len(src) || &src[off] != &part[0] {
		return 0, false
	}
	return off, true
}
