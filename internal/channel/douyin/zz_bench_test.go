package douyin

import (
	"fmt"
	"syscall"
	"testing"
)

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(1, &u) // RUSAGE_THREAD
	return float64(u.Utime.Sec)*1e3 + float64(u.Utime.Usec)/1e3
}

func TestCPU(t *testing.T) {
	runtimeLock()
	j := jobs(t)["content/articles/2026/deep-earth/index.md"]
	fonts, _ := j.Press.Fonts()
	best, bd, bs := 1e9, 1e9, 1e9
	for range 12 {
		a := cpu()
		d, err := deal(j, fonts, 35)
		if err != nil {
			t.Fatal(err)
		}
		b := cpu()
		d.draw(j.Piece)
		c := cpu()
		subtitles(script(j, d))
		e := cpu()
		best, bd, bs = min(best, (b-a)/14), min(bd, (c-b)/14), min(bs, e-c)
	}
	fmt.Printf("cpu ms/card: deal %.2f draw %.2f script %.2f (whole)\n", best, bd, bs)
}
