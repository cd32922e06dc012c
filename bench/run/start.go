//go:build unix

package main

import "fmt"

// startUp measures what every command of kepu costs before its work begins.
func startUp(kepu string) error {
	var wall, cpu []float64
	for range 50 {
		m, err := run("", nil, []string{kepu, "--help"})
		if err != nil {
			return err
		}
		wall = append(wall, float64(m.wall.Microseconds())/1000)
		cpu = append(cpu, float64(m.cpu.Microseconds())/1000)
	}
	fmt.Printf("\n== start: kepu --help, 50 times, median (least..most)\nwall ms %s   cpu ms %s\n", spreadOf(wall).format(1), spreadOf(cpu).format(1))
	return nil
}
