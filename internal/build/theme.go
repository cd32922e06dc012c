package build

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/theme"
	"kepu/themes"
)

// readTheme lays the site's own theme, which the settings name at a place, over
// the default one. It is nil where that cannot be done.
func readTheme(dir, name string, at diag.Pos) (*theme.Files, []diag.Diagnostic) {
	light, dark := markdown.StyleCSS()
	// The reader's switch wins over the system's wish; the bundler spells the nesting out.
	chroma := light + "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}:root[data-theme=dark]{" + dark + "}"
	extra := map[string][]byte{"assets/css/chroma.css": []byte(chroma)}
	if !filepath.IsLocal(name) || name == "." {
		return nil, []diag.Diagnostic{diag.New(diag.ThemeMissing, at, name)}
	}
	var layers []fs.FS
	own := filepath.Join(dir, "themes", name)
	info, err := os.Stat(own)
	switch {
	case name != "default" && (err != nil || !info.IsDir()):
		return nil, []diag.Diagnostic{diag.New(diag.ThemeMissing, at, name)}
	case err == nil:
		layers = append(layers, os.DirFS(own))
	}
	files, err := theme.Read(append(layers, themes.Default()), extra)
	if err != nil {
		return nil, themeErrors(dir, name, err)
	}
	return files, nil
}

// loadTheme loads the theme of these files, unless the session has it.
func (s *Session) loadTheme(dir, name string, files *theme.Files) []diag.Diagnostic {
	if s.theme != nil && s.themed == files.Digest {
		return nil
	}
	th, err := theme.Loader{Memo: s.texts.store, Program: s.texts.program}.Load(files)
	if err != nil {
		s.theme = nil
		return themeErrors(dir, name, err)
	}
	s.theme, s.themed = th, files.Digest
	return nil
}

// themePlace finds the file, the line and the column in what the libraries
// that read a theme say: "templates/a.html:2:5: …", "i18n/ko.yaml: yaml: line 3: …".
var themePlace = regexp.MustCompile(`(?m)\b((?:templates|assets|i18n)/[^\n:]+):(?:(\d+):(?:(\d+):)?| yaml:(?: unmarshal errors:\n)?\s+line (\d+):)? (.+)$`)

// themeErrors turns an error of a theme into a diagnostic for each place in
// the site's own files that it names.
func themeErrors(dir, name string, err error) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, m := range themePlace.FindAllStringSubmatch(err.Error(), -1) {
		pos := diag.Pos{File: "themes/" + name + "/" + m[1]}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(pos.File)))
		if err != nil {
			continue // a file of the default theme, which the site's own made fail
		}
		pos.Line, _ = strconv.Atoi(cmp.Or(m[2], m[4]))
		pos.Col, _ = strconv.Atoi(m[3])
		d := diag.New(diag.ThemeBroken, pos, m[5])
		if lines := bytes.Split(text, []byte("\n")); pos.Line > 0 && pos.Line <= len(lines) {
			d.Source = string(bytes.TrimRight(lines[pos.Line-1], "\r"))
			if pos.Col == 0 {
				d.Pos.Col = len(d.Source) - len(strings.TrimLeft(d.Source, " \t")) + 1
			}
		}
		if m[3] != "" { // counted in bytes, by templates from 0
			at := pos.Col
			if strings.HasPrefix(m[1], "assets/") {
				at--
			}
			d.Pos.Col = utf8.RuneCountInString(d.Source[:min(max(at, 0), len(d.Source))]) + 1
		}
		ds = append(ds, d)
	}
	if len(ds) == 0 {
		text, _, _ := strings.Cut(err.Error(), "\n")
		ds = append(ds, diag.New(diag.ThemeBroken, diag.Pos{File: "themes"}, text))
	}
	return ds
}
