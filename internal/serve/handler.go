package serve

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"path"
	"strings"
	"time"
)

// ownPath is where serve keeps what is its own, apart from the site.
const ownPath = "/_kepu/"

// A handler answers browsers out of the state.
type handler struct {
	state   *state
	overlay overlayPage
	csp     string
	local   bool            // bound to the loopback: answer nobody else
	done    <-chan struct{} // closes when serving ends
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// A foreign site whose name was made to point here must not read drafts.
	if h.local && !localHost(r.Host) {
		http.Error(w, h.overlay.texts.badHost, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-cache")
	switch r.URL.Path {
	case ownPath + "reload.js":
		serveBytes(w, r, http.StatusOK, "text/javascript; charset=utf-8", reloadJS)
	case ownPath + "overlay.css":
		serveBytes(w, r, http.StatusOK, "text/css; charset=utf-8", overlayCSS)
	case ownPath + "events":
		h.events(w, r)
	default:
		if show := h.wait(r); show != nil {
			h.site(w, r, show)
		}
	}
}

// wait returns what to show, at the very start once the first build is done;
// nil if nobody wants it any more.
func (h *handler) wait(r *http.Request) *showing {
	for {
		show, next := h.state.current()
		if show != nil {
			return show
		}
		select {
		case <-next:
		case <-r.Context().Done():
			return nil
		case <-h.done:
			return nil
		}
	}
}

// site answers with a file of the site or, for a page while there are errors,
// with these.
func (h *handler) site(w http.ResponseWriter, r *http.Request, show *showing) {
	if show.broken() && wantsPage(r) {
		h.page(w, r, http.StatusInternalServerError, overlayPolicy, show, h.overlay.render(show))
		return
	}
	f, found := find(show.files, r.URL.Path)
	switch {
	case !found:
		h.missing(w, r, show)
	case f.isDir:
		to := *r.URL
		to.Scheme, to.Host, to.Path, to.RawPath = "", "", "/"+f.name+"/", ""
		http.Redirect(w, r, to.String(), http.StatusFound)
	case isHTML(f.name):
		data, err := f.read(show.files)
		if err != nil {
			h.missing(w, r, show)
			return
		}
		h.page(w, r, http.StatusOK, h.csp, show, data)
	default:
		if !f.serve(w, r, show.files) {
			h.missing(w, r, show)
		}
	}
}

func (h *handler) missing(w http.ResponseWriter, r *http.Request, show *showing) {
	if f, found := find(show.files, "/404.html"); found && !f.isDir {
		if data, err := f.read(show.files); err == nil {
			h.page(w, r, http.StatusNotFound, h.csp, show, data)
			return
		}
	}
	h.page(w, r, http.StatusNotFound, overlayPolicy, show, h.overlay.missing())
}

// page sends HTML, with the script in it that reloads.
func (h *handler) page(w http.ResponseWriter, r *http.Request, status int, csp string, show *showing, html []byte) {
	if csp != "" {
		w.Header().Set("Content-Security-Policy", csp)
	}
	serveBytes(w, r, status, "text/html; charset=utf-8", inject(html, show.id))
}

// inject puts the script before the end of the body: at the end of a page
// that leaves the end tag out, as HTML allows.
func inject(html []byte, id string) []byte {
	script := fmt.Sprintf(`<script src="%sreload.js" data-build="%s" defer></script>`, ownPath, id)
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

// events tells a browser the id of the build, now and whenever there is a new
// one. A page compares it with the one it carries, so none can miss a build,
// whatever happened while it was not connected.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 1000\n\n")
	beat := time.NewTicker(15 * time.Second)
	defer beat.Stop()
	for {
		show, next := h.state.current()
		if show != nil {
			fmt.Fprintf(w, "event: build\ndata: %s\n\n", show.id)
		}
		if r.Method == http.MethodHead || out.Flush() != nil {
			return
		}
		for waiting := true; waiting; {
			select {
			case <-next:
				waiting = false
			case <-beat.C: // finds out that the browser has gone
				fmt.Fprint(w, ": still here\n\n")
				if out.Flush() != nil {
					return
				}
			case <-r.Context().Done():
				return
			case <-h.done:
				return
			}
		}
	}
}

// wantsPage reports whether a person is to read the answer: the overlay in
// place of a style sheet or a picture would help nobody.
func wantsPage(r *http.Request) bool {
	if r.Header.Get("Sec-Fetch-Dest") == "document" {
		return true
	}
	ext := path.Ext(r.URL.Path)
	return ext == "" || strings.HasSuffix(r.URL.Path, "/") || isHTML(r.URL.Path)
}

// localHost reports whether a Host header names this machine.
func localHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}
