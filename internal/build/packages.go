package build

import (
	"context"
	"path"
	"slices"
	"strings"
	"time"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/channel/all"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/output"
	"kepu/internal/page"
	"kepu/internal/prose"
	"kepu/internal/sharecard"
	"kepu/internal/site"
	"kepu/internal/source"
)

// Packages asks for packages for other media, besides the site.
type Packages struct {
	Out  string // where they go; "" writes none, but says what is wrong with them
	Only bool   // no site

	// What is asked for, where Only; else the settings say it.
	Channels []string // none: all
	Since    time.Time
	Slugs    []string
}

// parcels are the packages of a build, and which of an earlier one stay.
type parcels struct {
	files []artifact.Artifact
	keep  func(name string) bool
}

// within gives the files a folder among those of the site.
func (p *parcels) within(folder string) []artifact.Artifact {
	if p == nil {
		return nil
	}
	for i := range p.files {
		p.files[i].Path = folder + p.files[i].Path
	}
	return p.files
}

// parcels makes what is ordered; nil where nothing is.
func (s *Session) parcels(ctx context.Context, opt Options, tree *source.Tree, g *site.Site, orders []order, ds *diag.List) (*parcels, error) {
	if len(orders) == 0 && (opt.Packages == nil || !output.IsOurs(opt.Packages.Out)) {
		return nil, nil
	}
	if len(orders) > 0 && opt.BaseURL == "" && g.Settings.BaseURL == "" {
		ds.Add(diag.New(diag.NoPackageAddress, diag.Pos{File: source.Folder + "/" + source.SettingsFile}))
		return nil, nil
	}
	press, err := s.press(opt.Dir, g.Settings.Cards.Font)
	if err != nil {
		if g.Settings.Cards.Limit == 0 { // else the cards have said so
			ds.Add(diag.New(diag.BadFont, diag.Pos{File: source.Folder + "/" + source.SettingsFile}, err.Error()))
		}
		return nil, nil
	}
	pieces, err := page.NewPieces(g, s.theme)
	if err != nil {
		ds.Add(themeErrors(opt.Dir, g.Settings.Theme, err)...)
		return nil, nil
	}
	w := s.workshop(tree, g, orders, press, pieces)
	list := w.commissions()
	for _, slug := range opt.Packages.Slugs {
		if !slices.ContainsFunc(list, func(c commission) bool { return c.entry.IsCalled(slug) }) {
			ds.Add(diag.New(diag.NoSuchSlug, diag.Pos{}, slug))
		}
	}
	var progress func(done, total int)
	if opt.Progress != nil {
		progress = func(done, total int) { opt.Progress(Packing, done, total) }
	}
	files, err := w.packages(ctx, list, progress, ds)
	return &parcels{files, w.others(opt.Packages, list)}, err
}

// deliver writes packages.
func (s *Session) deliver(ctx context.Context, opt Options, p *parcels, r *Result, ds *diag.List) (err error) {
	if p == nil || opt.Packages.Out == "" {
		return nil
	}
	oo := output.Options{Force: opt.Force, Keep: p.keep}
	if opt.Progress != nil {
		oo.Progress = func(done, total int) { opt.Progress(Writing, done, total) }
	}
	for _, f := range p.files {
		if path.Base(f.Path) == "index.html" {
			r.Packages++
		}
	}
	r.Packed, err = output.Commit(ctx, opt.Packages.Out, p.files, oo)
	r.Stats.step("packages written")
	if err != nil {
		opt.Out = opt.Packages.Out
		return refused(err, opt, "", ds)
	}
	return nil
}

// A workshop makes the packages of a site.
type workshop struct {
	graph   *site.Site
	orders  []order
	pieces  *page.Pieces
	press   *sharecard.Press
	store   *cache.Cache
	program string
	read    func(name string) ([]byte, error)
	text    func(e *site.Entry) (*prose.Node, error)
	folders map[*site.Entry]string
	shelf   shelf
}

// A commission is an entry with all the orders that want it.
type commission struct {
	entry  *site.Entry
	orders []order
}

// workshop opens one, with what is ordered.
func (s *Session) workshop(tree *source.Tree, g *site.Site, orders []order, press *sharecard.Press, pieces *page.Pieces) *workshop {
	w := &workshop{graph: g, orders: orders, pieces: pieces, press: press, store: s.texts.store, program: s.texts.program, read: s.reader(tree), folders: folders(g)}
	w.text = func(e *site.Entry) (*prose.Node, error) {
		src, unread := tree.Text(e.Path)
		if unread != nil {
			return nil, &unreadable{*unread}
		}
		if artifact.DigestBytes(src) != e.Source {
			return nil, changed(e.File())
		}
		_, _, body, line, _ := content.Split(src)
		set := g.Settings.Markdown
		return markdown.Prose(body, line, markdown.Options{TrustedHTML: set.TrustedHTML, LineNumbers: set.LineNumbers, Lang: e.Lang}), nil
	}
	return w
}

// commissions lists what there is to make: each entry once, for all channels.
func (w *workshop) commissions() []commission {
	var list []commission
	index := map[*site.Entry]int{}
	for _, o := range w.orders {
		for _, e := range w.graph.Leaving(o.outlet) {
			i, known := index[e]
			if !known {
				i = len(list)
				index[e], list = i, append(list, commission{entry: e})
			}
			if !slices.ContainsFunc(list[i].orders, func(x order) bool { return x.Channel == o.Channel }) {
				list[i].orders = append(list[i].orders, o)
			}
		}
	}
	return list
}

// folders names the folder of each entry within that of a channel: by its slug;
// with the folders around it where two would be called alike, and where that is
// taken as well, with a part of its digest.
func folders(g *site.Site) map[*site.Entry]string {
	suffix := func(e *site.Entry) string {
		if e.Lang == g.Settings.Language {
			return ""
		}
		return "." + strings.ToLower(e.Lang)
	}
	long := func(e *site.Entry) string { return strings.ReplaceAll(e.Key, "/", "-") }
	count := map[string]int{}
	for _, e := range g.Entries {
		count[strings.ToLower(e.Slug+suffix(e))]++
		if long(e) != e.Slug {
			count[strings.ToLower(long(e)+suffix(e))]++
		}
	}
	names := make(map[*site.Entry]string, len(g.Entries))
	for _, e := range g.Entries {
		name := e.Slug
		if count[strings.ToLower(name+suffix(e))] > 1 {
			name = long(e)
		}
		if count[strings.ToLower(name+suffix(e))] > 1 {
			name += "-" + artifact.DigestOf(e.Key).String()[:8]
		}
		names[e] = name + suffix(e)
	}
	return names
}

// packages makes what is ordered, and gives its artifacts: a folder for each
// channel with a folder for each package. What is wrong with a package is said,
// and it is left out.
func (w *workshop) packages(ctx context.Context, list []commission, progress func(done, total int), ds *diag.List) ([]artifact.Artifact, error) {
	results := make([][]result, len(list))
	var report func(int)
	if progress != nil {
		report = func(done int) { progress(done, len(list)) }
	}
	each(ctx, len(list), 1, report, func(i int) { results[i] = w.fill(list[i]) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var arts []artifact.Artifact
	for _, r := range slices.Concat(results...) {
		ds.Add(r.found...)
		arts = append(arts, r.files...)
	}
	return arts, nil
}

// others tells which packages stay that this build does not make: those of
// channels that nobody asked for, and where single entries are asked for, those of
// the others; in any case only of what may leave for the channel still.
func (w *workshop) others(want *Packages, list []commission) func(name string) bool {
	made, stays := map[string]bool{}, map[string]bool{}
	for _, o := range w.orders {
		made[o.Name] = true
	}
	for _, c := range all.Channels {
		for _, e := range w.graph.Entries {
			if (want.Only || !made[c.Name]) && c.Takes(e.Kind) && w.graph.Leaves(e, c.Name) {
				stays[path.Join(c.Name, w.folders[e])] = true
			}
		}
	}
	for _, c := range list {
		for _, o := range c.orders {
			delete(stays, path.Join(o.Name, w.folders[c.entry]))
		}
	}
	return func(name string) bool {
		channel, rest, _ := strings.Cut(name, "/")
		folder, _, _ := strings.Cut(rest, "/")
		return stays[path.Join(channel, folder)]
	}
}
