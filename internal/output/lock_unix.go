//go:build unix

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock keeps a second build out of the folder. The lock is on the folder
// itself, so it leaves no file behind, and it goes with the process however
// that ends. Where the file system knows no locks the build goes on without.
func lock(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	if errors.Is(err, unix.EWOULDBLOCK) {
		f.Close()
		return nil, &BusyError{Dir: dir}
	}
	return func() { f.Close() }, nil
}
