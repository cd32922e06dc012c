package push

import (
	"errors"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// onRecord are the codes that the notes on the platform name.
var onRecord = []int{-1, 40001, 40007, 40009, 40033, 40137, 40164, 42001, 45002, 45003, 45004, 45005, 45008, 45009, 45011, 45166, 47001, 48001, 64702, 64703, 64705, 412, 64562}

// TestMeanings: every code on record and every code that the fake platform gives
// has words in both languages, which say what to do.
func TestMeanings(t *testing.T) {
	codes := append([]int{}, onRecord...)
	files, err := os.ReadDir("../fake")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := os.ReadFile("../fake/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`refuse\((-?[0-9]+),`).FindAllSubmatch(text, -1) {
			if n, _ := strconv.Atoi(string(m[1])); n != 0 {
				codes = append(codes, n)
			}
		}
	}
	if len(codes) < len(onRecord)+30 {
		t.Errorf("only %d codes were found", len(codes))
	}
	for _, n := range codes {
		if meanings[n].Zh == "" {
			t.Errorf("code %d has no meaning", n)
		}
	}
	for n, m := range meanings {
		han := strings.ContainsFunc(m.Zh, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		if !han || m.En == "" || strings.ContainsFunc(m.En, func(r rune) bool { return unicode.Is(unicode.Han, r) && r != '字' }) || strings.HasSuffix(m.Zh, "。") {
			t.Errorf("code %d: %q, %q", n, m.Zh, m.En)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&Refusal{"stable_token", 40164, "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 1"}, "要加的地址：203.0.113.7（stable_token 40164 invalid ip"},
		{&Refusal{"stable_token", 40164, "invalid ip ::ffff:203.0.113.7, not in whitelist"}, "要加的地址：203.0.113.7（"},
		{&Refusal{"stable_token", 40164, "invalid ip 2001:db8::7, not in whitelist"}, "要加的地址：2001:db8::7（"},
		{&Refusal{"stable_token", 40164, "not in whitelist"}, "再运行（stable_token"},
		{&Refusal{"draft/add", 12345, "what"}, "没有记录的错误，请按编号查官方文档（draft/add 12345 what）"},
		{errors.Join(&Unanswered{"draft/add", "EOF"}), "不会重复新建（draft/add: EOF）"},
		{errors.New("disk full"), "disk full"},
	} {
		if got := Words(c.err).Zh; !strings.Contains(got, c.want) {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
