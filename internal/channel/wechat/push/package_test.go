package push

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kepu/internal/channel/wechat/draft"
)

func TestOpen(t *testing.T) {
	r := newRig(t)
	r.write("good", 2, "")
	if p, err := Open(r.dir, "good", draft.File); err != nil || p.Slug != "good" || len(p.Digest) != 64 {
		t.Fatal(p, err)
	}
	r.save("not-one/other.txt", nil)
	r.save("file", nil)
	if list, err := List(r.dir, draft.File); err != nil || !slices.Equal(list, []string{"good"}) {
		t.Errorf("%v %v", list, err)
	}
	if list, err := List(filepath.Join(r.dir, "nowhere"), draft.File); err != nil || list != nil {
		t.Errorf("%v %v", list, err)
	}

	outside := filepath.Join(r.dir, "outside.png")
	for slug, c := range map[string]struct {
		spoil func(plan *draft.Plan)
		want  string
	}{
		"changed": {func(*draft.Plan) { r.save("changed/images/0.png", []byte("\x89PNG\r\n\x1a\nother")) }, "不是同一个文件"},
		"missing": {func(*draft.Plan) { os.Remove(filepath.Join(r.dir, "missing/cover0.png")) }, "读不到 cover0.png"},
		"link": {func(*draft.Plan) {
			os.Rename(filepath.Join(r.dir, "link/cover0.png"), outside)
			os.Symlink(outside, filepath.Join(r.dir, "link/cover0.png"))
		}, "读不到 cover0.png"},
		"broken": {func(p *draft.Plan) { p.Articles[0].ThumbMediaID = "" }, "draft.json 不能用"},
		"large": {func(p *draft.Plan) {
			p.Uploads[0] = r.sized("large", "images/0.png", p.Uploads[0], "\x89PNG\r\n\x1a\n", draft.MaxInText+1)
		}, "最多 999999"},
		"gif":  {func(p *draft.Plan) { p.Uploads[0] = r.sized("gif", "images/0.gif", p.Uploads[0], "GIF89a", 20) }, "不是微信能收的图片"},
		"html": {func(p *draft.Plan) { p.Uploads[1] = r.sized("html", "a.png", p.Uploads[1], "<html>", 20) }, "不是微信能收的图片"},
	} {
		r.write(slug, 1, "")
		p, err := Open(r.dir, slug, draft.File)
		if err != nil {
			t.Fatal(err)
		}
		c.spoil(p.Plan)
		r.plan(p.Plan)
		_, err = Open(r.dir, slug, draft.File)
		var problem *Problem
		if !errors.As(err, &problem) || !strings.Contains(problem.Text.Zh, c.want) || !strings.Contains(problem.Text.Zh, "kepu channel build wechat") {
			t.Errorf("%s: %v", slug, err)
		}
	}
	for _, slug := range []string{"", ".", "..", "../good", "a/b", "nowhere"} {
		var problem *Problem
		if _, err := Open(r.dir, slug, draft.File); !errors.As(err, &problem) {
			t.Errorf("%q: %v", slug, err)
		}
	}
	// A cover may be a GIF, and as large as they come.
	r.write("ok", 1, "")
	p, _ := Open(r.dir, "ok", draft.File)
	p.Plan.Uploads[1] = r.sized("ok", "a.gif", p.Plan.Uploads[1], "GIF89a", draft.MaxMaterial)
	p.Plan.Uploads[0] = r.sized("ok", "b.jpeg", p.Plan.Uploads[0], "\xff\xd8\xff\xe0", draft.MaxInText)
	r.plan(p.Plan)
	r.opt.Timeout = 0
	r.mustPush(Added, "ok")
}

// sized writes a file that begins like one of its kind and plans it.
func (r *rig) sized(slug, name string, u draft.Upload, head string, size int) draft.Upload {
	r.Helper()
	data := append([]byte(head), make([]byte, size-len(head))...)
	r.save(filepath.Join(slug, name), data)
	u.File, u.SHA256 = name, sum(data)
	return u
}
