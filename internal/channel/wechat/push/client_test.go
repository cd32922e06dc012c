package push

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestAnswers gives the client what the fake platform does not: errors that quote
// the whole request, a good answer with a bad status, one without an end.
func TestAnswers(t *testing.T) {
	endless := io.LimitReader(repeat(' '), 1<<40)
	for name, answer := range map[string]roundTrip{
		"quoted": func(r *http.Request) (*http.Response, error) {
			body, _ := io.ReadAll(r.Body)
			return nil, errors.New("cannot send " + r.URL.String() + " " + string(body))
		},
		"500": func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 500, Body: io.NopCloser(strings.NewReader(`{"errcode":0,"access_token":"T","expires_in":7200}`))}, nil
		},
		"endless": func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, Body: io.NopCloser(endless)}, nil
		},
	} {
		r := newRig(t)
		c := newClient(r.opt, &state{file: r.opt.State, Token: token{Value: "T0K3N/+"}})
		c.http.Transport = answer
		err := c.fetchToken(t.Context(), false)
		if !unsure(err) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		err = errors.Join(err, c.draftDelete(t.Context(), "x"))
		for _, secret := range []string{r.srv.Secret, "T0K3N", "Post "} {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("%s: %v tells %s", name, err, secret)
			}
		}
	}
}

// repeat reads as one byte, again and again.
type repeat byte

func (r repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r)
	}
	return len(p), nil
}
