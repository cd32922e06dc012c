package output

import (
	"io"
	"os"

	"github.com/zeebo/xxh3"
)

// A sum identifies a file's bytes. It finds what changed by accident or by
// hand, it does not guard against forgery; so it may be fast. XXH3 gives the
// same sums on every machine.
type sum [16]byte

func sumOf(b []byte) sum { return xxh3.Hash128(b).Bytes() }

// sumFile reads a file through buf, which is nearly always larger than it.
func sumFile(root *os.Root, path string, buf []byte) (sum, int64, error) {
	f, err := root.Open(path)
	if err != nil {
		return sum{}, 0, err
	}
	defer f.Close()
	n, err := io.ReadFull(f, buf)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return sumOf(buf[:n]), int64(n), nil
	}
	if err != nil {
		return sum{}, 0, err
	}
	h := xxh3.New128()
	h.Write(buf[:n])
	more, err := io.CopyBuffer(onlyWriter{h}, onlyReader{f}, buf)
	return h.Sum128().Bytes(), int64(n) + more, err
}

// onlyReader and onlyWriter hide the methods by which io.CopyBuffer would go
// round the buffer.
type (
	onlyReader struct{ io.Reader }
	onlyWriter struct{ io.Writer }
)
