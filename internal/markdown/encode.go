package markdown

import (
	"encoding/binary"
	"errors"
	"time"
)

// ErrEncoding means that bytes are not an encoded Doc.
var ErrEncoding = errors.New("markdown: not an encoded Doc")

// Encode writes d, but for its HTML and its Text, in a compact form that Decode
// reads back, for a cache: what other pages need of a document is a tenth of it.
// The form is that of this version of the program and of no other.
func (d *Doc) Encode() []byte {
	e := encoder{buf: make([]byte, 0, len(d.Summary)+64*(len(d.Refs)+len(d.Headings))+256)}
	e.text(d.Summary)
	e.number(d.Han)
	e.number(d.Words)
	e.flag(d.HasCode)
	e.number(len(d.Refs))
	for _, r := range d.Refs {
		e.number(int(r.Kind))
		e.text(r.Dest)
		e.text(r.Text)
		e.number(r.Line)
		e.number(r.Col)
	}
	e.number(len(d.Headings))
	for _, h := range d.Headings {
		e.number(h.Level)
		e.text(h.ID)
		e.text(h.Text)
		e.number(h.Line)
	}
	e.number(len(d.IDs))
	for _, id := range d.IDs {
		e.text(id)
	}
	e.number(len(d.Dates))
	for _, x := range d.Dates {
		for _, n := range []int{x.Year, int(x.Month), x.Day, int(x.Weekday), x.Offset, x.Line, x.Col} {
			e.number(n)
		}
		e.text(x.Text)
	}
	e.number(len(d.Problems))
	for _, p := range d.Problems {
		e.number(p.Line)
		e.number(p.Col)
		e.text(string(p.Kind))
		e.text(p.Arg)
	}
	return e.buf
}

// Decode reads what Encode wrote; the Doc has no HTML and no Text. Bytes that are anything else give an error.
func Decode(buf []byte) (*Doc, error) {
	d := &Doc{}
	r := decoder{buf: buf}
	d.Summary = r.text()
	d.Han, d.Words, d.HasCode = r.number(), r.number(), r.number() == 1
	for range r.count() {
		d.Refs = append(d.Refs, Ref{Kind: RefKind(r.number()), Dest: r.text(), Text: r.text(), Line: r.number(), Col: r.number()})
	}
	for range r.count() {
		d.Headings = append(d.Headings, Heading{Level: r.number(), ID: r.text(), Text: r.text(), Line: r.number()})
	}
	for range r.count() {
		d.IDs = append(d.IDs, r.text())
	}
	for range r.count() {
		var x Date
		x.Year, x.Month, x.Day, x.Weekday, x.Offset = r.number(), time.Month(r.number()), r.number(), time.Weekday(r.number()), r.number()
		x.Line, x.Col, x.Text = r.number(), r.number(), r.text()
		d.Dates = append(d.Dates, x)
	}
	for range r.count() {
		d.Problems = append(d.Problems, Problem{Line: r.number(), Col: r.number(), Kind: ProblemKind(r.text()), Arg: r.text()})
	}
	if r.bad || len(r.buf) > 0 {
		return nil, ErrEncoding
	}
	return d, nil
}

type encoder struct{ buf []byte }

func (e *encoder) number(n int) { e.buf = binary.AppendUvarint(e.buf, uint64(n)) }

func (e *encoder) text(s string) {
	e.number(len(s))
	e.buf = append(e.buf, s...)
}

func (e *encoder) flag(b bool) {
	if b {
		e.number(1)
	} else {
		e.number(0)
	}
}

type decoder struct {
	buf []byte
	bad bool
}

func (r *decoder) number() int {
	n, used := binary.Uvarint(r.buf)
	if used <= 0 || n > 1<<40 {
		r.bad, r.buf = true, nil
		return 0
	}
	r.buf = r.buf[used:]
	return int(n)
}

// count is a number of items, none of which takes less than a byte.
func (r *decoder) count() int {
	n := r.number()
	if n > len(r.buf) {
		r.bad, r.buf = true, nil
		return 0
	}
	return n
}

func (r *decoder) text() string {
	n := r.count()
	s := string(r.buf[:n])
	r.buf = r.buf[n:]
	return s
}
