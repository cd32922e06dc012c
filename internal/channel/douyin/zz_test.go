package douyin

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	s := "这一段话有二十来个字，写了许多许多遍，谁也读不完。"
	for name, text := range map[string]string{
		"paragraphs": strings.Repeat(strings.Repeat(s, 6)+"\n\n", 2000),
		"one paragraph": strings.Repeat(s, 12000),
		"one sentence": strings.Repeat("这一段话有二十来个字，写了许多许多遍，", 16000),
		"no breaks": strings.Repeat("abcdefgh", 100000),
		"table": "|a|b|\n|---|---|\n" + strings.Repeat("|"+s+"|"+s+"|\n", 5000),
		"list": strings.Repeat("- "+s+"\n", 10000),
		"headings": strings.Repeat("## "+s+"\n\n", 10000),
		"nest": strings.Repeat("> ", 1000) + s,
		"nestlist": strings.Repeat("- ", 500) + s,
	} {
		j := job(t, "x.md", text)
		j.Press = press(t)
		t0 := time.Now()
		p, err := compose(j)
		fmt.Println(name, len(text), time.Since(t0), err, p.Measures[1])
	}
}
