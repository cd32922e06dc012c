package pack

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"time"

	"kepu/internal/channel"
)

// dated is the time of all files in all archives: equal files make equal archives.
var dated = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

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
			Name: f.Name, Method: zip.Store, Flags: utf8Names, Modified: dated,
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

// utf8Names is the flag of archives whose names are in UTF-8.
const utf8Names = 0x800
