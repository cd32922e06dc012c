package push

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Official is the platform's address of the API.
const Official = "https://api.weixin.qq.com"

const (
	tries     = 4               // of a request that may be repeated
	firstWait = time.Second     // after the first failure; then twice as long each time
	busyWait  = 1 * time.Minute // after 45011: the quota is by the minute
	maxAnswer = 16 << 20        // bytes; draft/get gives up to eight texts of 1 MB
)

// A client makes calls: it has a token, repeats what may be repeated and keeps
// secrets out of errors.
type client struct {
	base    string
	who     Credentials
	http    *http.Client
	timeout time.Duration
	state   *state // for the token
	now     func() time.Time
	sleep   func(context.Context, time.Duration) error
}

func newClient(opt Options, st *state) *client {
	c := &client{base: opt.API, who: opt.Credentials, timeout: opt.Timeout, state: st, now: opt.clock(), sleep: opt.Sleep}
	if c.base == "" {
		c.base = Official
	}
	c.base = strings.TrimSuffix(c.base, "/")
	if c.timeout == 0 {
		c.timeout = 2 * time.Minute
	}
	if c.sleep == nil {
		c.sleep = sleep
	}
	c.http = &http.Client{
		Transport: opt.Transport,
		// The API never redirects; whoever does must not get the secret.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A request is one call of the API.
type request struct {
	call   string // "draft/add"
	query  url.Values
	kind   string // media type of the body
	body   []byte
	repeat bool // doing it twice is as good as doing it once
}

// An answer is what a call gives if it does what it should.
type answer interface {
	whole() bool // holds all that the call promises
}

// do makes a call with the token and decodes the answer.
func (c *client) do(ctx context.Context, req request, out answer) error {
	renewed := false
	for try := 1; ; try++ {
		value, err := c.token(ctx)
		if err != nil {
			return err
		}
		req.query.Set("access_token", value)
		err = c.post(ctx, req, out)
		wait := time.Duration(0)
		switch {
		case err == nil || ctx.Err() != nil:
			return err
		case refusesToken(err) && !renewed:
			renewed = true
			if err := c.renew(ctx); err != nil {
				return err
			}
		case try == tries:
			return err
		case Code(err) == codeTooFast:
			wait = busyWait
		case unsure(err) && req.repeat:
			wait = backoff(try)
		default:
			return err
		}
		if err := c.sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// backoff is how long to wait after a number of failures: doubled each time,
// and a random part less, so that many clients do not come back at once.
func backoff(failures int) time.Duration {
	d := firstWait << (failures - 1)
	return d/2 + rand.N(d/2)
}

// post sends a request once. Its error is a Refusal if the platform said no, and
// an Unanswered if it is not known what it did.
func (c *client) post(ctx context.Context, req request, out answer) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/cgi-bin/"+req.call+"?"+req.query.Encode(), bytes.NewReader(req.body))
	if err != nil {
		return c.unanswered(req.call, err)
	}
	r.Header.Set("Content-Type", req.kind)
	res, err := c.http.Do(r)
	if err != nil {
		return c.unanswered(req.call, err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	if err != nil {
		return c.unanswered(req.call, err)
	}
	if len(data) > maxAnswer {
		return c.unanswered(req.call, errors.New("the answer is too long"))
	}
	// The platform states no media type worth looking at, and says no with 200.
	var head struct {
		Code    number `json:"errcode"`
		Message string `json:"errmsg"`
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := json.Unmarshal(data, &head); err != nil {
		return c.unanswered(req.call, fmt.Errorf("the answer is not the API's (HTTP %d)", res.StatusCode))
	}
	if head.Code != 0 {
		return &Refusal{Call: req.call, Code: int(head.Code), Message: c.scrub(head.Message)}
	}
	if res.StatusCode != http.StatusOK {
		return c.unanswered(req.call, fmt.Errorf("HTTP %d", res.StatusCode))
	}
	if err := json.Unmarshal(data, out); err != nil || !out.whole() {
		return c.unanswered(req.call, errors.New("the answer does not hold what it should"))
	}
	return nil
}

// unanswered keeps of an error only its words, without the address of the
// request, in which the token is.
func (c *client) unanswered(call string, err error) *Unanswered {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return &Unanswered{Call: call, Reason: c.scrub(err.Error())}
}

// scrub takes the secret and the token out of somebody else's words.
func (c *client) scrub(text string) string {
	for _, s := range []string{c.who.reveal(), c.state.Token.Value} {
		if s != "" {
			text = strings.NewReplacer(s, "…", url.QueryEscape(s), "…").Replace(text)
		}
	}
	return text
}
