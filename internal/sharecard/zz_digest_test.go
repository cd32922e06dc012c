package sharecard

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"
)

func TestZZDigest(t *testing.T) {
	fonts := systemFonts(t)
	out := ""
	for _, p := range []*Press{NewPress("", nil), NewPress("x", func() (Fonts, error) { return fonts, nil })} {
		all := crowded()
		for _, key := range slices.Sorted(maps.Keys(all)) {
			c := all[key]
			for _, n := range []string{"wide", "tall"} {
				out += fmt.Sprintf("%s %s %x\n", key, n, sha256.Sum256(drawings(t, p, &c)[n]))
			}
		}
		c := Card{Motif: "waves", Photo: func() ([]byte, error) { return photograph(800, 400), nil }}
		out += fmt.Sprintf("photo %x\n", sha256.Sum256(drawings(t, p, &c)["wide"]))
	}
	os.WriteFile(os.Getenv("ZZ"), []byte(out), 0o644)
}
