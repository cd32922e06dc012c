package build

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/goregular"

	"kepu/internal/diag"
)

// anyFont is a font with Han characters of the machine, or skips the test.
func anyFont(t *testing.T) fontFile {
	t.Helper()
	s := NewSession("", "test")
	t.Cleanup(s.Close)
	f, err := s.titleFont("", "")
	if err != nil || f.Path == "" {
		t.Skip("no font with Han characters (Debian package fonts-noto-cjk)")
	}
	return f
}

// build1 builds in a session that looks for fonts in some folders alone.
func build1(t *testing.T, opt Options, folders ...string) Result {
	t.Helper()
	s := NewSession(opt.Cache, "test")
	defer s.Close()
	s.folders = folders
	r, err := s.Build(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func codes(r Result) string {
	var list []string
	for _, d := range r.Diagnostics {
		list = append(list, string(d.Code))
	}
	return strings.Join(list, " ")
}

func many(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("content/articles/a%d.md", i)] = strings.Replace(article, "01-01", fmt.Sprintf("01-%02d", 1+i%28), 1)
	}
	return files
}

// TestCardsAreKept: what is as it was is not drawn again, even where the
// outcome of the whole build is not known.
func TestCardsAreKept(t *testing.T) {
	dir := folder(t, many(200))
	opt := options(dir)
	first := build1(t, opt)
	if got := codes(first); got != "no-font" {
		t.Errorf("messages: %s", got)
	}
	for _, name := range []string{"card.png", "poster.png"} {
		data, err := os.ReadFile(filepath.Join(opt.Out, "articles", "a7", name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(bytes.NewReader(data)); err != nil {
			t.Errorf("%s without a font: %v", name, err)
		}
	}
	if again := build1(t, opt); again.Report.Rendered != 0 || first.Report.Rendered < 400 {
		t.Errorf("drawn at first %d, then %d", first.Report.Rendered, again.Report.Rendered)
	}
}

// TestCardsLimit: the newest have cards, and one is told of the others unless
// the settings say how many it shall be.
func TestCardsLimit(t *testing.T) {
	files := many(9)
	for text, want := range map[string]struct {
		codes string
		cards int
	}{
		"":                                  {"no-font", 9},
		"cards: {limit: 3}":                 {"no-font", 3},
		"cards: {limit: 0}":                 {"", 0},
		"cards: {limit: 1000}":              {"no-font", 9},
		"cards: {font: gone.ttf}":           {"bad-font", 0},
		"cards: {font: gone.ttf, limit: 0}": {"", 0},
	} {
		files["content/site.yaml"] = "title: 甲\n" + text + "\n"
		opt := options(folder(t, files))
		r := build1(t, opt)
		made, _ := filepath.Glob(filepath.Join(opt.Out, "articles", "*", "card.png"))
		if codes(r) != want.codes || len(made) != want.cards {
			t.Errorf("%s: %q and %d cards", text, codes(r), len(made))
		}
		if want.cards == 3 && !strings.Contains(strings.Join(made, " "), "a8") {
			t.Errorf("not the newest: %v", made)
		}
		if d := r.Diagnostics; want.codes == "bad-font" && (d[0].Pos.Line != 2 || d[0].Pos.File != "content/site.yaml") {
			t.Errorf("%s: at %+v", text, d[0].Pos)
		}
	}
	opt := options(folder(t, many(501)))
	opt.Out = ""
	if r := build1(t, opt); codes(r) != "cards-limited no-font" && codes(r) != "no-font cards-limited" {
		t.Errorf("501 entries: %s", codes(r))
	} else if m := r.Diagnostics; !strings.Contains(m[0].Message(diag.English)+m[1].Message(diag.English), "500 of 501") {
		t.Errorf("501 entries: %v", m)
	}
}

// TestFontChange: another font of the same name is noticed by a build that
// would otherwise have nothing to do.
func TestFontChange(t *testing.T) {
	font := anyFont(t)
	files := many(2)
	dir := folder(t, files)
	opt := options(dir)
	opt.Cache = filepath.Join(dir, "cache")
	fonts := t.TempDir()
	link := filepath.Join(fonts, "NotoSansCJK-Bold.ttc")
	data, err := os.ReadFile(font.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(link, data, 0o644); err != nil {
		t.Fatal(err)
	}
	first := build1(t, opt, fonts)
	if first.Failed() || codes(first) != "" || first.Report.Rendered == 0 {
		t.Fatalf("%v, %+v", first.Diagnostics, first.Report)
	}
	if r := build1(t, opt, fonts); r.Report.Rendered != 0 {
		t.Errorf("nothing changed, %d files were drawn", r.Report.Rendered)
	}
	if err := os.Chtimes(link, time.Time{}, time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	if r := build1(t, opt, fonts); r.Report.Rendered != 4 {
		t.Errorf("the font changed, %d files were drawn", r.Report.Rendered)
	}
	if err := os.Remove(link); err != nil {
		t.Fatal(err)
	}
	if r := build1(t, opt, fonts); r.Report.Rendered != 4 || codes(r) != "no-font" {
		t.Errorf("the font is gone, %d files were drawn: %s", r.Report.Rendered, codes(r))
	}
}

// TestFontChoice: familiar names come first, and what is broken is passed over.
func TestFontChoice(t *testing.T) {
	font := anyFont(t)
	fonts := t.TempDir()
	for _, name := range []string{"a.ttf", "sub/wqy-zenhei.ttc", "sub/NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "readme.txt"} {
		path := filepath.Join(fonts, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte("broken"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, path := range fontsIn([]string{filepath.Join(fonts, "gone"), fonts}) {
		rel, _ := filepath.Rel(fonts, path)
		got = append(got, filepath.ToSlash(rel))
	}
	if want := "sub/NotoSansCJK-Bold.ttc NotoSansCJK-Regular.ttc sub/wqy-zenhei.ttc a.ttf"; strings.Join(got, " ") != want {
		t.Errorf("got %v", got)
	}
	good := filepath.Join(fonts, "z.ttc")
	if err := os.Symlink(font.Path, good); err != nil {
		t.Skip(err)
	}
	s := NewSession("", "test")
	defer s.Close()
	s.folders = []string{fonts}
	if f, err := s.titleFont("", ""); err != nil || f.Path != good {
		t.Errorf("%+v, %v", f, err)
	}
	if _, err := s.titleFont(fonts, "a.ttf"); err == nil {
		t.Error("a broken font that is named is no error")
	}
	if f, err := s.titleFont(fonts, "z.ttc"); err != nil || f.Path != good {
		t.Errorf("%+v, %v", f, err)
	}
}

// TestFontProblem: why a font cannot be used is said in words, without the paths
// of the machine, each time.
func TestFontProblem(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{"text.ttf": []byte("text"), "latin.ttf": goregular.TTF} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.ttf"), 0o755); err != nil {
		t.Fatal(err)
	}
	s := NewSession(t.TempDir(), "test")
	defer s.Close()
	for name, want := range map[string]string{
		"gone.ttf": diag.Both("文件不存在", "there is no such file"), "folder.ttf": diag.Both("读不了", "it cannot be read"),
		"text.ttf": diag.Both("不是字体文件", "it is not a font"), "latin.ttf": diag.Both("没有汉字", "it has no Han characters"),
	} {
		for range 2 {
			if _, err := s.titleFont(dir, name); err == nil || err.Error() != want {
				t.Errorf("%s: %v, want %s", name, err, want)
			}
		}
	}
}

// TestFontAnswers: what a font is good for is asked once for all sessions, until
// its file is another one, and no file is held open for it.
func TestFontAnswers(t *testing.T) {
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "latin.ttf")
	write := func(data []byte, at int64) {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Time{}, time.Unix(at, 0)); err != nil {
			t.Fatal(err)
		}
	}
	ask := func() string {
		s := NewSession(folder, "test")
		defer s.Close()
		f, err := statFont(path)
		if err != nil {
			t.Fatal(err)
		}
		first, again := s.usable(f), s.usable(f)
		if first == nil || again == nil || first.Error() != again.Error() {
			t.Errorf("said %v, then %v", first, again)
		}
		held, _ := filepath.Glob("/proc/self/fd/*")
		for _, fd := range held {
			if name, _ := os.Readlink(fd); name == path {
				t.Error("the file is open")
			}
		}
		s.Save()
		return fmt.Sprint(first)
	}
	write(goregular.TTF, 1e9)
	noHan := ask()
	broken := make([]byte, len(goregular.TTF))
	write(broken, 1e9)
	if got := ask(); got != noHan {
		t.Errorf("asked again, %q", got)
	}
	write(broken, 2e9)
	if got := ask(); got == noHan {
		t.Errorf("the file changed, still %q", got)
	}
}

func BenchmarkTitleFont(b *testing.B) {
	s := NewSession("", "test")
	defer s.Close()
	for b.Loop() {
		s.press("", "")
	}
}
