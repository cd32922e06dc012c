package push

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"kepu/internal/channel/wechat/draft"
)

const stateVersion = 1

// unknownID stands for the number of a submission whose answer was lost.
const unknownID = "?"

var zero time.Time

// A state is what is known of an account. It is written before and after each
// request that leaves something behind.
type state struct {
	file string

	Version int                `json:"version"`
	Token   token              `json:"token"`
	Uploads map[string]string  `json:"uploads"` // address or media_id, by uploadKey
	Drafts  map[string]*record `json:"drafts"`  // by Package.key
}

// A token is the API's password for two hours.
type token struct {
	Value  string      `json:"value"`
	Until  time.Time   `json:"until"`
	Forced []time.Time `json:"forced,omitempty"` // when a new one was forced, in the last day
}

// A record is what is known of the draft of a package.
type record struct {
	Slug      string    `json:"slug"`
	MediaID   string    `json:"media_id,omitempty"`
	Digest    string    `json:"digest,omitempty"` // of the package that the draft holds, "" if it may hold only part of one
	Articles  int       `json:"articles,omitempty"`
	Begun     time.Time `json:"begun,omitzero"`      // draft/add was sent, and not answered yet
	Stale     []string  `json:"stale,omitempty"`     // drafts to delete
	Submitted time.Time `json:"submitted,omitzero"`  // freepublish/submit was sent, and not answered yet
	Published string    `json:"published,omitempty"` // publish_id of what Digest says
}

// settled reports that there is nothing to do for a package; anyway means that
// the draft is to be written even if it holds the package.
func (d *record) settled(p *Package, anyway bool) bool {
	if d.Digest != p.Digest || len(d.Stale) > 0 || !d.Submitted.IsZero() {
		return false
	}
	return d.Published != "" || d.MediaID != "" && !anyway
}

// uploadKey names a file by its bytes and by what it was uploaded for.
func uploadKey(u draft.Upload) string { return string(u.Use) + " " + u.SHA256 }

// draft gives the record of a package, a new one if there is none.
func (s *state) draft(key string) *record {
	if s.Drafts[key] == nil {
		s.Drafts[key] = &record{}
	}
	return s.Drafts[key]
}

// belongs reports whether a draft is another package's. A package whose folder
// got another name is none other.
func (s *state) belongs(mediaID string, p *Package) bool {
	for _, d := range s.Drafts {
		if d.MediaID == mediaID && p.beside(d.Slug) {
			return true
		}
	}
	return false
}

// take makes a draft the one of a record, and of no other.
func (s *state) take(d *record, mediaID string, articles int) {
	for _, other := range s.Drafts {
		if other.MediaID == mediaID {
			other.MediaID, other.Digest = "", ""
		}
	}
	d.MediaID, d.Articles, d.Begun = mediaID, articles, zero
}

// StateFile is where the state of an account is kept: below XDG_STATE_HOME, or
// else ~/.local/state.
func StateFile(getenv func(string) string, appID string) (string, error) {
	dir := getenv("XDG_STATE_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		dir = filepath.Join(home, ".local", "state")
	}
	sum := sha256.Sum256([]byte(appID))
	return filepath.Join(dir, "kepu", "wechat-"+hex.EncodeToString(sum[:8])+".json"), nil
}

// readState reads the file; one that is not there is an empty state.
func readState(file string) (*state, error) {
	s := &state{file: file, Version: stateVersion, Uploads: map[string]string{}, Drafts: map[string]*record{}}
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, s); err != nil || s.Version != stateVersion || s.Uploads == nil || s.Drafts == nil {
		// The cause is left out: it might quote the token.
		return nil, &Problem{Text: Text{
			Zh: "推送记录读不懂：" + file + "。请改名或删除它再运行：已有的草稿会在草稿箱里找到，不会重复新建",
			En: "cannot make sense of the record of pushes: " + file + ". Rename or delete it and run this again: drafts are found in the box, none is added twice",
		}}
	}
	for key, d := range s.Drafts {
		if d == nil {
			delete(s.Drafts, key)
		}
	}
	return s, nil
}

// save replaces the file by a whole new one that only its owner can read.
func (s *state) save() error {
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(s.file), ".wechat-*") // 0600
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(f.Name())
		return err
	}
	if err := os.Rename(f.Name(), s.file); err != nil {
		os.Remove(f.Name())
		return err
	}
	return nil
}

// lockState keeps a second push away until unlock is called or the process ends.
func lockState(file string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(file+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lock(f); err != nil {
		f.Close()
		return nil, &Problem{Text: Text{
			Zh: "另一个推送正在进行，请等它结束",
			En: "another push is under way; please wait for it",
		}}
	}
	return func() { f.Close() }, nil
}
