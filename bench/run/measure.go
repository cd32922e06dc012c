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

// A measure is what one build took, by the kernel's account of the process.
type measure struct {
	cpu, wall time.Duration // cpu is user and system time together
	rss       int64         // peak, in bytes
}

func (m measure) String() string {
	return fmt.Sprintf("cpu %6.2f s  wall %6.2f s  peak %4d MB", m.cpu.Seconds(), m.wall.Seconds(), m.rss>>20)
}

// run runs a command to its end and asks the kernel (wait4) what it used.
func run(dir string, env, command []string) (measure, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	start := time.Now()
	err := cmd.Run()
	m := measure{wall: time.Since(start)}
	if err != nil {
		return m, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, output.Bytes())
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	m.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	m.rss = int64(usage.Maxrss)
	if runtime.GOOS != "darwin" {
		m.rss *= 1024 // kilobytes everywhere but on macOS
	}
	return m, nil
}

// median takes each number by itself.
func median(runs []measure) measure {
	mid := func(get func(measure) int64) int64 {
		var values []int64
		for _, m := range runs {
			values = append(values, get(m))
		}
		slices.Sort(values)
		n := len(values)
		return (values[(n-1)/2] + values[n/2]) / 2
	}
	return measure{
		cpu:  time.Duration(mid(func(m measure) int64 { return int64(m.cpu) })),
		wall: time.Duration(mid(func(m measure) int64 { return int64(m.wall) })),
		rss:  mid(func(m measure) int64 { return m.rss }),
	}
}

// printTable shows the medians and how many times the first one's the others
// take: above 1 is slower or bigger.
func printTable(field []*generator) {
	first := median(field[0].runs)
	fmt.Printf("\n%-10s %10s %10s %10s   ratio to %s: cpu, wall, memory\n", "median", "cpu s", "wall s", "peak MB", field[0].name)
	for _, g := range field {
		m := median(g.runs)
		fmt.Printf("%-10s %10.2f %10.2f %10d   %.2f, %.2f, %.2f\n", g.name,
			m.cpu.Seconds(), m.wall.Seconds(), m.rss>>20,
			float64(m.cpu)/float64(first.cpu), float64(m.wall)/float64(first.wall), float64(m.rss)/float64(first.rss))
	}
}
