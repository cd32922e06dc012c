package sheet

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// An encoder writes sheets as PNG. Package image/png leaves the rows of an
// indexed picture unfiltered; most rows of a picture are like the one above, and
// are zeros once that is taken off.
type encoder struct {
	packed, chunk []byte
	zip           *zlib.Writer
}

// few colours can be told apart by half a byte.
const few = 16

// level of compression: of a card's time half is spent on it already, and the
// best would take three times as long for a tenth less.
func (s *Sheet) level() int {
	if s.Fast {
		return zlib.BestSpeed
	}
	return 4
}

// Encode appends the sheet as PNG.
func (s *Sheet) Encode(buf *bytes.Buffer) error {
	e := &s.out
	depth := 8
	if len(s.Colours) <= few {
		depth = 4
	}
	buf.WriteString("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, uint32(s.Width))
	head = binary.BigEndian.AppendUint32(head, uint32(s.Height))
	writeChunk(buf, "IHDR", append(head, byte(depth), 3, 0, 0, 0)) // 3: indexed colours
	var colours []byte
	for _, c := range s.Colours {
		colours = append(colours, c.R, c.G, c.B)
	}
	writeChunk(buf, "PLTE", colours)

	body := bytes.NewBuffer(e.chunk[:0])
	if e.zip == nil {
		e.zip, _ = zlib.NewWriterLevel(body, s.level())
	} else {
		e.zip.Reset(body)
	}
	if err := e.rows(s, depth); err != nil {
		return err
	}
	if err := e.zip.Close(); err != nil {
		return err
	}
	e.chunk = body.Bytes()
	writeChunk(buf, "IDAT", e.chunk)
	writeChunk(buf, "IEND", nil)
	return nil
}

// rows compresses the rows, each behind the number of its filter.
func (e *encoder) rows(s *Sheet, depth int) error {
	n := (s.Width*depth + 7) / 8
	same := make([]byte, n+1)
	same[0] = 2 // filter “up”, for a row like the one above
	e.packed = append(e.packed[:0], make([]byte, n+1)...)
	for y := range s.Height {
		row := s.Pix[y*s.Width : (y+1)*s.Width]
		if y > 0 && bytes.Equal(row, s.Pix[(y-1)*s.Width:y*s.Width]) {
			if _, err := e.zip.Write(same); err != nil {
				return err
			}
			continue
		}
		if depth == 8 {
			copy(e.packed[1:], row)
		} else {
			for i := range s.Width / 2 {
				e.packed[1+i] = row[2*i]<<4 | row[2*i+1]
			}
			if s.Width%2 != 0 {
				e.packed[n] = row[s.Width-1] << 4
			}
		}
		if _, err := e.zip.Write(e.packed); err != nil {
			return err
		}
	}
	return nil
}

func writeChunk(w io.Writer, name string, data []byte) {
	var frame [8]byte
	binary.BigEndian.PutUint32(frame[:], uint32(len(data)))
	copy(frame[4:], name)
	w.Write(frame[:]) // to a buffer in memory, which takes everything
	w.Write(data)
	sum := crc32.Update(crc32.ChecksumIEEE(frame[4:]), crc32.IEEETable, data)
	w.Write(binary.BigEndian.AppendUint32(nil, sum))
}
