package picture

import (
	"bytes"
	"encoding/binary"
)

// whole reports whether a file reaches as far as its format says it must: an
// upload that broke off has a head like any other, and shows half a picture.
func whole(format string, data []byte) bool {
	switch format {
	case "png":
		return wholePNG(data)
	case "jpeg":
		return wholeJPEG(data)
	case "gif":
		return len(data) > 0 && bytes.IndexByte(data[max(0, len(data)-16):], ';') >= 0
	case "webp":
		return len(data) >= 8 && uint64(len(data)) >= uint64(binary.LittleEndian.Uint32(data[4:]))+8
	}
	return true
}

// wholePNG goes from chunk to chunk, each of length, type, data and checksum,
// to the one called IEND.
func wholePNG(data []byte) bool {
	for at := uint64(8); at+12 <= uint64(len(data)); {
		if string(data[at+4:at+8]) == "IEND" {
			return true
		}
		at += uint64(binary.BigEndian.Uint32(data[at:])) + 12
	}
	return false
}

// wholeJPEG goes from segment to segment to the scan, after which the mark of
// the end must come. A thumbnail before the scan has an end of its own.
func wholeJPEG(data []byte) bool {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		switch mark := data[at+1]; {
		case mark == 0xFF: // filler
			at++
		case mark == 0xDA:
			return bytes.Contains(data[at:], []byte{0xFF, 0xD9})
		case mark == 0x01 || mark >= 0xD0 && mark <= 0xD8:
			at += 2
		default:
			at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		}
	}
	return false
}
