package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// No page writes an error or a warning, violates its policy, or asks another
// host, or this one for something that is not there.
func TestConsole(t *testing.T) {
	eachTemplate(t, phone, func(tb *tab) {
		// What is loaded late is loaded by scrolling.
		eval[bool](tb, `new Promise(done => { scrollTo(0, document.body.scrollHeight); setTimeout(() => done(true), 100) })`)
		problems, requests := tb.noted()
		for _, problem := range problems {
			if strings.Contains(problem, "404") && strings.Contains(problem, "404.html") {
				continue // the 404 page itself, asked for by its name
			}
			tb.Error(problem)
		}
		for _, request := range requests {
			if !strings.HasPrefix(request, site.Base) && !strings.HasPrefix(request, "data:") {
				tb.Errorf("asked another host: %s", request)
			}
		}
		if len(requests) == 0 {
			tb.Error("no request was seen: the test sees nothing")
		}
	})
}

// The policy forbids scripts and styles in the page and other hosts.
func TestPolicy(t *testing.T) {
	for _, page := range site.OnePerTemplate() {
		policy := page.Policy()
		if !strings.Contains(policy, "default-src") && !strings.Contains(policy, "script-src") {
			t.Errorf("%s: no Content-Security-Policy: %q", page.URL, policy)
		}
		for _, word := range []string{"unsafe-inline", "unsafe-eval", "http:", "https:", "*"} {
			if strings.Contains(policy, word) {
				t.Errorf("%s: the policy allows %s: %s", page.URL, word, policy)
			}
		}
	}
}

// The recorder of problems must see problems.
func TestRecorder(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; script-src 'self'")
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, `<!DOCTYPE html><title>x</title><script src="/a.js"></script><script src="/gone.js"></script><p style="color:red">x<script>1</script>`)
		case "/a.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, `console.error("said so"); setTimeout(() => { throw new Error("thrown") })`)
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	tb := open(t, phone)
	tb.goTo(server.URL + "/")
	eval[bool](tb, `new Promise(done => setTimeout(() => done(true), 100))`)
	problems, requests := tb.noted()
	all := strings.Join(problems, "\n")
	for _, want := range []string{"said so", "exception", "404", "CSP: style-src", "CSP: script-src"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q was not seen in:\n%s", want, all)
		}
	}
	if len(requests) < 3 {
		t.Errorf("saw only the requests %q", requests)
	}
}
