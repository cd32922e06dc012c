package push

import (
	"strings"
	"testing"
	"time"
)

func calls(r *rig, call string) int {
	n := 0
	for _, c := range r.srv.Calls() {
		if c == call {
			n++
		}
	}
	return n
}

// TestToken: one is kept between pushes, replaced in time, and renewed when it
// ends early.
func TestToken(t *testing.T) {
	r := newRig(t)
	push := func(version string, tokens int) {
		t.Helper()
		before := calls(r, "stable_token")
		r.write("fast", 1, version)
		if err := r.push("fast")[0].Err; err != nil {
			t.Fatal(err)
		}
		if n := calls(r, "stable_token") - before; n != tokens {
			t.Errorf("%s: asked for a token %d times, want %d", version, n, tokens)
		}
	}
	push("一", 1)
	push("二", 0)
	r.clock.pass(7200*time.Second - renewal)
	push("三", 1)
	r.srv.Expire()
	push("四", 1)
	r.one("fast", 1)
}

// TestForced: a new token is forced where the platform goes on giving out one
// that it refuses, at most twenty times a day and not within half a minute.
func TestForced(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	r.mustPush(Added, "fast")
	r.opt.Unchanged = true
	for i := range forcesADay {
		r.srv.Revoke()
		slept := len(r.clock.slept)
		r.mustPush(Updated, "fast")
		if waited := len(r.clock.slept) > slept+1; waited != (i > 0) {
			t.Errorf("push %d slept %v", i, r.clock.slept[slept:])
		}
	}
	r.srv.Revoke()
	if err := r.push("fast")[0].Err; err == nil || !strings.Contains(Words(err).Zh, "20 次") {
		t.Errorf("%v", err)
	}
	r.clock.pass(24 * time.Hour)
	r.srv.Revoke()
	r.mustPush(Updated, "fast")
}

// TestWrongSecret is told at once: asking again would be of no use.
func TestWrongSecret(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	r.opt.Credentials = NewCredentials(r.srv.AppID, "fedcba9876543210")
	err := r.push("fast")[0].Err
	if Code(err) != 40125 || len(r.srv.Calls()) != 1 {
		t.Errorf("%v %v", err, r.srv.Calls())
	}
}
