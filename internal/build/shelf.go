package build

import (
	"archive/zip"
	"bytes"
	"io"
	"sync"

	"kepu/internal/artifact"
)

// A shelf holds the archives opened last: the files of a package are written one
// after the other.
type shelf struct {
	mu   sync.Mutex
	list []*opened // the one opened last comes last
}

// mostOpen is enough for as many goroutines.
const mostOpen = 16

type opened struct {
	key  artifact.Digest
	data []byte
	zip  *zip.Reader
}

// open gives an archive, loaded if it is not on the shelf.
func (s *shelf) open(key artifact.Digest, load func() ([]byte, error)) (*opened, error) {
	s.mu.Lock()
	for _, a := range s.list {
		if a.key == key {
			s.mu.Unlock()
			return a, nil
		}
	}
	s.mu.Unlock()
	data, err := load()
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	a := &opened{key, data, z}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.list) == mostOpen {
		s.list = append(s.list[:0], s.list[1:]...)
	}
	s.list = append(s.list, a)
	return a, nil
}

// file takes a file out of an archive.
func (a *opened) file(buf *bytes.Buffer, name string) error {
	f, err := a.zip.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(buf, f)
	return err
}
