package theme

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"
)

// namespace keeps the merged layers apart from the machine's files: esbuild
// must never read a file that is not part of the theme.
const namespace = "theme"

// bundle builds the style sheets and scripts. An entry point is a file right
// in assets/css or assets/js that no other one imports; parts live in folders
// below, and each can be replaced on its own. names are the other assets, for
// url() in style sheets.
func bundle(files fileSet, names map[string]string) ([]Asset, error) {
	var entries []api.EntryPoint
	for _, dir := range []string{"css", "js"} {
		for _, file := range files.under("assets/" + dir + "/") {
			name := strings.TrimPrefix(file, "assets/")
			if path.Ext(name) == "."+dir && strings.Count(name, "/") == 1 {
				entries = append(entries, api.EntryPoint{InputPath: name, OutputPath: strings.TrimSuffix(name, path.Ext(name))})
			}
		}
	}
	if len(entries) == 0 {
		return nil, nil
	}
	b := &bundler{files: files, names: names, imported: map[string]bool{}}
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: entries,
		Bundle:              true,
		Outdir:              "/",
		AbsWorkingDir:       "/",
		Write:               false,
		MinifyWhitespace:    true,
		MinifyIdentifiers:   true,
		MinifySyntax:        true,
		Charset:             api.CharsetUTF8,
		LegalComments:       api.LegalCommentsNone,
		Format:              api.FormatIIFE,
		Target:              api.ES2019,
		// Phones of 2021; newer properties pass through as enhancements.
		Engines:  []api.Engine{{Name: api.EngineChrome, Version: "90"}, {Name: api.EngineSafari, Version: "14"}},
		Plugins:  []api.Plugin{{Name: namespace, Setup: b.setup}},
		LogLevel: api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return nil, messages(result.Errors)
	}
	var bundles []Asset
	for _, out := range result.OutputFiles {
		name := strings.TrimPrefix(out.Path, "/")
		if !b.imported[name] {
			bundles = append(bundles, Asset{name, out.Contents})
		}
	}
	return bundles, nil
}

// A bundler gives esbuild the files of the merged layers.
type bundler struct {
	files    fileSet
	names    map[string]string // fingerprinted images, for url() in style sheets
	mu       sync.Mutex
	imported map[string]bool // files that another one imports
}

func (b *bundler) setup(build api.PluginBuild) {
	build.OnResolve(api.OnResolveOptions{Filter: ".*"}, b.resolve)
	build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, b.load)
}

// resolve finds a file that an entry point or another file names. esbuild
// calls it concurrently.
func (b *bundler) resolve(args api.OnResolveArgs) (api.OnResolveResult, error) {
	name := args.Path
	if args.Kind != api.ResolveEntryPoint {
		name = path.Join(path.Dir(args.Importer), args.Path)
	}
	if args.Kind == api.ResolveCSSURLToken {
		if strings.HasPrefix(args.Path, "data:") || strings.HasPrefix(args.Path, "#") {
			return api.OnResolveResult{Path: args.Path, External: true}, nil
		}
		place, ok := b.names[name]
		if !ok {
			return api.OnResolveResult{}, fmt.Errorf("no such asset: %s", name)
		}
		// Style sheets lie in assets/ themselves.
		return api.OnResolveResult{Path: "./" + strings.TrimPrefix(place, "assets/"), External: true}, nil
	}
	if _, ok := b.files["assets/"+name]; !ok {
		return api.OnResolveResult{}, fmt.Errorf("no such file in the theme: assets/%s", name)
	}
	if args.Kind != api.ResolveEntryPoint {
		b.mu.Lock()
		b.imported[name] = true
		b.mu.Unlock()
	}
	return api.OnResolveResult{Path: name, Namespace: namespace}, nil
}

func (b *bundler) load(args api.OnLoadArgs) (api.OnLoadResult, error) {
	text := string(b.files["assets/"+args.Path])
	loader := api.LoaderJS
	if path.Ext(args.Path) == ".css" {
		loader = api.LoaderCSS
	}
	return api.OnLoadResult{Contents: &text, Loader: loader}, nil
}

// messages joins what esbuild found, each with its file and line.
func messages(list []api.Message) error {
	var errs []error
	for _, m := range list {
		if m.Location == nil {
			errs = append(errs, errors.New("theme: "+m.Text))
			continue
		}
		file := strings.TrimPrefix(m.Location.File, namespace+":")
		errs = append(errs, fmt.Errorf("theme: assets/%s:%d:%d: %s", file, m.Location.Line, m.Location.Column+1, m.Text))
	}
	return errors.Join(errs...)
}
