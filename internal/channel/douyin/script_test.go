package douyin

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"kepu/internal/markdown"
	"kepu/internal/prose"
)

// TestScript reads the script, the shots and the subtitles of all texts.
func TestScript(t *testing.T) {
	for file, j := range jobs(t) {
		d := deckOf(t, j)
		shots := script(j, d)
		checkSubtitles(t, file, shots)
		rows := strings.Count(table(j.Piece.Title, shots), "\n| ")
		if rows != len(shots)+1 {
			t.Errorf("%s: %d rows of %d shots", file, rows, len(shots))
		}
		data, err := shotList(shots)
		var list struct {
			Seconds int
			Shots   []Shot
		}
		if err == nil {
			err = json.Unmarshal(data, &list)
		}
		if err != nil || len(list.Shots) != len(shots) || list.Seconds != seconds(shots) {
			t.Errorf("%s: %v, %d shots", file, err, len(list.Shots))
		}
		for _, s := range shots {
			if n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(s.Picture, "images/"), ".png")); err != nil || n < 1 || n > d.len() {
				t.Errorf("%s: shot %d shows %q", file, s.Number, s.Picture)
			}
		}
	}
}

var stamp = regexp.MustCompile(`^(\d\d):([0-5]\d):([0-5]\d),(\d{3}) --> (\d\d):([0-5]\d):([0-5]\d),(\d{3})$`)

// checkSubtitles reads SubRip strictly: numbers from 1, times that do not go
// back, one line each, all that is said in it and at its pace.
func checkSubtitles(t testing.TB, file string, shots []Shot) {
	t.Helper()
	srt := subtitles(shots)
	var said, shown strings.Builder
	for _, s := range shots {
		said.WriteString(s.Narration)
	}
	last := 0
	if srt == "" {
		return
	}
	for i, block := range strings.Split(strings.TrimSuffix(srt, "\n\n"), "\n\n") {
		lines := strings.Split(block, "\n")
		if len(lines) != 3 || lines[0] != strconv.Itoa(i+1) {
			t.Fatalf("%s: %q", file, block)
		}
		m := stamp.FindStringSubmatch(lines[1])
		if m == nil {
			t.Fatalf("%s: %q", file, lines[1])
		}
		from, to := at(m[1:5]), at(m[5:9])
		if from < last || to <= from {
			t.Errorf("%s: line %d from %d to %d, after %d", file, i+1, from, to, last)
		}
		last = to
		if want := max(1000, spokenUnits(lines[2])*250); to-from < want-10 || to-from > want+10 {
			t.Errorf("%s: %q takes %d ms, want %d", file, lines[2], to-from, want)
		}
		if n := ems(lines[2]); n > 16 {
			t.Errorf("%s: %q is %.1f wide", file, lines[2], n)
		}
		if r := []rune(lines[2]); strings.ContainsRune("，。、；：？！）》」』”’", r[0]) || strings.ContainsRune("（《「『“‘，。、；：", r[len(r)-1]) {
			t.Errorf("%s: the line %q", file, lines[2])
		}
		shown.WriteString(lines[2])
	}
	if a, b := letters(shown.String()), letters(said.String()); a != b {
		t.Errorf("%s: subtitles say %q, the script %q", file, a, b)
	}
	if end := seconds(shots); last > end*1000 {
		t.Errorf("%s: subtitles end at %d ms, the script at %d s", file, last, end)
	}
}

func at(m []string) int {
	n := make([]int, 4)
	for i := range m {
		n[i], _ = strconv.Atoi(m[i])
	}
	return ((n[0]*60+n[1])*60+n[2])*1000 + n[3]
}

// spokenUnits counts 字: each Han character and syllable of Hangul, each digit,
// two for a run of letters.
func spokenUnits(s string) int {
	n := len(regexp.MustCompile(`[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\p{Nd}]`).FindAllString(s, -1))
	words := regexp.MustCompile(`[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\p{Nd}]|[^\p{L}]`).ReplaceAllString(s, " ")
	return n + 2*len(strings.Fields(words))
}

// ems counts Han characters, and half for others.
func ems(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
		case r < 0x1100:
			n += .5
		default:
			n++
		}
	}
	return n
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func TestCues(t *testing.T) {
	for text, want := range map[string]string{
		"冰为什么会滑？因为表面有一层水。":                 "冰为什么会滑？|因为表面有一层水",
		"他说：“好，我们走！”大家就走了。":                "他说：“好，我们走！”|大家就走了",
		"1994年，他和同事提出在中国的喀斯特洼地里建一台大射电望远镜。": "1994年|他和同事提出在中国的喀斯特|洼地里建一台大射电望远镜",
		"人造探测器已经飞出了太阳系的行星区。":               "人造探测器已经飞出了|太阳系的行星区",
		"看。":                               "看",
		"……":                               "",
		"see the aurora, and then go home": "see the aurora, and then go home",
	} {
		var got []string
		for _, c := range cues(text) {
			got = append(got, c.text)
			if c.seconds < 1 || math.Round(c.seconds*100) != c.seconds*100 {
				t.Errorf("%q takes %v", c.text, c.seconds)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

// TestHeadings: each heading is on the screen once, with the card it is on, those
// in a row together.
func TestHeadings(t *testing.T) {
	j := job(t, "a.md", "## 一\n\n### 甲\n\n说话。\n\n## 只有图\n\n```\nx\n```\n\n## 算式\n\n$$\na\n$$\n\n……\n\n## 末节\n")
	j.Piece.Title = "题"
	var got []string
	for _, s := range script(j, nil) {
		got = append(got, strings.Join([]string{s.Screen, s.Narration, tenths(s.Seconds)}, "/"))
	}
	want := "题/题/1.0, 一 ｜ 甲/说话。/1.0, 只有图//2.0, 算式 ｜ a/见图。/1.0, 末节//2.0, 来源：吉林科普//3.0"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
}

// TestLiteral: what is said and shown is read back from the script as it is.
func TestLiteral(t *testing.T) {
	text := "[a](b) ![c](d) & &lt; #e ~~f~~ <i>g</i> **h** __i__ `j` | \\ $k$ ^[l] ==m== [^1]"
	doc := markdown.Prose([]byte(table(text, []Shot{{Number: 1, Narration: text, Screen: text}})), 1, markdown.Options{})
	found := 0
	prose.Walk(doc, func(n *prose.Node) bool {
		switch n.Kind {
		case prose.Heading:
			if s := prose.Plain(n); s != text+"：口播脚本" {
				t.Errorf("title %q", s)
			}
		case prose.Cell:
			if s := prose.Plain(n); s == text {
				found++
			}
		}
		return true
	})
	if found != 2 {
		t.Errorf("%d cells of %s", found, table(text, []Shot{{Narration: text, Screen: text}}))
	}
	srt := subtitles([]Shot{{cues: cues(`<i>斜体</i>，{\an8}置顶，换行\N。`)}})
	if strings.ContainsAny(strings.ReplaceAll(srt, "-->", ""), `<>{}\`) || !strings.Contains(srt, "＜i＞斜体＜/i＞") {
		t.Errorf("%s", srt)
	}
}
