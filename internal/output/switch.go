package output

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"

	"kepu/internal/artifact"
)

// A switcher puts what waits in the stage in its place and removes what no
// artifact owns. Each step is one rename or one removal, so a kill between
// any two leaves whole files, all of them named in the manifest.
type switcher struct {
	root    *os.Root
	found   survey
	before  manifest        // as found
	after   manifest        // as it shall be
	waiting []waiting       // files in the stage, by path
	orphans []string        // files of kepu's without an artifact, sorted
	claimed map[string]bool // paths of artifacts in lower case
}

// waiting is one file in the stage.
type waiting struct {
	path string // where it goes
	name string // in the stage
}

// inNew reports whether the file waits in a folder that can move with it.
func (w waiting) inNew() bool { return strings.HasPrefix(w.name, stageNew+"/") }

// run switches. text is the manifest's as found. It returns the digest of what
// the manifest says in the end.
func (s *switcher) run(text []byte) (artifact.Digest, error) {
	final := s.after.encode()
	digest := artifact.DigestBytes(final)
	if err := s.journal(); err != nil {
		return digest, wrap("writing the manifest", err)
	}
	early, late := s.obstacles()
	if err := s.sweep(early); err != nil {
		return digest, wrap("making room", err)
	}
	for _, dir := range s.found.blocking {
		if err := s.clear(dir); err != nil {
			return digest, wrap("making room", err)
		}
	}
	if err := s.move(); err != nil {
		return digest, wrap("putting a file in its place", err)
	}
	if err := s.sweep(late); err != nil {
		return digest, wrap("removing what no page owns", err)
	}
	if bytes.Equal(final, text) {
		return digest, nil
	}
	return digest, wrap("writing the manifest", writeManifest(s.root, final))
}

// journal names new files in the manifest before they exist. Without new
// files the manifest as found already names all that a kill may leave.
func (s *switcher) journal() error {
	both := s.before
	for _, w := range s.waiting {
		if _, known := both[w.path]; known {
			continue
		}
		if len(both) == len(s.before) {
			both = maps.Clone(s.before)
		}
		both[w.path] = record{}
	}
	if len(both) == len(s.before) {
		return nil
	}
	return writeManifest(s.root, both.encode())
}

// obstacles splits the orphans into those that must go before the switch, for
// they are a file where a folder goes, lie in a folder where a file goes, or
// are the same file under another case on systems that ignore it; and the
// others, which go after it so that no link is dead in between.
func (s *switcher) obstacles() (early, late []string) {
	folders := make(map[string]bool)
	for _, w := range s.waiting {
		for dir := range parents(w.path) {
			folders[dir] = true
		}
	}
	for _, p := range s.orphans {
		fold := strings.ToLower(p)
		obstacle := s.claimed[fold] || folders[p]
		for dir := range parents(fold) {
			obstacle = obstacle || s.claimed[dir]
		}
		if obstacle {
			early = append(early, p)
		} else {
			late = append(late, p)
		}
	}
	return early, late
}

// sweep removes files, and the folders that are empty without them.
func (s *switcher) sweep(paths []string) error {
	for _, p := range paths {
		if err := s.root.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for dir := range parents(p) {
			// It fails on a folder that still holds something, as it should.
			if s.root.Remove(dir) != nil {
				break
			}
			delete(s.found.dirs, dir)
		}
	}
	return nil
}

// clear removes a folder that holds nothing but folders.
func (s *switcher) clear(dir string) error {
	d, err := s.root.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	entries, err := d.ReadDir(-1)
	d.Close()
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			if err := s.clear(path.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	delete(s.found.dirs, dir)
	return s.root.Remove(dir)
}

// move puts every waiting file in its place; where a whole folder is new, the
// folder at once.
func (s *switcher) move() error {
	x := exchanger{root: s.root}
	defer x.close()
	moved := "" // folder last moved as a whole, with a slash
	for _, w := range s.waiting {
		if w.inNew() {
			if moved != "" && strings.HasPrefix(w.path, moved) {
				continue
			}
			dir := s.newFolder(w.path)
			if dir != "" && s.root.Rename(path.Join(stageName, stageNew, dir), dir) == nil {
				moved = dir + "/"
				continue
			}
		}
		if err := s.place(&x, w); err != nil {
			return err
		}
	}
	return nil
}

// newFolder is the outermost folder around p that does not exist yet, "" if
// all do.
func (s *switcher) newFolder(p string) string {
	outermost := ""
	for dir := range parents(p) {
		if s.found.dirs[dir] {
			break
		}
		outermost = dir
	}
	return outermost
}

// place moves one file.
func (s *switcher) place(x *exchanger, w waiting) error {
	from := path.Join(stageName, w.name)
	if s.found.ours[w.path] && x.exchange(from, w.path) == nil {
		return nil
	}
	if dir := path.Dir(w.path); dir != "." && !s.found.dirs[dir] {
		if err := s.root.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	return s.root.Rename(from, w.path)
}
