package pinyin

import (
	"cmp"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// text writes a name as "wang2 da4heng2".
func text(n Name) string {
	var b strings.Builder
	for i, s := range n.Syllables {
		if i > 0 && slices.Contains(n.Words, i) {
			b.WriteByte(' ')
		} else if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.Letters)
		b.WriteByte('0' + byte(s.Tone))
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"Wáng Dàhéng":         "wang2 da4.heng2",
		"WÁNG DÀHÉNG":         "wang2 da4.heng2",
		"Wang Daheng":         "wang0 da0.heng0",
		"Wang2 Da4heng2":      "wang2 da4.heng2",
		"Lǐ Xī'ān":            "li3 xi1.an1",
		"Lǐ Xī’ān":            "li3 xi1.an1",
		"Li3 Xi1'an1":         "li3 xi1.an1",
		"Lǐ Xīān":             "li3 xi1.an1", // two tones are two syllables
		"Lǐ Xiān":             "li3 xian1",
		"Ōuyáng Xiū":          "ou1.yang2 xiu1",
		"Lǚ Dòngbīn":          "lü3 dong4.bin1",
		"lv3 dong4bin1":       "lü3 dong4.bin1",
		"lü":                  "lü0",
		"lǜ":                  "lü4",
		"Lu\u0304\u0308":      "lü1", // the marks the other way round
		"nüè":                 "nüe4",
		"Nán Réndōng":         "nan2 ren2.dong1",
		"Táng Áoqìng":         "tang2 ao2.qing4",
		"Jiǎng Zhùyīng":       "jiang3 zhu4.ying1",
		"Huáng Dànián":        "huang2 da4.nian2",
		"Fangan":              "fan0.gan0", // not fang-an: that wants an apostrophe
		"Fang'an":             "fang0.an0",
		"Gengen":              "gen0.gen0",
		"Yúnán":               "yu2.nan2",
		"Jīngāng":             "jin1.gang1",
		"Xīnán":               "xi1.nan2",
		"Rúyīng":              "ru2.ying1",
		"Liángēng":            "lian2.geng1",
		"Tiānē":               "tian1.e1",
		"Èryuè":               "er4.yue4",
		"Zhuàngguàn":          "zhuang4.guan4",
		"Wáng Xiǎoya":         "wang2 xiao3.ya5",
		"ma0":                 "ma5",
		"Nuò'ěrmàn·Báiqiú'ēn": "nuo4.er3.man4 bai2.qiu2.en1",
		"Zhāng-Wáng Lì":       "zhang1 wang2 li4",
		"Ｗａｎｇ":                "wang0",
		"Wɑ́nɡ":               "wang2",
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			n, ok := Parse(form.String(in))
			if got := text(n); !ok || got != want {
				t.Errorf("Parse(%q) = %s, %t; want %s", in, got, ok, want)
			}
		}
	}
	for _, in := range []string{
		"", " ", "王选", "Wang Q", "Bethune", "xyz", "Wáńg", "Wang22", "2", "'an", "Wáng2", "jü", "ń", "e\u0308",
		"bang" + strings.Repeat("a", 200), "Lǐ (Xī)", "김철수", "wang6", "a\u0302",
	} {
		if n, ok := Parse(in); ok {
			t.Errorf("Parse(%q) = %s, want none", in, text(n))
		}
	}
}

// TestTable: each syllable is found again, alone and before another one, and
// there are as many as Mandarin has, give or take interjections.
func TestTable(t *testing.T) {
	if n := len(syllables()); n < 395 || n > 412 {
		t.Errorf("%d syllables", n)
	}
	for s := range syllables() {
		n, ok := Parse(s + "4'" + s)
		if !ok || len(n.Syllables) != 2 || n.Syllables[0] != (Syllable{s, 4}) || n.Syllables[1] != (Syllable{s, 5}) {
			t.Errorf("%s: %v", s, n)
		}
	}
}

// ordered are the names of testdata/order.txt: name, tab, pinyin.
func ordered(t testing.TB) [][2]string {
	data, err := os.ReadFile("testdata/order.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list [][2]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		name, pinyin, _ := strings.Cut(line, "\t")
		list = append(list, [2]string{name, pinyin})
	}
	return list
}

func TestOrder(t *testing.T) {
	want := ordered(t)
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, func(a, b [2]string) int { return cmp.Compare(Key(a[0], a[1]), Key(b[0], b[1])) })
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("number %d is %s, want %s", i+1, got[i], want[i])
		}
	}
}

// TestOrderByLetter: names in order are in the order of their letters, whatever
// is written for a name or for its pinyin; those without one come last.
func TestOrderByLetter(t *testing.T) {
	list := ordered(t)
	texts := []string{"", "王选", "高某", "김철수", "Bethune", "zebra", "Gāo Mǒu", "ɡāo", "ɑ̀o", "Ⓐlan", "℀", "Łukasz", "Ärzte", "(Q) 王", "1st", "？", "Lǚ", "xyz", "ß", "Ωmega", "Élan", "ａｂｃ", "ĳs"}
	for _, name := range texts {
		for _, pinyin := range texts {
			list = append(list, [2]string{name, pinyin})
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int { return cmp.Compare(Key(a[0], a[1]), Key(b[0], b[1])) })
	last := "A"
	for _, x := range list {
		l := Letter(x[0], x[1])
		if l == "#" {
			l = "Ω" // after Z
		} else if len(l) != 1 || l < "A" || l > "Z" {
			t.Errorf("%q, %q is under %q", x[0], x[1], l)
		}
		if l < last {
			t.Errorf("%q, %q is under %s, after %s", x[0], x[1], l, last)
		}
		last = l
	}
}

func TestLetter(t *testing.T) {
	for _, c := range [][3]string{
		{"高某", "ɡāo", "G"}, {"敖某", "ɑ̀o", "A"}, {"高某", "ɡāo Q", "G"}, {"高某", "Gāo", "G"}, {"Bethune", "白求恩", "B"}, {"Bethune", "Bái", "B"},
		{"王选", "", "#"}, {"王选", "王选", "#"}, {"김철수", "", "#"}, {"김철수", "Kim", "K"}, {"Åke", "", "A"}, {"", "", "#"}, {"(Q) 王", "", "Q"},
	} {
		if got := Letter(c[0], c[1]); got != c[2] {
			t.Errorf("%s, %s: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// TestKeyIsStable: keys depend on the name, not on how its text is coded.
func TestKeyIsStable(t *testing.T) {
	keys := map[string]string{}
	for _, x := range ordered(t) {
		key := Key(x[0], x[1])
		if Key(norm.NFD.String(x[0]), norm.NFD.String(x[1])) != key || Key(x[0], strings.ToUpper(x[1])) != key {
			t.Errorf("%s has several keys", x[0])
		}
		if keys[key] != "" {
			t.Errorf("%s and %s have one key", x[0], keys[key])
		}
		keys[key] = x[0]
	}
}

func TestStrokes(t *testing.T) {
	for r, want := range map[rune]byte{'一': 1, '丁': 2, '王': 4, '龙': 5, '汪': 7, '解': 13, '龘': 48, '㐀': 5, '𠀀': 2, '𬭎': 12, 'a': 0, '김': 0} {
		if got := strokes(r); got != want {
			t.Errorf("%c has %d strokes, want %d", r, got, want)
		}
	}
}

func TestSearchWords(t *testing.T) {
	for _, c := range []struct{ in, initials, plain string }{
		{"Nán Réndōng", "nrd", "nanrendong"},
		{"Lǚ Dòngbīn", "ldb", "lvdongbin ludongbin"},
		{"Ōuyáng Xiū", "oyx", "ouyangxiu"},
		{"Zhāng Zhōng'ān", "zza", "zhangzhongan"},
		{"Łukasz Œuvre-Ç", "loc", "lukaszoeuvrec"},
		{"Åke", "a", "ake"},
		{"(Q) 王", "q王", "q王"},
		{"", "", ""},
		{"王选", "王", "王选"},
	} {
		if i, p := Initials(c.in), Plain(c.in); i != c.initials || p != c.plain {
			t.Errorf("%q: %q, %q", c.in, i, p)
		}
	}
}

func TestSurname(t *testing.T) {
	for name, want := range map[string]string{
		"王大珩": "王", "欧阳修": "欧阳", "欧阳": "欧", "歐陽予倩": "歐陽", "诸葛亮": "诸葛", "万俟某": "万俟",
		"爱新觉罗某": "爱新觉罗", "梁丘某": "梁", "阿沛·阿旺晋美": "阿沛", "诺尔曼·白求恩": "诺尔曼",
		"Norman Bethune": "Norman", "Madonna": "Madonna", "김철수": "김", "남궁민": "남궁", "𬭎某": "𬭎", "": "", " 王选 ": "王",
	} {
		if got := Surname(name); got != want {
			t.Errorf("Surname(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPolyphonic(t *testing.T) {
	for s, want := range map[string]string{"单": "Shàn", "尉迟": "Yùchí", "王": "", "": ""} {
		if got, ok := Polyphonic(s); got != want || ok != (want != "") {
			t.Errorf("Polyphonic(%q) = %q, %t", s, got, ok)
		}
	}
	for s, reading := range polyphonic() {
		n, ok := Parse(reading)
		if !ok || len(n.Syllables) != len([]rune(s)) || len(n.Words) != 1 || norm.NFC.String(reading) != reading {
			t.Errorf("%s: %q is not the pinyin of one surname", s, reading)
		}
		if len([]rune(s)) > 1 && !compound()[s] {
			t.Errorf("%s is no compound surname", s)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, x := range ordered(f) {
		f.Add(x[1])
	}
	f.Add("Wang2 Da4heng2")
	f.Add("Lu\u0304\u0308'e")
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := Parse(s)
		if ok != (len(n.Syllables) > 0) || ok != (len(n.Words) > 0) {
			t.Fatalf("%v, %t", n, ok)
		}
		for i, s := range n.Syllables {
			if syllables()[s.Letters] == "" || s.Tone < 0 || s.Tone > 5 {
				t.Fatalf("syllable %d: %v", i, s)
			}
		}
		for i, w := range n.Words {
			if w >= len(n.Syllables) || i == 0 && w != 0 || i > 0 && w <= n.Words[i-1] {
				t.Fatalf("words begin at %v of %d", n.Words, len(n.Syllables))
			}
		}
		again, ok2 := Parse(norm.NFD.String(s))
		if ok2 != ok || text(again) != text(n) {
			t.Fatalf("decomposed: %s, was %s", text(again), text(n))
		}
		if ok { // what is written out in full is read as it was
			if full, ok := Parse(strings.NewReplacer(".", "'", "0", "").Replace(text(n))); !ok || text(full) != text(n) {
				t.Fatalf("%s, was %s", text(full), text(n))
			}
		}
	})
}

func FuzzKey(f *testing.F) {
	list := ordered(f)
	for i, x := range list {
		y := list[(i+1)%len(list)]
		f.Add(x[0], x[1], y[0], y[1])
	}
	f.Fuzz(func(t *testing.T, name1, pinyin1, name2, pinyin2 string) {
		k1, k2 := Key(name1, pinyin1), Key(name2, pinyin2)
		if norm.NFC.String(name1) != norm.NFC.String(name2) && k1 == k2 {
			t.Fatalf("%q and %q have one key", name1, name2)
		}
		if Key(norm.NFD.String(name1), norm.NFD.String(pinyin1)) != k1 {
			t.Fatalf("%q has several keys", name1)
		}
		n1, ok1 := Parse(pinyin1)
		n2, ok2 := Parse(pinyin2)
		if !ok1 || !ok2 || len(n1.Syllables) == 0 {
			return
		}
		// The first syllables decide alone, where they differ.
		a, b := n1.Syllables[0], n2.Syllables[0]
		if a.Letters != b.Letters && !strings.Contains(a.Letters+b.Letters, "ü") && (a.Letters < b.Letters) != (k1 < k2) {
			t.Fatalf("%q and %q stand the wrong way round", pinyin1, pinyin2)
		}
	})
}

// TestApostrophes: any two syllables that are written together, with the
// apostrophe that a, o and e want, are taken apart as they were.
func TestApostrophes(t *testing.T) {
	for a := range syllables() {
		for b := range syllables() {
			joined := a + b
			if strings.ContainsRune("aoe", rune(b[0])) {
				joined = a + "'" + b
			}
			n, ok := Parse(joined)
			if got := text(n); !ok || got != a+"0."+b+"0" {
				t.Errorf("%s is %s", joined, got)
			}
		}
	}
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Key("王大珩", "Wáng Dàhéng")
	}
}
