package push

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kepu/internal/channel/wechat/fake"
)

func TestPublish(t *testing.T) {
	r := newRig(t)
	r.opt.Publish, r.opt.Unchanged = true, true
	r.write("fast", 1, "一")
	if res := r.mustPush(Added, "fast"); res[0].PublishID == "" || res[0].MediaID != "" {
		t.Errorf("%+v", res)
	}
	r.mustPush(Unchanged, "fast")
	r.published(1)
	r.write("fast", 1, "二")
	r.mustPush(Added, "fast")
	r.published(2)

	r.opt.Publish = false
	r.mustPush(Unchanged, "fast")
	if n := len(r.srv.Drafts()); n != 0 {
		t.Errorf("%d drafts of what is published", n)
	}
}

func (r *rig) published(want int) {
	r.Helper()
	if n := len(r.srv.Published()); n != want {
		r.Fatalf("published %d times, want %d\n%s\n%s", n, want, r.srv.Calls(), strings.Join(r.said, "\n"))
	}
}

// TestMayNotPublish keeps the drafts and says what to do.
func TestMayNotPublish(t *testing.T) {
	r := newRig(t)
	r.srv.MayPublish = false
	r.opt.Publish, r.opt.Unchanged = true, true
	r.write("a", 1, "")
	r.write("b", 1, "")
	for _, res := range r.push("a", "b") {
		if res.Action != Failed || res.MediaID == "" || !strings.Contains(Words(res.Err).Zh, "账号没有发布权限，草稿已在草稿箱") {
			t.Errorf("%+v %v", res, res.Err)
		}
	}
	r.opt.Publish, r.opt.Unchanged = false, false
	r.mustPush(Unchanged, "a", "b")
	if n := len(r.srv.Drafts()); n != 2 {
		t.Errorf("%d drafts", n)
	}
}

// TestPublishFaults lets each request fail in each way: nothing is ever published
// twice, and after a while a further push publishes it, or knows that it was.
func TestPublishFaults(t *testing.T) {
	for at := range 6 { // token, two files, list, add, submit
		for _, kind := range fake.Kinds() {
			t.Run(fmt.Sprintf("%d/%s", at, kind), func(t *testing.T) {
				r := newRig(t)
				r.opt.Publish, r.opt.Unchanged = true, true
				r.write("fast", 1, "")
				r.srv.Inject(fake.Fault{Skip: at, Kind: kind})
				err := r.push("fast")[0].Err
				if err != nil && len(r.srv.Published()) == 0 && at == 5 {
					if res := r.push("fast"); res[0].Err == nil || len(r.srv.Published()) > 0 {
						t.Errorf("submitted at once again: %+v", res)
					}
				}
				r.clock.pass(publishTime)
				for range 2 {
					if err := r.push("fast")[0].Err; err != nil {
						t.Fatal(err)
					}
					r.published(1)
				}
			})
		}
	}
}

// TestPublishKilled kills the push around the submission, then pushes a changed
// text.
func TestPublishKilled(t *testing.T) {
	for _, after := range []bool{false, true} {
		r := newRig(t)
		r.opt.Publish, r.opt.Unchanged = true, true
		r.write("fast", 1, "一")
		usual := r.opt.Transport
		r.opt.Transport = &killer{usual, 5, after}
		if !r.killed("fast") {
			t.Fatal("it lives")
		}
		r.opt.Transport = usual
		r.opt.Publish, r.opt.Unchanged = false, false
		r.clock.pass(publishTime + time.Second)
		r.write("fast", 1, "二")
		want := Updated
		if after {
			want = Added
		}
		r.mustPush(want, "fast")
		r.one("fast", 1)
	}
}
