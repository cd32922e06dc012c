package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// A pack is a file of values followed by their index:
//
//	magic, values …, index: count × (key 16, offset 8, length 4, CRC 4),
//	tail: offset of the index 8, count 4, CRC of the index 4
//
// Numbers are little-endian.
type pack struct {
	name    string
	file    *os.File
	size    int64
	damaged atomic.Bool // a value did not match its checksum
}

const (
	magic     = "kepu cache 1\n"
	recordLen = 32
	tailLen   = 16
)

func openPack(name string, where map[Key]*place) (*pack, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	p := &pack{name: name, file: f}
	index, err := readIndex(f)
	if err != nil {
		f.Close()
		return nil, err
	}
	places := make([]place, len(index)/recordLen)
	for i := range places {
		r := index[i*recordLen:]
		at := &places[i]
		at.pack, at.off = p, int64(binary.LittleEndian.Uint64(r[16:]))
		at.n, at.sum = binary.LittleEndian.Uint32(r[24:]), binary.LittleEndian.Uint32(r[28:])
		p.size += recordLen + int64(at.n)
		where[Key(r)] = at
	}
	return p, nil
}

// errPack says that a file is no whole pack of this version.
var errPack = errors.New("cache: not a pack")

// readIndex returns the records, having checked that they all lie in the file.
func readIndex(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	head, tail := make([]byte, len(magic)), make([]byte, tailLen)
	if _, err := f.ReadAt(head, 0); err != nil || string(head) != magic {
		return nil, errPack
	}
	if info.Size() < int64(len(magic)+tailLen) || info.Size() > 4*Limit {
		return nil, errPack
	}
	if _, err := f.ReadAt(tail, info.Size()-tailLen); err != nil {
		return nil, err
	}
	start, count := binary.LittleEndian.Uint64(tail), binary.LittleEndian.Uint32(tail[8:])
	if start+uint64(count)*recordLen+tailLen != uint64(info.Size()) || start < uint64(len(magic)) {
		return nil, errPack
	}
	index := make([]byte, int(count)*recordLen)
	if _, err := f.ReadAt(index, int64(start)); err != nil || crc32.ChecksumIEEE(index) != binary.LittleEndian.Uint32(tail[12:]) {
		return nil, errPack
	}
	for r := index; len(r) > 0; r = r[recordLen:] {
		off, n := binary.LittleEndian.Uint64(r[16:]), binary.LittleEndian.Uint32(r[24:])
		if off > start || off+uint64(n) > start {
			return nil, errPack
		}
	}
	return index, nil
}

// A writer makes a pack under a temporary name. Its values can be read as soon
// as they are flushed.
type writer struct {
	*pack
	buf     *bufio.Writer
	off     int64
	flushed int64
	index   []byte
}

func newWriter(dir string) (*writer, error) {
	f, err := os.CreateTemp(dir, tempPrefix)
	if err != nil {
		return nil, err
	}
	w := &writer{pack: &pack{name: f.Name(), file: f}, buf: bufio.NewWriterSize(f, 256<<10), off: int64(len(magic))}
	_, err = w.buf.WriteString(magic)
	return w, err
}

func (w *writer) add(k Key, value []byte) (*place, error) {
	at := &place{pack: w.pack, off: w.off, n: uint32(len(value)), sum: crc32.ChecksumIEEE(value)}
	w.index = append(w.index, k[:]...)
	w.index = binary.LittleEndian.AppendUint64(w.index, uint64(at.off))
	w.index = binary.LittleEndian.AppendUint32(w.index, at.n)
	w.index = binary.LittleEndian.AppendUint32(w.index, at.sum)
	w.off += int64(len(value))
	w.size += recordLen + int64(len(value))
	_, err := w.buf.Write(value)
	return at, err
}

func (w *writer) flush() error {
	err := w.buf.Flush()
	w.flushed = w.off
	return err
}

// finish writes the index and gives the pack its name; the file stays open. It
// need not survive a power cut: an index that did not reach the disk whole
// fails its checksum.
func (w *writer) finish() error {
	tail := binary.LittleEndian.AppendUint64(nil, uint64(w.off))
	tail = binary.LittleEndian.AppendUint32(tail, uint32(len(w.index)/recordLen))
	tail = binary.LittleEndian.AppendUint32(tail, crc32.ChecksumIEEE(w.index))
	w.buf.Write(w.index)
	w.buf.Write(tail)
	if err := w.flush(); err != nil {
		return err
	}
	dir, name := filepath.Split(w.name)
	final := filepath.Join(dir, packPrefix+strings.TrimPrefix(name, tempPrefix)+packSuffix)
	if err := os.Rename(w.name, final); err != nil {
		return err
	}
	w.name = final
	return nil
}

func (w *writer) abort() {
	w.file.Close()
	os.Remove(w.name)
}
