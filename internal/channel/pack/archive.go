package pack

import (
	"archive/zip"
	"bytes"
	"hash/crc32"

	"kepu/internal/channel"
)

const (
	// dated is the date of all files in all archives, so that equal files make
	// equal archives: 2020-01-01 as MS-DOS counts.
	dated = (2020-1980)<<9 | 1<<5 | 1

	// utf8Names is the flag of archives whose names are in UTF-8.
	utf8Names = 0x800
)

// archive puts files into an archive, in their order and as they are. Pictures
// are compressed already; to compress the text, a small part of most packages,
// would take twice as long as all else that makes a bundle.
func archive(files []channel.File) ([]byte, error) {
	size := 0
	for _, f := range files {
		size += len(f.Data) + 2*len(f.Name) + 128 // what stands before each file and at the end of them
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	w := zip.NewWriter(buf)
	for _, f := range files {
		n := uint64(len(f.Data))
		// With its size and sum before the data, which all readers understand.
		to, err := w.CreateRaw(&zip.FileHeader{
			Name: f.Name, Method: zip.Store, Flags: utf8Names, ModifiedDate: dated,
			CRC32: crc32.ChecksumIEEE(f.Data), CompressedSize64: n, UncompressedSize64: n,
		})
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.Data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return buf.Bytes(), err
}
