package fake

import (
	"net/http"
	"slices"
	"time"
)

// A Kind is a way to fail. Those named After carry the request out first.
type Kind int

// The ways.
const (
	None            Kind = iota
	DropBefore           // the connection ends without an answer
	DropAfter            //
	Truncated            // half of the answer
	Page                 // a page in HTML, as of a login of a network
	BadGateway           // 502, with a page
	BadGatewayAfter      //
	Slow                 // no answer until the client gives up
	Busy                 // -1
	BusyAfter            //
	Expired              // the token ends early
	WrongType            // the right answer, called an HTML page
	Doubled              // the answer comes twice
	Empty                // {}
	Elsewhere            // a redirect to another server
	kinds
)

// Kinds lists them, without None.
func Kinds() []Kind {
	var list []Kind
	for k := None + 1; k < kinds; k++ {
		list = append(list, k)
	}
	return list
}

func (k Kind) String() string {
	return [...]string{"none", "drop before", "drop after", "truncated", "page", "bad gateway", "bad gateway after", "slow", "busy", "busy after", "expired", "wrong type", "doubled", "empty", "elsewhere"}[k]
}

// A Fault makes the next requests fail.
type Fault struct {
	Call  string // "draft/add"; "" is any
	Skip  int    // how many requests pass before
	Times int    // how many fail; 0 is one
	Kind  Kind
}

// Inject adds faults. Each request meets at most one: the first for its call.
func (s *Server) Inject(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}

// Clear forgets the faults that did not come to pass and gives their number.
func (s *Server) Clear() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.faults)
	s.faults = nil
	return n
}

func (s *Server) next(call string) Kind {
	for i := range s.faults {
		f := &s.faults[i]
		if f.Call != "" && f.Call != call {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			return None
		}
		kind := f.Kind
		if f.Times--; f.Times <= 0 {
			s.faults = slices.Delete(s.faults, i, i+1)
		}
		return kind
	}
	return None
}

const page = "<!DOCTYPE html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>"

func (s *Server) fail(w http.ResponseWriter, r *http.Request, call string, fault Kind) {
	var answer any
	switch fault {
	case DropAfter, Truncated, BadGatewayAfter, Slow, BusyAfter, WrongType, Doubled:
		answer = s.answer(call, r)
	case Expired:
		s.Expire()
		answer = s.answer(call, r)
	}
	busy := refuse(-1, "system error")
	switch fault {
	case DropBefore, DropAfter:
		panic(http.ErrAbortHandler)
	case Truncated:
		data := encode(answer)
		w.Write(data[:len(data)/2])
	case Page:
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(page))
	case BadGateway, BadGatewayAfter:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		w.Write([]byte(page))
	case Slow:
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second): // a client that never gives up
		}
		panic(http.ErrAbortHandler)
	case Busy, BusyAfter:
		s.write(w, busy)
	case Expired:
		s.write(w, answer)
	case WrongType:
		w.Header().Set("Content-Type", "text/html")
		w.Write(encode(answer))
	case Doubled:
		w.Write(append(encode(answer), encode(answer)...))
	case Empty:
		w.Write([]byte("{}"))
	case Elsewhere:
		http.Redirect(w, r, "https://elsewhere.invalid/cgi-bin/"+call, http.StatusTemporaryRedirect)
	}
}
