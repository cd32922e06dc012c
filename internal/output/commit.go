package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"kepu/internal/artifact"
)

// commit is the order of the steps: look, prepare, switch. Up to the switch
// nothing in the folder changes but the stage. The switch itself renders
// nothing and only renames and removes; once begun it is not cancelled, so
// that its end is the new site and not a mixture.
func commit(ctx context.Context, dir string, arts []artifact.Artifact, opt Options) (rep Report, err error) {
	arts = sorted(arts)
	if err := checkPaths(arts); err != nil {
		return Report{}, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Report{}, err
	}
	unlock, err := lock(dir)
	if err != nil {
		return Report{}, err
	}
	defer unlock()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, err
	}
	defer root.Close()

	listed, text, damaged, err := readManifest(root)
	if err != nil {
		return Report{}, err
	}
	limit := foreignLimit
	if opt.Force {
		limit = 0
	}
	found, err := look(ctx, dir, arts, listed, limit)
	if err != nil {
		return Report{}, err
	}
	if len(found.inTheWay) > 0 {
		return Report{}, foreign(dir, found.inTheWay, true, damaged)
	}
	if len(found.foreign) > 0 && !opt.Force {
		return Report{}, foreign(dir, found.foreign, false, damaged)
	}

	st := newStage(root, dir)
	if err := st.remove(); err != nil {
		return Report{}, err
	}
	if err := root.Remove(manifestTemp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Report{}, err
	}
	defer func() {
		if left := st.remove(); err == nil {
			err = left
		}
	}()
	p := &preparer{dir: dir, stage: st, arts: arts, listed: listed, found: found, opt: opt}
	outcomes, err := p.run(ctx)
	if err != nil {
		return Report{}, err
	}
	s, rep, conflicts := plan(arts, outcomes, listed, found, opt.Keep)
	if len(conflicts) > 0 {
		return Report{}, foreign(dir, conflicts, true, damaged)
	}
	s.root = root
	rep.Manifest, err = s.run(text)
	return rep, err
}

// plan sums up the outcomes: what the switch has to do, what to report, and
// the paths where something stands that kepu must not replace.
func plan(arts []artifact.Artifact, outcomes []outcome, listed manifest, found survey, keep func(string) bool) (s switcher, rep Report, conflicts []string) {
	s = switcher{found: found, before: listed, after: make(manifest, len(arts)), claimed: make(map[string]bool, len(arts))}
	rep = Report{Total: len(arts), Foreign: len(found.foreign)}
	for i, o := range outcomes {
		path := arts[i].Path
		s.after[path] = o.record
		s.claimed[strings.ToLower(path)] = true
		rep.Bytes += o.record.size
		if o.rendered {
			rep.Rendered++
		}
		switch {
		case o.conflict:
			conflicts = append(conflicts, path)
		case o.staged != "":
			s.waiting = append(s.waiting, waiting{path: path, name: o.staged})
			rep.Written++
		default:
			rep.Unchanged++
		}
	}
	for _, path := range slices.Sorted(maps.Keys(found.ours)) {
		switch _, made := s.after[path]; {
		case made:
		case keep != nil && keep(path) && !s.claimed[strings.ToLower(path)]:
			s.after[path] = listed[path]
		default:
			s.orphans = append(s.orphans, path)
		}
	}
	rep.Swept = len(s.orphans)
	return s, rep, conflicts
}

func foreign(dir string, names []string, inTheWay bool, damaged error) error {
	return &ForeignError{
		Dir: dir, Names: names[:min(len(names), namesShown)], Count: len(names),
		InTheWay: inTheWay, Manifest: damaged,
	}
}

// wrap adds what kepu was doing to an error of the disk.
func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("output: %s: %w", doing, err)
}
