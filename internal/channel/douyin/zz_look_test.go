package douyin

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestLook(t *testing.T) {
	os.MkdirAll("/tmp/dy", 0o755)
	for file, j := range jobs(t) {
		if pat := os.Getenv("PAT"); pat == "" || !strings.Contains(file, pat) {
			continue
		}
		fonts, _ := j.Press.Fonts()
		for range 2 {
			t0 := time.Now()
			d, err := deal(j, fonts, 35)
			if err != nil {
				t.Fatal(err)
			}
			t1 := time.Now()
			files, err := d.draw(j.Piece)
			t2 := time.Now()
			n := 0
			for _, f := range files {
				n = max(n, len(f.Data))
				os.WriteFile(fmt.Sprintf("/tmp/dy/%s-%s", strings.ReplaceAll(strings.TrimSuffix(file, ".md"), "/", "_"), f.Name[7:]), f.Data, 0o644)
			}
			fmt.Println(file, len(files), "cards; deal", t1.Sub(t0), "draw", t2.Sub(t1), "each", t2.Sub(t0)/time.Duration(len(files)), "max bytes", n, d.remarks)
		}
	}
}
