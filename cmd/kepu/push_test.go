package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/fake"
	"kepu/internal/channel/wechat/push"
	"kepu/internal/diag"
)

// TestPushScripts runs testdata/push/*.txtar against a platform of its own:
//
//	platform start             and tell the command where it is and who we are
//	platform fault CALL KIND   the next such call fails
//	platform no-publishing     the account may not
//	platform holds FILE        write the titles of all drafts, and what is published
//	package DIR SLUG TITLE…    make a package with an article for each title
func TestPushScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/push",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":   cmdStatus,
			"valid":    cmdValid,
			"platform": cmdPlatform,
			"package":  cmdPackage,
		},
		Setup: func(env *testscript.Env) error {
			srv := fake.New(time.Now)
			srv.ShowSecrets = true
			web := httptest.NewServer(srv)
			env.Defer(web.Close)
			env.Values["platform"] = srv
			env.Values["address"] = web.URL
			env.Setenv("LANG", "zh_CN.UTF-8")
			env.Setenv("HOME", env.WorkDir+"/.home")
			env.Setenv("XDG_STATE_HOME", env.WorkDir+"/.state")
			env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
			return nil
		},
	})
}

func cmdPlatform(ts *testscript.TestScript, neg bool, args []string) {
	srv := ts.Value("platform").(*fake.Server)
	switch strings.Join(args[:1], "") {
	case "start":
		ts.Setenv("KEPU_WECHAT_API", ts.Value("address").(string))
		ts.Setenv("KEPU_WECHAT_APPID", srv.AppID)
		ts.Setenv("KEPU_WECHAT_SECRET", srv.Secret)
	case "fault":
		for _, kind := range fake.Kinds() {
			if kind.String() == args[2] {
				srv.Inject(fake.Fault{Call: args[1], Kind: kind})
				return
			}
		}
		ts.Fatalf("no fault is called %s", args[2])
	case "no-publishing":
		srv.MayPublish = false
	case "holds":
		var b strings.Builder
		for _, d := range srv.Drafts() {
			fmt.Fprintln(&b, titles(d))
		}
		for _, d := range srv.Published() {
			fmt.Fprintln(&b, "published:", titles(d))
		}
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
	default:
		ts.Fatalf("unknown: platform %v", args)
	}
}

func titles(d fake.Draft) string {
	var list []string
	for _, a := range d.Articles {
		list = append(list, a.Title)
	}
	return strings.Join(list, " | ")
}

func cmdPackage(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(writePackage(ts.MkAbs(args[0]), args[1], args[2:]))
}

// writePackage makes a package with a cover and an article for each title.
func writePackage(dir, slug string, titles []string) error {
	dir = filepath.Join(dir, slug)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	cover := []byte("\x89PNG\r\n\x1a\n")
	sum := sha256.Sum256(cover)
	plan := &draft.Plan{Version: draft.Version, Slug: slug, Uploads: []draft.Upload{
		{Placeholder: "{{cover-1}}", File: "cover.png", Use: draft.Material, SHA256: hex.EncodeToString(sum[:])},
		{Placeholder: "{{image-1}}", File: "cover.png", Use: draft.InText, SHA256: hex.EncodeToString(sum[:])},
	}}
	for i, title := range titles {
		plan.Articles = append(plan.Articles, draft.Article{
			ArticleType: "news", Title: title, Content: `<p>正文<img src="{{image-1}}"></p>`, ThumbMediaID: "{{cover-1}}",
			ContentSourceURL: "https://kepu.example.org/" + slug + "/" + strconv.Itoa(i),
		})
	}
	if err := os.WriteFile(filepath.Join(dir, "cover.png"), cover, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "draft.json"), draft.Encode(plan), 0o644)
}

// TestPushSite builds the packages of this repository's own site and pushes them
// all: what the channel makes, a strict platform takes, and finds again.
func TestPushSite(t *testing.T) {
	out := t.TempDir()
	var said bytes.Buffer
	if status := run(t.Context(), []string{"channel", "build", "wechat", "--site", "../..", "--out", out, "--cache", "off", "--now", "2026-12-01"}, &said, &said, diag.Chinese); status > exitContent {
		t.Fatal(said.String())
	}
	out = filepath.Join(out, "wechat")
	slugs, err := push.List(out, draft.File)
	if err != nil || len(slugs) < 10 {
		t.Fatal(slugs, err, said.String())
	}
	var packages []*push.Package
	for _, slug := range slugs {
		p, err := push.Open(out, slug, draft.File)
		if err != nil {
			t.Fatal(push.Words(err).Zh)
		}
		packages = append(packages, p)
	}
	srv := fake.New(time.Now)
	srv.Limits.Title = 64 // more than 32 is a warning of the channel's
	web := httptest.NewServer(srv)
	defer web.Close()
	for _, want := range []push.Action{push.Added, push.Updated} {
		opt := push.Options{API: web.URL, Credentials: push.NewCredentials(srv.AppID, srv.Secret), State: filepath.Join(t.TempDir(), "state")}
		results, err := push.Run(t.Context(), opt, packages)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			if r.Err != nil {
				t.Errorf("%s: %s", r.Slug, push.Words(r.Err).Zh)
			} else if r.Action != want {
				t.Errorf("%s: %s, want %s", r.Slug, r.Action, want)
			}
		}
	}
	if n := len(srv.Drafts()); n != len(slugs) {
		t.Errorf("%d drafts of %d packages", n, len(slugs))
	}
}

// A trap answers no more from one request on, and tells when that comes: before
// it is carried out, or after.
type trap struct {
	next   http.Handler
	at     atomic.Int32
	after  bool
	sprung chan struct{}
}

func (p *trap) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if p.at.Add(-1) != -1 {
		p.next.ServeHTTP(w, r)
		return
	}
	if p.after {
		p.next.ServeHTTP(httptest.NewRecorder(), r)
	}
	io.Copy(io.Discard, r.Body) // or the server does not notice that the client is gone
	close(p.sprung)
	<-r.Context().Done()
}

// TestPushKilled kills the command, as the system does, at each of its requests.
// When it is run again it completes the push, and there is one draft.
func TestPushKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for at := range 5 { // token, two files, list, add
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d/%t", at, after), func(t *testing.T) {
				t.Parallel()
				srv := fake.New(time.Now)
				p := &trap{next: srv, after: after, sprung: make(chan struct{})}
				p.at.Store(int32(at))
				web := httptest.NewServer(p)
				defer web.Close()
				dir, state := t.TempDir(), t.TempDir()
				if err := writePackage(filepath.Join(dir, "public-channels", "wechat"), "fast", []string{"标题"}); err != nil {
					t.Fatal(err)
				}
				command := func() *exec.Cmd {
					cmd := &exec.Cmd{Path: self, Args: []string{"kepu", "channel", "push", "wechat", "--site", dir}}
					cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+state, "KEPU_WECHAT_API="+web.URL, "KEPU_WECHAT_APPID="+srv.AppID, "KEPU_WECHAT_SECRET="+srv.Secret)
					cmd.Stdout = new(bytes.Buffer)
					cmd.Stderr = cmd.Stdout
					return cmd
				}
				cmd := command()
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				<-p.sprung
				cmd.Process.Kill()
				if cmd.Wait() == nil {
					t.Fatal("it ended by itself")
				}
				cmd = command()
				if err := cmd.Run(); err != nil {
					t.Fatalf("%v\n%s", err, cmd.Stdout)
				}
				if n := len(srv.Drafts()); n != 1 {
					t.Errorf("%d drafts\n%s\n%s", n, srv.Calls(), cmd.Stdout)
				}
				for _, n := range srv.Uploads() {
					if n > 3 { // one file, for two uses
						t.Errorf("uploaded %d times\n%s", n, srv.Calls())
					}
				}
			})
		}
	}
}
