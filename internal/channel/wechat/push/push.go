// Package push brings packages for WeChat into the draft box of an account, by
// the platform's official API.
//
// It may be stopped at any moment, by a crash too, and run again: what was
// uploaded is not uploaded twice, and a draft is in the box once. For that it
// writes down what it is about to do before it does it, and looks into the box
// where it does not know what became of a request.
//
// The secret and the token it gets are in no error, no progress line and, but
// for the token, in no file.
package push

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Options say where to push and how.
type Options struct {
	API         string // base address, "" for Official
	Credentials Credentials
	State       string            // file of what was done, see StateFile; private
	Publish     bool              // submit each draft for publishing
	Unchanged   bool              // push packages too that have not changed since
	Say         func(Line)        // is told each step, as it begins; nil for nobody
	Transport   http.RoundTripper // nil for the usual one, which honours proxies
	Timeout     time.Duration     // of a request; 0 is two minutes
	Now         func() time.Time  // nil for the clock
	Sleep       func(context.Context, time.Duration) error
}

// A Line tells one step. Slug is "" for what is not about a package.
type Line struct {
	Slug string
	Text Text
}

// An Action is what became of a package, or what will.
type Action string

// The actions.
const (
	Unchanged Action = "unchanged" // as it was last pushed: nothing to do
	Added     Action = "added"     // a new draft
	Updated   Action = "updated"   // a draft that was there
	Replaced  Action = "replaced"  // a new draft for one of another number of articles, which is gone
	Published Action = "published" // by an earlier push
	Failed    Action = "failed"
	NotTried  Action = "not-tried" // an earlier failure concerns all packages
)

// A Result is what became of one package.
type Result struct {
	Slug      string
	Action    Action
	MediaID   string // of the draft; "" once it is published
	PublishID string // of a submission by this push
	Err       error  // has words for editors: see Words
}

// Plan tells what Run would do, without a request and without writing. Without
// an AppID all packages count as new.
func Plan(opt Options, packages []*Package) ([]Result, error) {
	st := &state{}
	if opt.Credentials.AppID != "" {
		var err error
		if st, err = readState(opt.State); err != nil {
			return nil, err
		}
	}
	results := make([]Result, len(packages))
	for i, p := range packages {
		d := st.Drafts[p.key()]
		results[i] = Result{Slug: p.Slug, Action: Added}
		switch {
		case d == nil:
		case d.settled(p, opt.Unchanged):
			results[i].Action = Unchanged
		case d.MediaID != "" && d.Articles != len(p.Plan.Articles):
			results[i].Action = Replaced
		case d.MediaID != "":
			results[i].Action = Updated
		}
		if d != nil {
			results[i].MediaID = d.MediaID
		}
	}
	return results, nil
}

// Run pushes packages, in order. A package that cannot be pushed does not keep
// the others from it, unless what is wrong concerns all. The error is one of
// the state file; those of packages are in the results.
func Run(ctx context.Context, opt Options, packages []*Package) ([]Result, error) {
	unlock, err := lockState(opt.State)
	if err != nil {
		return nil, err
	}
	defer unlock()
	st, err := readState(opt.State)
	if err != nil {
		return nil, err
	}
	r := &run{opt: opt, client: newClient(opt, st), state: st, now: opt.clock()}
	results := make([]Result, len(packages))
	stopped := false
	for i, p := range packages {
		results[i] = Result{Slug: p.Slug, Action: NotTried}
		if stopped {
			continue
		}
		results[i] = r.push(ctx, p)
		stopped = ctx.Err() != nil || ConcernsAll(results[i].Err)
	}
	return results, nil
}

func (o *Options) clock() func() time.Time {
	if o.Now != nil {
		return o.Now
	}
	return time.Now
}

// A run is one push of several packages.
type run struct {
	opt    Options
	client *client
	state  *state
	now    func() time.Time
	box    []item // the drafts in the box, nil if they must be asked for
}

func (r *run) say(p *Package, zh, en string, args ...any) {
	if r.opt.Say != nil {
		r.opt.Say(Line{p.Slug, Text{Zh: fmt.Sprintf(zh, args...), En: fmt.Sprintf(en, args...)}})
	}
}

func (r *run) push(ctx context.Context, p *Package) Result {
	d := r.state.draft(p.key())
	d.Slug = p.Slug
	if d.settled(p, r.opt.Unchanged) {
		return Result{Slug: p.Slug, Action: Unchanged, MediaID: d.MediaID}
	}
	action, err := r.settle(ctx, p, d)
	if err == nil && action == "" {
		action, err = r.bring(ctx, p, d)
	}
	res := Result{Slug: p.Slug, Action: action, Err: err}
	if err == nil && r.opt.Publish && action != Published {
		res.PublishID, res.Err = r.publish(ctx, p, d)
	}
	if res.Err != nil {
		res.Action = Failed
	}
	res.MediaID = d.MediaID
	return res
}
