package wechat

import (
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"testing"
	"time"

	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/fake"
	"kepu/internal/channel/wechat/push"
)

// The platform takes what is made here: articles with drawings, photographs,
// every syntax.
func TestPlatformTakesIt(t *testing.T) {
	dir, platform := t.TempDir(), fake.New(time.Now)
	server := httptest.NewServer(platform)
	defer server.Close()
	list := []source{{"photographs/index.md", "![甲](a.jpg)、![乙](b.png)、$E=mc^2$"}}
	for _, s := range sources(t) {
		if ok, _ := path.Match("articles/*/*/index.md", s.file); ok {
			list = append(list, s)
		}
	}
	var packages []*push.Package
	for _, s := range list {
		j := jobOf(s.body, path.Dir(s.file))
		j.Piece.Slug = path.Base(path.Dir(s.file))
		j.Piece.Address += j.Piece.Slug
		for _, f := range composed(t, j).Files {
			file := filepath.Join(dir, j.Piece.Slug, filepath.FromSlash(f.Name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		p, err := push.Open(dir, j.Piece.Slug, draft.File)
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	results, err := push.Run(t.Context(), push.Options{
		API: server.URL + "/", Credentials: push.NewCredentials(platform.AppID, platform.Secret), State: filepath.Join(t.TempDir(), "state.json"),
	}, packages)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Action != push.Added {
			t.Errorf("%s: %s %v", r.Slug, r.Action, r.Err)
		}
	}
}
