// Package build is the order of the pipeline: source, content and markdown,
// site, page, output. It is the only package that knows all steps, and it
// reads as their list.
//
// It never interprets content and never formats what it found: it returns
// diagnostics and counts.
package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/output"
	"kepu/internal/page"
	"kepu/internal/site"
	"kepu/internal/source"
)

// Options of a build. Dir is required.
type Options struct {
	Dir     string    // the site folder, which holds content/
	Out     string    // where the site goes; "" checks without writing
	Cache   string    // folder for what later builds can use again; "" for none
	Program string    // identifies the program's code: what one version keeps, another must not use
	BaseURL string    // overrides the setting
	Now     time.Time // the present
	Drafts  bool
	Force   bool // allow files in Out that kepu did not make

	// Progress is told the step and how far it is; it may be nil. It is called
	// from several goroutines, never from two at once.
	Progress func(step Step, done, total int)
}

// A Step is a part of the pipeline that takes time.
type Step int

const (
	Reading Step = iota
	Writing
)

// A Result says what a build found and did.
type Result struct {
	Diagnostics []diag.Diagnostic // sorted; with an error among them nothing was written
	Entries     int
	Pages       int // HTML files of the site
	Report      output.Report
	Took        time.Duration
	BaseURL     string
	Next        time.Time // when time alone will change the site next; zero if never
}

// Failed reports whether the content has errors.
func (r Result) Failed() bool {
	for _, d := range r.Diagnostics {
		if d.Severity() == diag.Error {
			return true
		}
	}
	return false
}

// Run builds the site once. The error is one of the machine: the disk, a
// cancelled context. What is wrong with the content is in the result.
func Run(ctx context.Context, opt Options) (Result, error) {
	var r Result
	var ds diag.List
	start := time.Now()
	err := run(ctx, opt, &r, &ds)
	r.Took = time.Since(start)
	r.Diagnostics = ds.Sorted()
	quote(opt.Dir, r.Diagnostics)
	return r, err
}

func run(ctx context.Context, opt Options, r *Result, ds *diag.List) error {
	if opt.Out != "" {
		if d := checkOut(opt.Dir, opt.Out); d != nil {
			ds.Add(*d)
			return nil
		}
	}
	root, err := os.OpenRoot(filepath.Join(opt.Dir, source.Folder))
	if err != nil {
		ds.Add(diag.New(diag.NoContent, diag.Pos{File: source.Folder}))
		return nil
	}
	defer root.Close()

	// source: what files are there
	tree, found := source.List(root.FS())
	ds.Add(found...)
	if tree == nil {
		return nil
	}

	// content, markdown: what each of them says
	settings, settingsPos := readSettings(tree, ds)
	kept := openCache(opt)
	docs := parse(ctx, tree, settings, kept, opt.Progress, ds)
	kept.store.Close()
	pictures := inspect(ctx, tree, docs, settings.Markdown.TrustedHTML, ds)
	if err := ctx.Err(); err != nil {
		return err
	}

	// site: what they are together
	graph, found := site.New(site.Input{
		Settings: settings, SettingsPos: settingsPos, Docs: docs, Pictures: pictures, Files: tree.Pictures,
		Static: tree.Static, Now: opt.Now, Drafts: opt.Drafts, BaseURL: opt.BaseURL,
	})
	ds.Add(found...)
	r.Entries, r.Next = len(graph.Entries), graph.Next
	r.BaseURL = graph.Origin + graph.Base

	// page: what a reader gets
	at := settingsPos.Of("theme")
	at.File = source.Folder + "/" + source.SettingsFile
	th, found := loadTheme(opt.Dir, settings.Theme, at)
	ds.Add(found...)
	if ds.Errors() > 0 {
		return nil
	}
	arts, err := page.Artifacts(graph, th, page.Options{Program: opt.Program})
	if err != nil {
		ds.Add(themeErrors(opt.Dir, settings.Theme, err)...)
		return nil
	}
	arts = append(withoutStatic(arts, graph.Static), resources(ctx, tree, graph, settings.Markdown.TrustedHTML, ds)...)
	if ds.Errors() > 0 {
		return nil
	}
	for _, a := range arts {
		if strings.HasSuffix(a.Path, ".html") {
			r.Pages++
		}
	}
	if opt.Out == "" {
		if err := output.Check(arts); err != nil {
			return refused(err, opt, settings.Theme, ds)
		}
		return nil
	}

	// output: the files
	oo := output.Options{Force: opt.Force}
	if opt.Progress != nil {
		oo.Progress = func(done, total int) { opt.Progress(Writing, done, total) }
	}
	r.Report, err = output.Commit(ctx, opt.Out, arts, oo)
	return refused(err, opt, settings.Theme, ds)
}

// withoutStatic leaves out the theme's files that the site brings itself in
// static/, such as its own favicon.
func withoutStatic(arts []artifact.Artifact, static []string) []artifact.Artifact {
	return slices.DeleteFunc(arts, func(a artifact.Artifact) bool {
		return a.From == "theme" && slices.Contains(static, "static/"+a.Path)
	})
}

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

func readSettings(tree *source.Tree, ds *diag.List) (*content.Settings, content.Positions) {
	var src []byte
	if tree.Settings {
		var d *diag.Diagnostic
		if src, d = tree.Text(source.SettingsFile); d != nil {
			ds.Add(*d)
		}
	}
	settings, pos, found := content.DecodeSettings(source.Folder+"/"+source.SettingsFile, src)
	ds.Add(found...)
	return settings, pos
}
