package build

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/diag"
	"kepu/internal/sharecard"
	"kepu/internal/typeset"
)

// Bounds of a search: a machine with more fonts than that is asked for
// cards.font instead.
const (
	mostFiles  = 5000 // looked at by name
	mostOpened = 60   // opened to see whether they have Han characters
)

// familiar are names of fonts with Han characters, the best for cards first.
// Matching is by prefix, without case.
var familiar = []string{
	"notosanscjk-bold", "notosanscjksc-bold", "notosanssc-bold", "sourcehansans-bold", "sourcehansanssc-bold", "sourcehansanscn-bold",
	"notosanscjk", "notosanssc", "sourcehansans", "harmonyos_sans_sc_bold", "misans-bold", "pingfang", "hiragino sans gb", "stheiti medium",
	"msyhbd", "msyh", "wqy-zenhei", "wqy-microhei", "wqy", "simhei", "droidsansfallback", "notoserifcjk-bold", "simsun",
}

// lighter gives the name of the font for text that goes with one for titles.
var lighter = strings.NewReplacer("-Bold.", "-Regular.", "msyhbd.", "msyh.", "_Bold.", "_Regular.")

// fontFolders are where a system keeps its fonts.
func fontFolders() []string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = string(filepath.Separator) // where none of the folders is
	}
	switch runtime.GOOS {
	case "windows":
		return []string{`C:\Windows\Fonts`, filepath.Join(home, `AppData\Local\Microsoft\Windows\Fonts`)}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library/Fonts"), "/System/Library/AssetsV2"}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".fonts"), filepath.Join(home, ".local/share/fonts")}
}

// A fontFile is a font as the disk has it.
type fontFile struct {
	Path string
	Size int64
	Time int64
}

func statFont(path string) (fontFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return fontFile{}, err
	}
	if !info.Mode().IsRegular() {
		return fontFile{}, &fs.PathError{Op: "open", Path: path, Err: fs.ErrInvalid}
	}
	return fontFile{path, info.Size(), info.ModTime().UnixNano()}, nil
}

func (f fontFile) open() (*typeset.Font, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	font, err := typeset.NewFont(file) // which goes on reading the file
	if err != nil {
		file.Close()
	}
	return font, err
}

// usable tells why a font cannot be used. The answer for a file is kept, good or
// bad: to open a large font takes as long as to build a small site, and a machine
// without a good one has each of its fonts asked in every build.
func (s *Session) usable(f fontFile) error {
	const good = ""
	key := cache.Key(artifact.DigestOf("font", s.texts.program, f))
	if answer, ok := s.texts.store.Get(key); ok {
		if string(answer) == good {
			return nil
		}
		return errors.New(string(answer))
	}
	file, err := os.Open(f.Path)
	if err != nil {
		return fontProblem(err) // which may be another one next time
	}
	defer file.Close()
	answer := good
	if _, err = typeset.NewFont(file); err != nil {
		err = fontProblem(err)
		answer = err.Error()
	}
	s.texts.store.Put(key, []byte(answer))
	return err
}

// fontProblem says in both languages why a font cannot be used.
func fontProblem(err error) error {
	text := diag.Both("不是字体文件", "it is not a font")
	switch path := (*fs.PathError)(nil); {
	case errors.Is(err, fs.ErrNotExist):
		text = diag.Both("文件不存在", "there is no such file")
	case errors.Is(err, typeset.ErrNoHan):
		text = diag.Both("没有汉字", "it has no Han characters")
	case errors.As(err, &path):
		text = diag.Both("读不了", "it cannot be read")
	}
	return errors.New(text)
}

// press makes the press for share cards, with the font that the settings name
// or one of the machine's, or with none. The error is one of the named font.
func (s *Session) press(dir, named string) (*sharecard.Press, error) {
	title, err := s.titleFont(dir, named)
	if err != nil {
		return nil, err
	}
	id, text := "", title
	if title.Path != "" {
		if f, err := statFont(filepath.Join(filepath.Dir(title.Path), lighter.Replace(filepath.Base(title.Path)))); err == nil && named == "" && s.usable(f) == nil {
			text = f
		}
		id = artifact.DigestOf(title, text).String()
	}
	if s.drawing != nil && s.drawing.ID == id {
		return s.drawing, nil
	}
	s.drawing = sharecard.NewPress(id, nil)
	if id != "" {
		s.drawing = sharecard.NewPress(id, func() (f typeset.Fonts, err error) {
			if f.Title, err = title.open(); err == nil {
				f.Text = f.Title
				if text != title {
					f.Text, err = text.open()
				}
			}
			return f, err
		})
	}
	return s.drawing, nil
}

// titleFont gives the font that is named, else the best that there is; without
// a path if there is none.
func (s *Session) titleFont(dir, named string) (fontFile, error) {
	if named != "" {
		if !filepath.IsAbs(named) {
			named = filepath.Join(dir, filepath.FromSlash(named))
		}
		f, err := statFont(named)
		if err != nil {
			return f, fontProblem(err)
		}
		return f, s.usable(f)
	}
	opened := 0
	for _, path := range fontsIn(s.folders) {
		if f, err := statFont(path); err == nil {
			if opened++; opened > mostOpened {
				break
			}
			if s.usable(f) == nil {
				return f, nil
			}
		}
	}
	return fontFile{}, nil
}

// fontsIn lists the fonts of folders, familiar ones first.
func fontsIn(folders []string) []string {
	type ranked struct {
		path string
		rank int
	}
	var list []ranked
	left := mostFiles
	for _, folder := range folders {
		filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if left--; left < 0 {
				return filepath.SkipAll
			}
			if err != nil || d.IsDir() {
				return nil // a folder that cannot be read has no fonts for us
			}
			switch name := strings.ToLower(d.Name()); filepath.Ext(name) {
			case ".ttf", ".otf", ".ttc", ".otc":
				rank := slices.IndexFunc(familiar, func(f string) bool { return strings.HasPrefix(name, f) })
				if rank < 0 {
					rank = len(familiar)
				}
				list = append(list, ranked{path, rank})
			}
			return nil
		})
	}
	slices.SortFunc(list, func(a, b ranked) int { return cmp.Or(a.rank-b.rank, strings.Compare(a.path, b.path)) })
	paths := make([]string, len(list))
	for i, f := range list {
		paths[i] = f.path
	}
	return paths
}
