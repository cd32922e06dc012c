package serve

import (
	"bytes"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"strconv"
	"sync"

	"github.com/zeebo/xxh3"

	"kepu/internal/diag"
)

// An answer is what there is to see at a page's address, but for the script
// that reloads.
type answer struct {
	status int
	policy string // Content-Security-Policy, "" for none
	html   []byte
}

// version tells what is seen from anything else that was or will be: a page
// that carries another one reloads.
func (a answer) version(show *showing) string {
	return show.looks + "-" + strconv.FormatUint(xxh3.Hash(a.html), 36)
}

// answer is what a tab with a page sees now.
func (h *handler) answer(show *showing, address string) answer {
	if show.broken() {
		return h.errors(show)
	}
	if f, found := find(show.files, address); found && !f.isDir && isHTML(f.name) {
		return h.page(show, f.name, http.StatusOK)
	}
	return h.missing(show)
}

// errors shows what is wrong with a build.
func (h *handler) errors(show *showing) answer {
	return answer{http.StatusInternalServerError, overlayPolicy, h.overlay.render(show)}
}

func (h *handler) page(show *showing, name string, status int) answer {
	html, err := fs.ReadFile(show.files, name)
	if err != nil {
		return h.failed(show, err)
	}
	return answer{status, h.csp, html}
}

// failed shows why a file that the site has cannot be read.
func (h *handler) failed(show *showing, err error) answer {
	failure := show.without(err)
	h.tell.failure(show.id, failure)
	return h.errors(failure)
}

func (h *handler) missing(show *showing) answer {
	if f, found := find(show.files, "/404.html"); found && !f.isDir {
		return h.page(show, f.name, http.StatusNotFound)
	}
	return answer{http.StatusNotFound, overlayPolicy, h.overlay.missing()}
}

// send puts the script into an answer that reloads the page, and sends it.
func (h *handler) send(w http.ResponseWriter, r *http.Request, show *showing, a answer) {
	if a.policy != "" {
		w.Header().Set("Content-Security-Policy", a.policy)
	}
	serveBytes(w, r, a.status, "text/html; charset=utf-8", inject(a.html, a.version(show)))
}

// inject puts the script before the end of the body: at the end of a page
// that leaves the end tag out, as HTML allows.
func inject(html []byte, version string) []byte {
	script := fmt.Sprintf(`<script src="%sreload.js" data-build="%s" defer></script>`, ownPath, version)
	at := len(html)
	// The tag is ASCII, so lowering the case of ASCII alone keeps the offsets.
	if i := bytes.LastIndex(asciiLower(html), []byte("</body>")); i >= 0 {
		at = i
	}
	out := make([]byte, 0, len(html)+len(script))
	out = append(out, html[:at]...)
	out = append(out, script...)
	return append(out, html[at:]...)
}

func asciiLower(b []byte) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out[i] = c
	}
	return out
}

// A teller tells the log of what fails when it is read: of each build each
// problem once, however many pages have it.
type teller struct {
	log  *log.Logger
	lang diag.Lang

	mu    sync.Mutex
	build string
	told  map[string]bool
}

func (t *teller) failure(build string, failure *showing) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.build != build {
		t.build, t.told = build, map[string]bool{}
	}
	say := func(text string) {
		if !t.told[text] {
			t.told[text] = true
			t.log.Print(text)
		}
	}
	if failure.err != nil {
		say(fmt.Sprintf(textsOf(t.lang).noFile, failure.err))
	}
	for _, d := range failure.problems {
		say(line(d, t.lang))
	}
}
