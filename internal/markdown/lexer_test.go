package markdown

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// mixture is not in the language of any lexer, so that they meet what their rules do not expect.
const mixture = "if (a < b && c) { return \"x\\n\" } # 注释\n\t<p class='y'>&amp;</p> 你好\n\n@def f(x): $x = 0x1f /* … */ 'é'\n-- end\n// 1.5e3 %d {{ y }}"

// filtered gives every lexer of chroma's that is made faster, by its name.
func filtered(t *testing.T) map[string]*filteredLexer {
	all := map[string]*filteredLexer{}
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		if r, ok := l.(*chroma.RegexLexer); ok {
			if f := newFilteredLexer(r); f != nil {
				all[l.Config().Name] = f
			}
		}
	}
	if len(all) < 250 {
		t.Fatalf("only %d lexers are filtered", len(all))
	}
	return all
}

// TestTokensAreChromas lexes chroma's own samples, and text that is no program, as chroma does.
func TestTokensAreChromas(t *testing.T) {
	samples, _ := filepath.Glob(filepath.Join(moduleDir(t, "github.com/alecthomas/chroma/v2"), "lexers/testdata/*.actual"))
	if len(samples) < 100 {
		t.Fatalf("%d samples", len(samples))
	}
	for name, f := range filtered(t) {
		checkTokens(t, name, f, mixture)
	}
	for _, file := range samples {
		lang := strings.TrimSuffix(filepath.Base(file), ".actual")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, ok := lexers.Get(strings.ReplaceAll(lang, "_", "-")).(*chroma.RegexLexer)
		if !ok || !utf8.Valid(data) {
			continue
		}
		if f := newFilteredLexer(r); f != nil {
			checkTokens(t, lang, f, string(clean(data[:min(len(data), 4000)])))
		}
	}
}

func ends(f *filteredLexer, code string, out *[]chroma.Token) (ok bool) {
	defer func() { ok = recover() == nil }()
	f.tokens(code, func(t chroma.Token) { *out = append(*out, t) })
	return true
}

func checkTokens(t *testing.T, name string, f *filteredLexer, code string) {
	t.Helper()
	for len(code) > 0 && !utf8.ValidString(code) { // cut inside a character
		code = code[:len(code)-1]
	}
	var got []chroma.Token
	if !ends(f, code, &got) { // nor would chroma
		t.Logf("%s does not end", name)
		return
	}
	want, err := chroma.Tokenise(chroma.Coalesce(f.lexer), nil, code)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Errorf("%s: token %d of %q is %+v, want %+v", name, i, code, got[i], want[i])
				return
			}
		}
		t.Errorf("%s: %d tokens of %q, want %d", name, len(got), code, len(want))
	}
}

// TestFilter tries every rule on the characters that its filter says it cannot match.
func TestFilter(t *testing.T) {
	left := 0
	for name, f := range filtered(t) {
		for state := range f.rules {
			for i, r := range f.state(state) {
				for c := range rune(utf8.RuneSelf) {
					if r.canBegin(c) {
						continue
					}
					left++
					for _, rest := range []string{"", "a", " = \"b\"\n", string(c) + string(c) + "\n"} {
						text := []rune("\n" + string(c) + rest)
						if m, err := r.Regexp.FindRunesMatchStartingAt(text, 1); err == nil && m != nil && m.RuneIndex == 1 {
							t.Fatalf("%s, %s, rule %d: %s matches %q", name, state, i, r.Regexp, string(text[1:]))
						}
					}
				}
			}
		}
	}
	if left < 100_000 {
		t.Errorf("the filters leave out only %d", left)
	}
}
