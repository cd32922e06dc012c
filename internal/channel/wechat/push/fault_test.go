package push

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"testing"
	"time"

	"kepu/internal/channel/wechat/fake"
)

// A scene is a push that something goes wrong with: what was before, and what is
// pushed.
type scene struct {
	name  string
	setup func(*rig)
}

var scenes = []scene{
	{"new", func(r *rig) { r.write("fast", 2, "新") }},
	{"changed", func(r *rig) {
		r.write("fast", 2, "旧")
		r.mustPush(Added, "fast")
		r.clock.pass(3 * time.Hour) // another token
		r.write("fast", 2, "新")
	}},
	{"fewer", func(r *rig) {
		r.write("fast", 3, "旧")
		r.mustPush(Added, "fast")
		r.write("fast", 2, "新")
	}},
	{"lost", func(r *rig) {
		r.write("fast", 2, "旧")
		r.mustPush(Added, "fast")
		if err := os.Remove(r.opt.State); err != nil {
			r.Fatal(err)
		}
		r.write("fast", 2, "新")
	}},
	{"deleted", func(r *rig) {
		r.write("fast", 2, "旧")
		r.mustPush(Added, "fast")
		r.srv.Delete(r.srv.Drafts()[0].MediaID)
		r.srv.DeleteMaterial()
		r.write("fast", 2, "新")
	}},
}

// count tells how many requests the scene's push makes when nothing goes wrong.
func (s scene) count(t *testing.T) int {
	r := newRig(t)
	s.setup(r)
	before := len(r.srv.Calls())
	r.push("fast")
	r.one("fast", 2)
	return len(r.srv.Calls()) - before
}

// lasting are faults that may go on for as long as a push.
var lasting = []fake.Kind{fake.DropBefore, fake.DropAfter, fake.BusyAfter, fake.Page}

// TestFaults lets each request of each scene fail in each way, once, and all from
// there on. However it ends, the next push completes it, and there
// is one draft.
func TestFaults(t *testing.T) {
	t.Parallel()
	healed, failed := 0, 0
	for _, s := range scenes {
		n := s.count(t)
		for at := range n {
			for _, kind := range fake.Kinds() {
				for _, times := range []int{1, 100} {
					if times > 1 && !slices.Contains(lasting, kind) {
						continue
					}
					t.Run(fmt.Sprintf("%s/%d/%s/%d", s.name, at, kind, times), func(t *testing.T) {
						r := newRig(t)
						s.setup(r)
						r.srv.Inject(fake.Fault{Skip: at, Times: times, Kind: kind})
						if r.push("fast")[0].Err == nil {
							healed++
							r.one("fast", 7)
						} else {
							failed++
						}
						r.srv.Clear()
						if err := r.push("fast")[0].Err; err != nil {
							t.Fatal(err)
						}
						// What was uploaded before its answer was lost, and again each time.
						r.one("fast", 2+tries)
					})
				}
			}
		}
	}
	t.Logf("%d pushes went on by themselves, %d were completed by the next", healed, failed)
	if healed == 0 || failed == 0 {
		t.Error("the faults did nothing")
	}
}

// A killer ends the process, as it were, at a request: before it is sent or
// after the platform has carried it out. Nothing that runs later can write.
type killer struct {
	next  http.RoundTripper
	at    int
	after bool
}

type killed struct{}

func (k *killer) RoundTrip(req *http.Request) (*http.Response, error) {
	if k.at--; k.at >= 0 {
		return k.next.RoundTrip(req)
	}
	if k.after {
		if res, err := k.next.RoundTrip(req); err == nil {
			res.Body.Close()
		}
	}
	panic(killed{})
}

// TestKill kills the push at every request of every scene, and the next one at
// every third.
func TestKill(t *testing.T) {
	t.Parallel()
	kills := 0
	for _, s := range scenes {
		n := s.count(t)
		for first := range n {
			for second := first % 3; second <= n; second += 3 {
				for _, after := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s/%d/%d/%t", s.name, first, second, after), func(t *testing.T) {
						r := newRig(t)
						s.setup(r)
						usual := r.opt.Transport
						for _, at := range []int{first, second} {
							r.opt.Transport = &killer{usual, at, after}
							if r.killed("fast") {
								kills++
							}
						}
						r.opt.Transport = usual
						if err := r.push("fast")[0].Err; err != nil {
							t.Fatal(err)
						}
						r.one("fast", 4) // twice more for two kills, and once after a deletion
					})
				}
			}
		}
	}
	t.Logf("%d pushes were killed", kills)
}

// killed runs a push and tells whether it was.
func (r *rig) killed(slug string) (yes bool) {
	defer func() {
		switch p := recover(); p {
		case nil:
		case killed{}:
			yes = true
		default:
			panic(p)
		}
	}()
	r.push(slug)
	return false
}

// TestNetwork does over a real connection what the other tests do without one.
func TestNetwork(t *testing.T) {
	for _, kind := range []fake.Kind{fake.None, fake.DropBefore, fake.DropAfter, fake.Truncated, fake.BadGatewayAfter, fake.Elsewhere} {
		for at := range 5 {
			r := newRig(t)
			web := httptest.NewServer(r.srv)
			t.Cleanup(web.Close)
			r.opt.API, r.opt.Transport, r.opt.Timeout = web.URL, nil, 0
			r.write("fast", 1, "")
			r.srv.Inject(fake.Fault{Skip: at, Kind: kind})
			if err := r.push("fast")[0].Err; err != nil {
				t.Fatalf("%s at %d: %v", kind, at, err)
			}
			r.one("fast", 2)
		}
	}
}

// TestOnceMore: a fault costs each file one more upload at most, and a draft that
// the box does not list at once is waited for.
func TestOnceMore(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	r.srv.Inject(fake.Fault{Call: "media/uploadimg", Kind: fake.DropAfter}, fake.Fault{Call: "material/add_material", Kind: fake.BusyAfter})
	r.mustPush(Added, "fast")
	for sum, n := range r.srv.Uploads() {
		if n != 2 {
			t.Errorf("%s was uploaded %d times", sum, n)
		}
	}

	// What was answered before a push is killed is not uploaded again.
	usual := r.opt.Transport
	r.opt.Transport = &killer{usual, 2, false}
	r.write("half", 3, "")
	if !r.killed("half") {
		t.Fatal("it lives")
	}
	r.opt.Transport = usual
	r.mustPush(Added, "half")
	for sum, n := range r.srv.Uploads() {
		if n > 2 {
			t.Errorf("%s was uploaded %d times", sum, n)
		}
	}
	if got := calls(r, "media/uploadimg") + calls(r, "material/add_material"); got != 4+4 {
		t.Errorf("%d uploads", got)
	}

	r.write("slow", 1, "")
	r.srv.Inject(fake.Fault{Call: "draft/add", Kind: fake.DropAfter})
	before := len(r.clock.slept)
	r.mustPush(Updated, "slow")
	if slept := r.clock.slept[before:]; len(slept) != 1 || slept[0] < listed/2 || len(r.srv.Drafts()) != 3 {
		t.Errorf("slept %v, %d drafts", slept, len(r.srv.Drafts()))
	}
}

// TestRetry has what is repeated, how often, and what is not.
func TestRetry(t *testing.T) {
	for _, c := range []struct {
		call  string
		kind  fake.Kind
		sends int
	}{
		{"stable_token", fake.BadGateway, tries},
		{"media/uploadimg", fake.DropBefore, tries},
		{"draft/batchget", fake.Busy, tries},
		{"draft/add", fake.DropBefore, looks},
		{"draft/add", fake.Page, looks},
	} {
		r := newRig(t)
		r.write("fast", 1, "")
		r.srv.Inject(fake.Fault{Call: c.call, Times: 100, Kind: c.kind})
		if err := r.push("fast")[0].Err; !unsure(err) {
			t.Errorf("%s, %s: %v", c.call, c.kind, err)
		}
		n := 0
		for i, call := range r.srv.Calls() {
			if call != c.call {
				continue
			}
			if n++; call == "draft/add" && r.srv.Calls()[i-1] != "draft/batchget" {
				t.Error("a draft was added without a look into the box")
			}
		}
		if n != c.sends {
			t.Errorf("%s, %s: sent %d times, want %d", c.call, c.kind, n, c.sends)
		}
		for i, d := range r.clock.slept {
			if most := firstWait << i; c.sends == tries && (d > most || d < most/2) {
				t.Errorf("wait %d is %v", i, d)
			}
		}
	}
}

// TestQuota: by the minute it is waited for, by the day it is the end.
func TestQuota(t *testing.T) {
	r := newRig(t)
	r.write("a", 3, "")
	r.srv.Limits.Minute = map[string]int{"media/uploadimg": 2}
	r.mustPush(Added, "a")
	if !slices.Contains(r.clock.slept, busyWait) {
		t.Errorf("slept %v", r.clock.slept)
	}
	r.write("b", 1, "")
	r.srv.Limits.Daily = map[string]int{"draft/add": 1}
	calls := len(r.srv.Calls())
	if res := r.push("b", "a"); Code(res[0].Err) != 45009 || res[1].Action != NotTried {
		t.Errorf("%v", res)
	}
	if n := len(r.srv.Calls()) - calls; n != 2 {
		t.Errorf("%d calls", n)
	}
	r.clock.pass(24 * time.Hour)
	r.mustPush(Added, "b")
}

// TestCanceled stops while it waits; nothing is lost by it.
func TestCanceled(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	r.srv.Inject(fake.Fault{Call: "draft/add", Times: 9, Kind: fake.DropAfter})
	usual := r.opt.Sleep
	ctx, cancel := context.WithCancel(t.Context())
	r.opt.Sleep = func(_ context.Context, d time.Duration) error { cancel(); return usual(ctx, d) }
	if res := r.push("fast"); res[0].Err == nil {
		t.Fatal("it went on")
	}
	r.srv.Clear()
	r.opt.Sleep = usual
	r.mustPush(Updated, "fast")
	r.one("fast", 1)
}
