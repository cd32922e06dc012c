package build

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"kepu/internal/diag"
	"kepu/internal/output"
	"kepu/internal/source"
)

// refused turns what output refuses, which an editor can mend, into
// diagnostics, and passes on what only the machine can.
func refused(err error, opt Options, themeName string, ds *diag.List) error {
	var foreign *output.ForeignError
	var collision *output.CollisionError
	var path *output.PathError
	var render *output.RenderError
	switch {
	case errors.As(err, &foreign):
		code := diag.ForeignFiles
		if foreign.InTheWay {
			code = diag.FilesInTheWay
		}
		names := strings.Join(foreign.Names, "、")
		if more := foreign.Count - len(foreign.Names); more > 0 {
			names += " … (+" + strconv.Itoa(more) + ")"
		}
		ds.Add(diag.New(code, diag.Pos{}, filepath.ToSlash(opt.Out), names))
	case errors.As(err, &collision):
		file := collision.OtherFrom
		if !strings.HasPrefix(file, source.Folder+"/") {
			file = collision.From
		}
		ds.Add(diag.New(diag.PathCollision, diag.Pos{File: file}, collision.Path, named(collision.From), named(collision.OtherFrom)))
	case errors.As(err, &path):
		ds.Add(diag.New(diag.BadPath, diag.Pos{File: path.From}, path.Path))
	case errors.As(err, &render):
		if file := (*unreadable)(nil); errors.As(err, &file) {
			ds.Add(file.d)
			return nil
		}
		ds.Add(themeErrors(opt.Dir, themeName, render)...)
	default:
		return err
	}
	return nil
}

// named says whose a file is: a content file's, the theme's, or kepu's own.
func named(from string) string {
	switch {
	case strings.HasPrefix(from, source.Folder+"/"):
		return from
	case from == "theme":
		return diag.Both("主题里的文件", "a file of the theme")
	}
	return diag.Both("kepu 自动生成的页面", "a page that kepu generates")
}

// checkOut refuses to write over the site's own files.
func checkOut(dir, out string) *diag.Diagnostic {
	d := diag.New(diag.BadOutput, diag.Pos{}, filepath.ToSlash(out))
	site, err1 := resolve(dir)
	to, err2 := resolve(out)
	if err1 != nil || err2 != nil {
		return nil // the folder will be made, or the next step says what is wrong
	}
	inside := func(p, folder string) bool {
		rel, err := filepath.Rel(folder, p)
		return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
	}
	if inside(site, to) {
		return &d
	}
	for _, sub := range []string{source.Folder, "themes"} {
		if inside(to, filepath.Join(site, sub)) {
			return &d
		}
	}
	return nil
}

// resolve is the absolute path with symbolic links followed as far as it exists.
func resolve(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	rest := ""
	for {
		if real, err := filepath.EvalSymlinks(abs); err == nil {
			return filepath.Join(real, rest), nil
		}
		parent := filepath.Dir(abs)
		if parent == abs {
			return filepath.Join(abs, rest), nil
		}
		rest = filepath.Join(filepath.Base(abs), rest)
		abs = parent
	}
}
