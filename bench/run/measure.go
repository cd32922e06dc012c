//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A measure is what one process took, by the kernel's account of it.
type measure struct {
	user, cpu, wall time.Duration // cpu is user and system time together
	peak            int64         // resident memory, in bytes
}

// run runs a command to its end.
func run(dir string, env, command []string) (measure, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		return measure{}, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, output.Bytes())
	}
	return account(cmd.ProcessState, wall), nil
}

// account reads what the kernel (wait4) says an ended process used.
func account(state *os.ProcessState, wall time.Duration) measure {
	return measure{
		user: state.UserTime(),
		cpu:  state.UserTime() + state.SystemTime(),
		wall: wall,
		peak: peak(state.SysUsage().(*syscall.Rusage)),
	}
}

func peak(usage *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) * 1024 // kilobytes everywhere else
}

// floor says how much memory this process has used: on Linux a process that
// it starts is said to have used no less.
func floor() string {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return fmt.Sprintf("(peaks below %d MB, the runner's own, cannot be told apart)", peak(&usage)>>20)
}

// A spread is the median of some values between the least and the most.
type spread struct{ least, median, most float64 }

func spreadOf(values []float64) spread {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	return spread{s[0], (s[(n-1)/2] + s[n/2]) / 2, s[n-1]}
}

// format writes numbers with so many digits after the point.
func (s spread) format(digits int) string {
	return fmt.Sprintf("%.*f (%.*f..%.*f)", digits, s.median, digits, s.least, digits, s.most)
}
