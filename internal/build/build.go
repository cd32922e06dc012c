// Package build is the order of the pipeline: source, content and markdown,
// site, page, output. It is the only package that knows all steps, and it
// reads as their list.
//
// It never interprets content and never formats what it found: it returns
// diagnostics and counts.
package build

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/diag"
	"kepu/internal/output"
	"kepu/internal/page"
	"kepu/internal/site"
	"kepu/internal/source"
)

// Options of a build. Dir is required.
type Options struct {
	Dir     string    // the site folder, which holds content/
	Out     string    // where the site goes; "" writes nothing
	Cache   string    // for Run: see NewSession
	Program string    // likewise
	BaseURL string    // overrides the setting
	Now     time.Time // the present
	Drafts  bool
	Force   bool // allow files in Out that kepu did not make
	Stats   bool // take notes of where the time goes

	Packages *Packages // for other media; nil for none

	// Changed lists the files and folders that may differ from what the session's
	// last build without errors has seen: none where it is empty, any where it is nil.
	Changed []string

	// Progress is told the step and how far it is; it may be nil. It is called
	// from several goroutines, never from two at once.
	Progress func(step Step, done, total int)
}

// A Step is a part of the pipeline that takes time.
type Step int

const (
	Reading Step = iota
	Packing      // texts for other media
	Writing
)

// A Result says what a build found and did.
type Result struct {
	Diagnostics []diag.Diagnostic // sorted; with an error among them nothing was written
	Entries     int
	Pages       int // HTML files of the site
	Report      output.Report
	Packed      output.Report // of the packages
	Packages    int           // how many there are
	Took        time.Duration
	BaseURL     string
	Next        time.Time // when time alone will change the site next; zero if never
	Stats       *Stats    // if asked for

	// Files shows the site without an Out: each file is rendered when it is
	// opened, as long as the session lasts. It is nil after errors.
	Files fs.FS
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

// Run builds the site once, in a session of its own.
func Run(ctx context.Context, opt Options) (Result, error) {
	s := NewSession(opt.Cache, opt.Program)
	s.once = true
	defer s.Close()
	return s.Build(ctx, opt)
}

// Build builds the site. The error is one of the machine: the disk, a cancelled
// context. What is wrong with the content is in the result.
func (s *Session) Build(ctx context.Context, opt Options) (Result, error) {
	var r Result
	var ds diag.List
	start := time.Now()
	if opt.Stats {
		r.Stats = newStats()
	}
	err := s.build(ctx, opt, &r, &ds)
	r.Took = time.Since(start)
	r.Diagnostics = ds.Sorted()
	quote(opt.Dir, r.Diagnostics)
	return r, err
}

func (s *Session) build(ctx context.Context, opt Options, r *Result, ds *diag.List) error {
	for _, out := range opt.folders() {
		if d := checkOut(opt.Dir, out); d != nil {
			ds.Add(*d)
			return nil
		}
	}
	c := changesOf(opt.Dir, opt.Changed)

	// source: what files are there
	tree, found := s.list(opt.Dir, c)
	ds.Add(found...)
	if tree == nil {
		return nil
	}
	r.Stats.step("list")
	settings, settingsPos, settingsText := readSettings(tree, ds)
	s.forget(settingsText)
	at := settingsPos.Of("theme")
	at.File = source.Folder + "/" + source.SettingsFile
	look, found := readTheme(opt.Dir, settings.Theme, at)
	ds.Add(found...)

	cards := s.shareCards(opt.Dir, settings, tree)
	fonts := cards.font()
	if cards == nil && opt.Packages != nil {
		fonts = s.fonts(opt.Dir, settings) // packages are drawn with them as well
	}

	// nothing at all, where everything is as the last build left it
	var sums map[string]artifact.Digest
	if opt.Out != "" && s.texts.lasting && ds.Errors() == 0 && output.IsOurs(opt.Out) {
		sums = s.sums(ctx, tree)
		key, whole := s.fingerprint(tree, sums, opt, settingsText, look.Digest, fonts)
		done := whole && s.unchanged(ctx, opt, key, r, ds)
		r.Stats.step("compare")
		if done {
			return nil
		}
	}

	// content, markdown: what each of them says
	docs := s.parse(ctx, tree, settings, c, sums, opt.Progress, r.Stats, ds)
	s.inspect(ctx, tree, settings.Markdown.TrustedHTML, c)
	pictures := s.used(tree, docs, ds)
	ground := s.ground(tree, settings, settingsPos, ds)
	if err := ctx.Err(); err != nil {
		return err
	}
	r.Stats.step("parse")

	// site: what they are together
	graph, found := site.New(site.Input{
		Settings: settings, SettingsPos: settingsPos, Docs: docs, Pictures: pictures, Files: tree.Pictures,
		Static: tree.Static, Ground: ground, Now: opt.Now, Drafts: opt.Drafts, BaseURL: opt.BaseURL,
	})
	ds.Add(found...)
	r.Entries, r.Next = len(graph.Entries), graph.Next
	r.BaseURL = graph.Origin + graph.Base
	if opt.Out != "" {
		sums = s.known()
	}
	checkNames(graph, ds)
	if s.once {
		s.docs = nil
		for i := range docs {
			if opt.Packages == nil || len(settings.Channels.Packages) == 0 && !opt.Packages.Only {
				docs[i].Pos = nil // a fifth of what a document takes, and only New told of places
			}
		}
	}
	r.Stats.step("graph")

	// page: what a reader gets
	if look != nil {
		ds.Add(s.loadTheme(opt.Dir, settings.Theme, look)...)
	}
	r.Stats.step("theme")
	ds.Add(cards.remarks(settings, settingsPos, len(graph.Entries))...)
	asked := orders(graph, opt.Packages, settingsPos, ds)
	if ds.Errors() > 0 {
		return nil
	}

	// channel: what others get
	parcels, err := s.parcels(ctx, opt, tree, graph, asked, ds)
	if err != nil {
		return err
	}
	r.Stats.step("packages")
	if opt.Packages != nil && opt.Packages.Only {
		return s.deliver(ctx, opt, parcels, r, ds)
	}
	if ds.Errors() > 0 {
		return nil
	}
	arts, err := page.Artifacts(graph, s.theme, page.Options{Program: s.texts.program, Share: cards.share()})
	if err != nil {
		ds.Add(themeErrors(opt.Dir, settings.Theme, err)...)
		return nil
	}
	arts = append(withoutStatic(arts, graph.Static), s.resources(tree, graph, settings.Markdown.TrustedHTML, ds)...)
	if ds.Errors() > 0 {
		return nil
	}
	for _, a := range arts {
		if strings.HasSuffix(a.Path, ".html") {
			r.Pages++
		}
	}
	if settings.Channels.Public {
		arts, parcels = append(arts, parcels.within("channels/")...), nil
	}
	r.Stats.step("pages")

	// output: the files
	if opt.Out == "" {
		if err := s.checkPaths(arts); err != nil {
			return refused(err, opt, settings.Theme, ds)
		}
		r.Files = artifact.FS(arts, s.index)
		return nil
	}
	oo := output.Options{Force: opt.Force}
	if opt.Progress != nil {
		oo.Progress = func(done, total int) { opt.Progress(Writing, done, total) }
	}
	r.Report, err = output.Commit(ctx, opt.Out, r.Stats.watch(arts), oo)
	r.Stats.step("write")
	if err != nil {
		return refused(err, opt, settings.Theme, ds)
	}
	if err := s.deliver(ctx, opt, parcels, r, ds); err != nil || ds.Errors() > 0 {
		return err
	}
	if s.texts.lasting {
		if key, whole := s.fingerprint(tree, sums, opt, settingsText, look.Digest, fonts); whole {
			s.note(opt, key, r, graph, ds)
		}
	}
	return nil
}

// folders are those that a build writes.
func (opt Options) folders() []string {
	var list []string
	if opt.Out != "" {
		list = append(list, opt.Out)
	}
	if opt.Packages != nil && opt.Packages.Out != "" {
		list = append(list, opt.Packages.Out)
	}
	return list
}

// withoutStatic leaves out the theme's files that the site brings itself in
// static/, such as its own favicon.
func withoutStatic(arts []artifact.Artifact, static []string) []artifact.Artifact {
	return slices.DeleteFunc(arts, func(a artifact.Artifact) bool {
		return a.From == "theme" && slices.Contains(static, "static/"+a.Path)
	})
}

// checkPaths refuses artifacts that output would refuse. Most edits leave the
// paths as they were.
func (s *Session) checkPaths(arts []artifact.Artifact) error {
	paths := make([]string, len(arts))
	for i, a := range arts {
		paths[i] = a.Path
	}
	sum := artifact.DigestOf(paths)
	if sum == s.paths {
		return nil
	}
	if err := output.Check(arts); err != nil {
		return err
	}
	s.paths, s.index = sum, artifact.NewIndex(arts)
	return nil
}
