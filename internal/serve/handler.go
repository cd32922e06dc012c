package serve

import (
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

// eventsPath is followed by the address of the page to be told of.
const eventsPath = ownPath + "events"

// A handler answers browsers out of the state.
type handler struct {
	state   *state
	overlay overlayPage
	csp     string
	tell    *teller
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
	page, ofEvents := strings.CutPrefix(r.URL.Path, eventsPath)
	switch {
	case r.URL.Path == ownPath+"reload.js":
		serveBytes(w, r, http.StatusOK, "text/javascript; charset=utf-8", reloadJS)
	case r.URL.Path == ownPath+"overlay.css":
		serveBytes(w, r, http.StatusOK, "text/css; charset=utf-8", overlayCSS)
	case ofEvents && (page == "" || page[0] == '/'):
		h.events(w, r, page)
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
	f, found := find(show.files, r.URL.Path)
	switch {
	case show.broken() && wantsPage(r):
		h.send(w, r, show, h.errors(show))
	case !found:
		h.send(w, r, show, h.missing(show))
	case f.isDir:
		to := *r.URL
		to.Scheme, to.Host, to.Path, to.RawPath = "", "", "/"+f.name+"/", ""
		http.Redirect(w, r, to.String(), http.StatusFound)
	case isHTML(f.name):
		h.send(w, r, show, h.page(show, f.name, http.StatusOK))
	default:
		if err := f.serve(w, r, show.files); err != nil {
			w.Header().Del("ETag") // of the file, not of what is shown in its place
			h.send(w, r, show, h.failed(show, err))
		}
	}
}

// events tells a browser the version of its page, now and after every build. A
// page compares it with its own, so none can miss a change, whatever happened
// while it was not connected. Whoever names no page is told of the builds.
//
// Only what is shown is rendered, so this is also where a template that fails
// is found out, before anybody asks for the page.
func (h *handler) events(w http.ResponseWriter, r *http.Request, page string) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 1000\n\n")
	beat := time.NewTicker(15 * time.Second)
	defer beat.Stop()
	for {
		show, next := h.state.current()
		if show != nil {
			id := show.id
			if page != "" {
				id = h.answer(show, page).version(show)
			}
			fmt.Fprintf(w, "event: build\ndata: %s\n\n", id)
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
