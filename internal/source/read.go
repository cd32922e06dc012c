package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"unicode/utf8"

	"kepu/internal/diag"
)

// Text reads a file that an editor wrote: UTF-8, without a byte-order mark,
// with no NUL and of a sane size. Line ends stay as they are.
func (t *Tree) Text(name string) ([]byte, *diag.Diagnostic) {
	pos := diag.Pos{File: Folder + "/" + name}
	src, d := t.Bytes(name, nil)
	if d != nil {
		return nil, d
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		code := diag.HasNUL
		if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
			code, i = diag.NotUTF8, 0 // UTF-16, whose every other byte may be NUL
		}
		return nil, at(code, pos, src, i)
	}
	if !utf8.Valid(src) {
		return nil, at(diag.NotUTF8, pos, src, invalid(src))
	}
	return src, nil
}

// Bytes reads what Text would, into buf where it has room, and does not look
// whether it is a text at all.
func (t *Tree) Bytes(name string, buf []byte) ([]byte, *diag.Diagnostic) {
	src, d := t.read(name, MaxText, buf)
	return bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")), d
}

// Raw gives the bytes of a text to quote from, whatever is wrong with them;
// nil if there is nothing that could be shown.
func Raw(fsys fs.FS, name string) []byte {
	src, d := (&Tree{fsys: fsys}).Bytes(name, nil)
	if d != nil || bytes.IndexByte(src, 0) >= 0 {
		return nil
	}
	return src
}

// Resource reads a picture or another file that is published as it is.
func (t *Tree) Resource(name string) ([]byte, *diag.Diagnostic) {
	return t.read(name, MaxResource, nil)
}

// read looks at the size first, so that a file far too large is never loaded.
func (t *Tree) read(name string, limit int64, buf []byte) ([]byte, *diag.Diagnostic) {
	pos := diag.Pos{File: Folder + "/" + name}
	if disk, ok := t.disk[name]; ok {
		name = disk
	}
	info, err := fs.Stat(t.fsys, name)
	switch {
	case err != nil:
	case !info.Mode().IsRegular(): // reading a pipe would wait for ever
		err = errIrregular
	case info.Size() > limit:
		d := diag.New(diag.FileTooLarge, pos, size(info.Size()), size(limit))
		return nil, &d
	}
	var src []byte
	if err == nil {
		if into, ok := t.fsys.(intoReader); ok {
			if cap(buf) == 0 {
				buf = make([]byte, info.Size()+1) // one more shows that it was all
			}
			src, err = into.ReadInto(name, buf)
		} else {
			src, err = fs.ReadFile(t.fsys, name)
		}
	}
	if err != nil {
		d := diag.New(diag.Unreadable, pos, reason(err))
		return nil, &d
	}
	return src, nil
}

// An intoReader can read without making room for every file anew.
type intoReader interface {
	ReadInto(name string, buf []byte) ([]byte, error)
}

// at makes a diagnostic for byte i of src.
func at(code diag.Code, pos diag.Pos, src []byte, i int) *diag.Diagnostic {
	before := src[:i]
	pos.Line = bytes.Count(before, []byte("\n")) + 1
	pos.Col = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	d := diag.New(code, pos)
	return &d
}

// invalid is the index of the first byte that is not UTF-8.
func invalid(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(src)
}

var errIrregular = errors.New("not a regular file")

// missing tells of a symbolic link that leads nowhere, or in a circle.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ELOOP) }

// reason says in words why a file cannot be read. The diagnostic names the
// file already.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return diag.Both("没有权限", "permission denied")
	case errors.Is(err, fs.ErrNotExist):
		return diag.Both("它是符号链接，指向的文件不存在", "it is a symbolic link to a file that does not exist")
	case errors.Is(err, syscall.ELOOP):
		return diag.Both("它是符号链接，绕成了一圈", "it is a symbolic link that leads in a circle")
	case errors.Is(err, errIrregular):
		return diag.Both("它不是普通文件", "it is not a regular file")
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
}
