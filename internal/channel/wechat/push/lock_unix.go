//go:build unix

package push

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock fails if another process holds the file. Where the file system knows no
// locks it does nothing.
func lock(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return err
		default:
			return nil
		}
	}
}
