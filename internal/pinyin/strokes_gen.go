//go:build ignore

// Makes strokes.bin from kTotalStrokes of the Unihan database: unpack
// https://www.unicode.org/Public/UCD/latest/ucd/Unihan.zip and run
//
//	go run strokes_gen.go < Unihan_IRGSources.txt
//
// One byte for each character of the blocks that strokes.go names; 0 where none
// is known. Where two numbers are given, the first is that of the mainland.
package main

import (
	"bufio"
	"log"
	"os"
	"strconv"
	"strings"
)

func main() {
	table := make([]byte, 0xa000-0x3400+0x323b0-0x20000)
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) < 3 || f[1] != "kTotalStrokes" {
			continue
		}
		r, err := strconv.ParseInt(strings.TrimPrefix(f[0], "U+"), 16, 32)
		n, err2 := strconv.ParseUint(f[2], 10, 8)
		if err != nil || err2 != nil {
			log.Fatal(in.Text())
		}
		switch {
		case r >= 0x3400 && r < 0xa000:
			table[r-0x3400] = byte(n)
		case r >= 0x20000 && r < 0x323b0:
			table[r-0x20000+0xa000-0x3400] = byte(n)
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("strokes.bin", table, 0o644); err != nil {
		log.Fatal(err)
	}
}
