package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// progressive reports whether a JPEG begins with a coarse picture (SOF2): until it
// is whole its decoder holds four bytes for each sample.
func progressive(data []byte) bool {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; at += 2 + int(binary.BigEndian.Uint16(data[at+2:])) {
		if data[at+1] == 0xC2 {
			return true
		}
		if data[at+1] == 0xDA {
			break
		}
	}
	return false
}

// segments are the parts of a JPEG before its pixels that programs put their
// own data into (APP1), without marker and length; nil for other formats. They
// share the memory of data.
func segments(data []byte) [][]byte {
	if !bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		return nil
	}
	var list [][]byte
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		mark, n := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if mark == 0xDA || n < 2 || at+2+n > len(data) {
			break
		}
		if mark == 0xE1 {
			list = append(list, data[at+4:at+2+n])
		}
		at += 2 + n
	}
	return list
}

// withoutPlace empties what a camera wrote of where a picture was taken.
func withoutPlace(data []byte) []byte {
	clean := slices.Clone(data)
	found := false
	for _, s := range segments(clean) {
		d := exifOf(s)
		for _, e := range d.entries(d.first()) {
			if d.short(e) == tagPlace {
				found = true
				d.empty(d.long(e + 8))
			}
		}
	}
	if !found {
		return data
	}
	return clean
}

// empty overwrites a directory and what it points to.
func (d exif) empty(at int) {
	list := d.entries(at)
	for _, e := range list {
		size := 0
		if t := d.short(e + 2); t < len(typeSize) {
			size = typeSize[t]
		}
		if n := size * min(d.long(e+4), len(d.data)); n > 4 {
			if v := d.long(e + 8); v >= 8 && v+n <= len(d.data) {
				clear(d.data[v : v+n])
			}
		}
		clear(d.data[e : e+12])
	}
	if len(list) > 0 {
		clear(d.data[at : at+2]) // no entries
	}
}

// labelOf finds the metadata (XMP) that says of a picture that a machine made
// it. Who passes such a picture on must not take that away (GB 45438—2025).
func labelOf(data []byte) []byte {
	start, end := bytes.Index(data, []byte("<x:xmpmeta")), bytes.Index(data, []byte("</x:xmpmeta>"))
	if start < 0 || end < start {
		return nil
	}
	packet := data[start : end+len("</x:xmpmeta>")]
	if len(packet) > 60_000 || !bytes.Contains(packet, []byte("AIGC")) { // what one segment holds
		return nil
	}
	return packet
}

const (
	xmpInJPEG  = "http://ns.adobe.com/xap/1.0/\x00"
	xmpInPNG   = "XML:com.adobe.xmp\x00\x00\x00\x00\x00" // not compressed, no language, no translation
	labelFrame = 64                                      // more than either form adds
)

// withLabel writes a label into a file that this package encoded.
func withLabel(data, label []byte) []byte {
	if label == nil {
		return data
	}
	if bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(2+len(xmpInJPEG)+len(label)))
		return slices.Concat(data[:2], head, []byte(xmpInJPEG), label, data[2:])
	}
	const after = 8 + 12 + 13 // signature and header
	body := slices.Concat([]byte("iTXt"), []byte(xmpInPNG), label)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)-4))
	chunk = binary.BigEndian.AppendUint32(append(chunk, body...), crc32.ChecksumIEEE(body))
	return slices.Concat(data[:after], chunk, data[after:])
}
