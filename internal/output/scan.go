package output

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kepu/internal/artifact"
)

// foreignLimit ends the search of a folder that plainly is not kepu's, such as
// somebody's home.
const foreignLimit = 1000

// A survey is what stands in the folder before anything is written.
type survey struct {
	dirs map[string]bool // folders that artifacts can use
	ours map[string]bool // files and such in the manifest → it is a plain file

	unlisted map[string]bool // at an artifact's path, but not in the manifest → it is a plain file
	foreign  []string        // at no artifact's path and not in the manifest
	inTheWay []string        // not kepu's, where an artifact or its folder must go
	blocking []string        // folders where an artifact must go
}

// A surveyor walks the folder once and sorts what it finds.
type surveyor struct {
	survey
	dir    string
	listed manifest
	arts   map[string]bool // paths of artifacts
	needed map[string]bool // folders of artifacts
	within map[string]bool // hidden folders that hold, or held, artifacts
	limit  int             // of foreign files; 0: none
}

func look(ctx context.Context, dir string, arts []artifact.Artifact, listed manifest, limit int) (survey, error) {
	s := &surveyor{
		survey: survey{dirs: make(map[string]bool, len(arts)), ours: make(map[string]bool, len(listed)), unlisted: make(map[string]bool)},
		dir:    dir, listed: listed, limit: limit,
		arts: make(map[string]bool, len(arts)), needed: make(map[string]bool, len(arts)), within: make(map[string]bool),
	}
	for _, a := range arts {
		s.arts[a.Path] = true
		for p := range parents(a.Path) {
			if s.needed[p] {
				break
			}
			s.needed[p] = true
		}
		s.enter(a.Path)
	}
	for p := range listed {
		s.enter(p)
	}
	err := s.walk(ctx, "", false, false)
	slices.Sort(s.foreign)
	slices.Sort(s.inTheWay)
	return s.survey, err
}

// enter notes the hidden folders around a path: the walk stays out of all others.
func (s *surveyor) enter(path string) {
	if !strings.HasPrefix(path, ".") && !strings.Contains(path, "/.") {
		return
	}
	for p := range parents(path) {
		s.within[p] = true
	}
}

// walk looks at the folder rel. Within a hidden folder nothing is foreign;
// within a blocked one, which must make room for an artifact, everything is
// in the way that is not kepu's.
func (s *surveyor) walk(ctx context.Context, rel string, inHidden, blocked bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(filepath.Join(s.dir, filepath.FromSlash(rel)))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if s.limit > 0 && len(s.foreign) >= s.limit {
			return nil
		}
		name := e.Name()
		if rel == "" && strings.HasPrefix(name, reserved) {
			continue
		}
		path := name
		if rel != "" {
			path = rel + "/" + name
		}
		covert := inHidden || hidden(name)
		if !e.IsDir() {
			s.file(path, e.Type(), covert, blocked)
			continue
		}
		if covert && !s.within[path] && !blocked && !s.arts[path] {
			continue
		}
		if s.arts[path] {
			s.blocking = append(s.blocking, path)
		}
		s.dirs[path] = true
		if err := s.walk(ctx, path, covert, blocked || s.arts[path]); err != nil {
			return err
		}
	}
	return nil
}

// file sorts one entry that is no folder.
func (s *surveyor) file(path string, mode fs.FileMode, covert, blocked bool) {
	_, listed := s.listed[path]
	switch {
	case listed:
		s.ours[path] = mode.IsRegular()
	case s.arts[path]:
		s.unlisted[path] = mode.IsRegular()
	case blocked || s.needed[path]:
		s.inTheWay = append(s.inTheWay, path)
	case !covert:
		s.foreign = append(s.foreign, path)
	}
}
