//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"syscall"
)

// firstRead holds nearly every text; a larger file costs another call.
const firstRead = 16 << 10

// Read reads a whole file into buf, or into a larger slice where it does not
// fit. A symbolic link at the path is an error. An os.File would cost two calls
// more for each file, to find out that it cannot be polled.
func Read(path string, buf []byte) ([]byte, error) {
	fd, err := retry(func() (int, error) {
		// Without O_NONBLOCK a pipe would wait for a writer.
		return syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	})
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	defer syscall.Close(fd)
	buf = buf[:cap(buf)]
	if len(buf) == 0 {
		buf = make([]byte, firstRead)
	}
	for n := 0; ; {
		if n == len(buf) {
			buf = append(buf, make([]byte, len(buf))...)
		}
		more, err := retry(func() (int, error) { return syscall.Read(fd, buf[n:]) })
		if err != nil {
			return nil, &fs.PathError{Op: "read", Path: path, Err: err}
		}
		if more == 0 {
			return buf[:n], nil
		}
		n += more
	}
}

// retry repeats a call that a signal broke off.
func retry(call func() (int, error)) (int, error) {
	for {
		if n, err := call(); !errors.Is(err, syscall.EINTR) {
			return n, err
		}
	}
}
