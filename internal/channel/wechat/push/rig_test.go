package push

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/fake"
)

// A clock goes on only when somebody sleeps, and a second with each request.
type clock struct {
	mu    sync.Mutex
	at    time.Time
	slept []time.Duration
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func (c *clock) sleep(ctx context.Context, d time.Duration) error {
	c.pass(d)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// A rig is a folder of packages, an account and what is between.
type rig struct {
	*testing.T
	srv   *fake.Server
	clock *clock
	dir   string
	opt   Options
	said  []string // every line and error of all pushes
}

func newRig(t *testing.T) *rig {
	t.Helper()
	c := &clock{at: time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)}
	srv := fake.New(c.now)
	srv.ShowSecrets = true
	r := &rig{T: t, srv: srv, clock: c, dir: t.TempDir()}
	r.opt = Options{
		API: "https://api.invalid/", Credentials: NewCredentials(srv.AppID, srv.Secret), State: filepath.Join(r.dir, "state", "account.json"),
		Timeout: 20 * time.Millisecond, Now: c.now, Sleep: c.sleep,
		Say:       func(l Line) { r.said = append(r.said, l.Slug+" "+l.Text.Zh+" "+l.Text.En) },
		Transport: &direct{srv, c},
	}
	return r
}

// direct hands requests to the platform without a network, and none to anybody
// else. A request ends in time however slow the machine is: the deadline counts
// only where the platform waits for it.
type direct struct {
	srv   http.Handler
	clock *clock
}

func (d *direct) RoundTrip(req *http.Request) (res *http.Response, err error) {
	if req.URL.Host != "api.invalid" {
		panic("a request went to " + req.URL.Host)
	}
	d.clock.pass(time.Second)
	defer func() {
		if p := recover(); p == http.ErrAbortHandler {
			res, err = nil, io.ErrUnexpectedEOF
		} else if p != nil {
			panic(p)
		}
	}()
	in := req.Clone(req.Context())
	in.RemoteAddr = "192.0.2.1:1"
	w := httptest.NewRecorder()
	d.srv.ServeHTTP(w, in)
	return w.Result(), nil
}

// push runs one and gives its results; nothing it says may hold a secret.
func (r *rig) push(slugs ...string) []Result {
	r.Helper()
	var packages []*Package
	for _, slug := range slugs {
		p, err := Open(r.dir, slug, draft.File)
		if err != nil {
			r.Fatal(err)
		}
		packages = append(packages, p)
	}
	results, err := Run(r.Context(), r.opt, packages)
	if err != nil {
		r.Fatal(err)
	}
	for _, res := range results {
		if res.Err != nil {
			w := Words(res.Err)
			r.said = append(r.said, res.Err.Error(), w.Zh, w.En, fmt.Sprintf("%+v %#v", res.Err, res.Err))
		}
	}
	said := strings.Join(r.said, "\n")
	for _, secret := range []string{r.opt.Credentials.reveal(), r.srv.Token()} {
		if secret != "" && strings.Contains(said, secret) {
			r.Fatalf("a secret was told:\n%s", said)
		}
	}
	return results
}

// mustPush pushes packages and wants them to become as told.
func (r *rig) mustPush(want Action, slugs ...string) []Result {
	r.Helper()
	results := r.push(slugs...)
	for _, res := range results {
		if res.Action != want || res.Err != nil {
			r.Fatalf("%s: %s, want %s: %v\n%s\n%s", res.Slug, res.Action, want, res.Err, strings.Join(r.srv.Calls(), " "), strings.Join(r.said, "\n"))
		}
	}
	return results
}

// one makes sure that the box holds one draft, of the package as it is on the
// disk, that the record knows it, and that nothing was uploaded too often.
func (r *rig) one(slug string, uploads int) {
	r.Helper()
	drafts := r.srv.Drafts()
	p, err := Open(r.dir, slug, draft.File)
	if err != nil {
		r.Fatal(err)
	}
	if len(drafts) != 1 || len(drafts[0].Articles) != len(p.Plan.Articles) {
		r.Fatalf("the box holds %d drafts, want one of %d articles:\n%v\n%s\n%s", len(drafts), len(p.Plan.Articles), drafts, strings.Join(r.srv.Calls(), " "), strings.Join(r.said, "\n"))
	}
	for i, a := range drafts[0].Articles {
		if a.Title != p.Plan.Articles[i].Title {
			r.Fatalf("article %d is %s, want %s", i, a.Title, p.Plan.Articles[i].Title)
		}
	}
	st, err := readState(r.opt.State)
	if err != nil {
		r.Fatal(err)
	}
	if d := st.Drafts[p.key()]; d == nil || d.MediaID != drafts[0].MediaID || !d.settled(p, false) || !d.Begun.IsZero() {
		r.Fatalf("the record is %+v, the draft %s", d, drafts[0].MediaID)
	}
	for sum, n := range r.srv.Uploads() {
		if n > uploads {
			r.Fatalf("%s was uploaded %d times", sum, n)
		}
	}
}

// write makes a package of so many articles, each with a cover and a picture.
func (r *rig) write(slug string, articles int, version string) {
	r.Helper()
	plan := &draft.Plan{Version: draft.Version, Slug: slug, Address: "https://kepu.example.org/" + slug + "/"}
	for i := range articles {
		cover, picture := fmt.Sprintf("{{cover-%d}}", i+1), fmt.Sprintf("{{image-%d}}", i+1)
		plan.Uploads = append(plan.Uploads,
			r.file(slug, picture, fmt.Sprintf("images/%d.png", i), draft.InText, uint8(i)),
			r.file(slug, cover, fmt.Sprintf("cover%d.png", i), draft.Material, uint8(100+i)))
		plan.Articles = append(plan.Articles, draft.Article{
			ArticleType: "news", Title: fmt.Sprintf("%s %d %s", slug, i, version),
			Content:          `<section style="color:#333"><p>春播</p><img src="` + picture + `"></section>`,
			ContentSourceURL: fmt.Sprintf("https://kepu.example.org/%s/%d/", slug, i), ThumbMediaID: cover,
		})
	}
	r.plan(plan)
}

func (r *rig) plan(plan *draft.Plan) {
	r.Helper()
	r.save(filepath.Join(plan.Slug, draft.File), draft.Encode(plan))
}

func (r *rig) file(slug, placeholder, name string, use draft.Use, shade uint8) draft.Upload {
	r.Helper()
	// The head of a PNG is all that is looked at.
	data := []byte("\x89PNG\r\n\x1a\n" + string(rune(shade)))
	r.save(filepath.Join(slug, name), data)
	return draft.Upload{Placeholder: placeholder, File: name, Use: use, SHA256: sum(data)}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

func (r *rig) save(name string, data []byte) {
	r.Helper()
	file := filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		r.Fatal(err)
	}
}
