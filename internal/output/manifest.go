package output

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"

	"kepu/internal/artifact"
)

// Names that kepu keeps for itself in the folder. They begin with a dot, so
// that web servers and a hand-made copy leave them out.
const (
	reserved     = ".kepu-"
	manifestName = ".kepu-manifest"
	manifestTemp = ".kepu-manifest-new"
	stageName    = ".kepu-stage"

	manifestVersion = "kepu-manifest 1\n"
)

// A record is what the manifest says of one file. The zero record says only
// that the file is kepu's: it is about to be written.
type record struct {
	digest artifact.Digest // of the artifact it was rendered from
	sum    artifact.Digest // of its bytes: it tells what changed by accident or by hand, no forgery
	size   int64
}

// A manifest names kepu's files, by path.
type manifest map[string]record

// encode is the manifest's text: a version line, a line per file sorted by
// path, and a last line that tells a whole manifest from a torn one.
func (m manifest) encode() []byte {
	var buf bytes.Buffer
	buf.Grow(len(m)*128 + 64)
	buf.WriteString(manifestVersion)
	for _, path := range slices.Sorted(maps.Keys(m)) {
		r := m[path]
		line := hex.AppendEncode(buf.AvailableBuffer(), r.digest[:])
		line = append(line, ' ')
		line = hex.AppendEncode(line, r.sum[:])
		line = append(line, ' ')
		line = strconv.AppendInt(line, r.size, 10)
		line = append(line, ' ')
		line = append(line, path...)
		line = append(line, '\n')
		buf.Write(line)
	}
	end := artifact.DigestBytes(buf.Bytes())
	fmt.Fprintf(&buf, "end %x\n", end[:])
	return buf.Bytes()
}

// errManifest is what a manifest that kepu cannot read has in common.
var errManifest = errors.New(manifestName + " is damaged or from another version of kepu")

func decodeManifest(text []byte) (manifest, error) {
	if !bytes.HasPrefix(text, []byte(manifestVersion)) {
		return nil, errManifest
	}
	last := bytes.LastIndexByte(bytes.TrimSuffix(text, []byte("\n")), '\n') + 1
	body := text[:last]
	end := artifact.DigestBytes(body)
	if string(text[last:]) != fmt.Sprintf("end %x\n", end[:]) {
		return nil, errManifest
	}
	m := make(manifest, len(body)/100)
	for line := range bytes.Lines(body[len(manifestVersion):]) {
		path, r, ok := decodeRecord(line)
		if !ok {
			return nil, errManifest
		}
		m[path] = r
	}
	return m, nil
}

func decodeRecord(line []byte) (path string, r record, ok bool) {
	digest, rest, _ := bytes.Cut(line, []byte(" "))
	content, rest, _ := bytes.Cut(rest, []byte(" "))
	size, rest, _ := bytes.Cut(rest, []byte(" "))
	path = string(bytes.TrimSuffix(rest, []byte("\n")))
	if len(digest) != 2*len(r.digest) || len(content) != 2*len(r.sum) {
		return "", r, false
	}
	_, err1 := hex.Decode(r.digest[:], digest)
	_, err2 := hex.Decode(r.sum[:], content)
	n, err3 := strconv.ParseInt(string(size), 10, 64)
	r.size = n
	// A path that no artifact may have is one that no sweep may remove.
	return path, r, err1 == nil && err2 == nil && err3 == nil && badPath(path) == ""
}

// readManifest reads the folder's manifest. Without one the folder holds
// nothing of kepu's; a manifest that cannot be understood says as little, and
// damaged tells why. err is the machine's: it could not be read at all.
func readManifest(root *os.Root) (m manifest, text []byte, damaged, err error) {
	text, err = root.ReadFile(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil, nil, nil
	}
	if err != nil {
		return nil, nil, nil, err
	}
	m, damaged = decodeManifest(text)
	if damaged != nil {
		return manifest{}, nil, damaged, nil
	}
	return m, text, nil, nil
}

// writeManifest replaces the manifest. It is the one file that is flushed to
// the disk before it takes its place: everything else can be rendered again,
// but without it kepu would not know its own files after a power cut.
func writeManifest(root *os.Root, text []byte) error {
	f, err := root.OpenFile(manifestTemp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return root.Rename(manifestTemp, manifestName)
}
