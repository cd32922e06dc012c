package pack

import (
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strconv"

	"kepu/internal/qr"
)

// codeSide is the least width of the picture of a code in pixels: enough for
// print at two and a half centimetres.
const codeSide = 300

// A code is the QR code of an address with what a picture of it must know.
type code struct {
	qr.Code
	side int // modules, the white margin included
}

// codeOf gives the code of an address; none where it is empty or too long.
func codeOf(address string) (code, bool) {
	if address == "" {
		return code{}, false
	}
	c, err := qr.Encode(address)
	if err != nil {
		return code{}, false
	}
	return code{c, c.Size() + 2*qr.Quiet}, true
}

// dark reports whether a module is dark, counted from the corner of the margin.
func (c code) dark(x, y int) bool {
	x, y = x-qr.Quiet, y-qr.Quiet
	return x >= 0 && y >= 0 && x < c.Size() && y < c.Size() && c.Dark(x, y)
}

// svg is the code as a file of its own, on white whatever is behind it: a line
// through each row of modules, dashed as they are.
func (c code) svg() []byte {
	out := make([]byte, 0, 2*c.side*c.side)
	side := strconv.Itoa(c.side)
	out = append(out, `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 `+side+` `+side+`" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h`+side+`v`+side+`H0z"/><path stroke="#000" d="`...)
	for y := range c.side {
		pen := -1 // not on this row yet
		for x := 0; x < c.side; x++ {
			from := x
			for c.dark(x, y) {
				x++
			}
			switch {
			case x == from:
				continue
			case pen < 0:
				out = strconv.AppendInt(append(out, 'M'), int64(from), 10)
				out = strconv.AppendInt(append(out, ' '), int64(y), 10)
				out = append(out, ".5"...)
			default:
				out = strconv.AppendInt(append(out, 'm'), int64(from-pen), 10)
				out = append(out, " 0"...)
			}
			out = strconv.AppendInt(append(out, 'h'), int64(x-from), 10)
			pen = x
		}
	}
	return append(out, "\"/></svg>\n"...)
}

// png is the code as a picture of one bit a pixel. Package image/png would look
// at every pixel, which takes longer than all the rest of a bundle: here a module
// is one or two bytes wide, and all rows of pixels but one of a row of modules
// say “as above”.
func (c code) png(k *kit) []byte {
	bytes := 1
	if c.side*8 < codeSide {
		bytes = 2
	}
	scale := 8 * bytes
	row := 1 + c.side*bytes // behind the number of its filter
	k.rows = slices.Grow(k.rows[:0], c.side*scale*row)[:c.side*scale*row]
	clear(k.rows)
	for y := range c.side {
		top := k.rows[y*scale*row:]
		for x := range c.side {
			if !c.dark(x, y) {
				for i := range bytes {
					top[1+x*bytes+i] = 0xff // white
				}
			}
		}
		for i := 1; i < scale; i++ {
			top[i*row] = 2 // up: what differs from the row above, nothing
		}
	}
	packed := k.compress(k.rows)

	width := uint32(c.side * scale)
	out := make([]byte, 0, len(packed)+80)
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(nil, width)
	head = binary.BigEndian.AppendUint32(head, width)
	out = chunk(out, "IHDR", append(head, 1, 0, 0, 0, 0)) // one bit, grey
	out = chunk(out, "IDAT", packed)
	return chunk(out, "IEND", nil)
}

// compress gives data as a zlib stream (RFC 1950), good until the next call.
func (k *kit) compress(data []byte) []byte {
	k.zip.Reset()
	if k.zlib == nil {
		k.zlib, _ = zlib.NewWriterLevel(&k.zip, zlib.BestSpeed) // fails for unknown levels alone
	} else {
		k.zlib.Reset(&k.zip)
	}
	k.zlib.Write(data) // to a buffer in memory, which takes everything
	k.zlib.Close()
	return k.zip.Bytes()
}

// chunk appends a chunk of a PNG file.
func chunk(out []byte, name string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
