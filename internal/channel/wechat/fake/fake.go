// Package fake is the platform's API as far as a client needs it, for tests:
// strict where the documentation states a limit, and able to fail in every way
// in which a network and a busy server do.
//
// It keeps everything in memory. It is written from the documentation, not from
// the client, and shares no code with it.
package fake

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Limits are what the server allows; those of New are the documented ones.
type Limits struct {
	Title   int            // 字 of a title: the API's page says 32, the editor's own errors 64
	Author  int            // 字
	Digest  int            // 字
	Content int            // characters of a text, less than
	Drafts  int            // in the box
	Daily   map[string]int // calls a day, by call; what is not there is not counted
	Minute  map[string]int // calls a minute, likewise
}

// A Server is the platform, with one account. It is an http.Handler, safe for
// concurrent use; fields are set before the first request.
type Server struct {
	AppID, Secret string
	Now           func() time.Time
	Allowed       []string // addresses in the whitelist; nil allows all
	Address       string   // that requests come from, "" for the connection's own
	MayPublish    bool     // false is an account without the right: 48001
	ShowSecrets   bool     // error messages repeat the token and the secret, as a careless proxy would
	Limits        Limits

	mu       sync.Mutex
	tokens   tokens
	used     map[string][]time.Time // of each call, when
	images   map[string]string      // sha256 by address, of uploadimg
	material map[string]string      // sha256 by media_id
	drafts   []*Draft
	sent     []*Draft // published
	serial   int
	faults   []Fault
	log      []string
}

// A Draft is one in the box.
type Draft struct {
	MediaID  string
	Articles []Article
	Updated  time.Time
}

// New gives a server with the documented limits and nothing in it.
func New(now func() time.Time) *Server {
	return &Server{
		AppID: "wx0123456789abcdef", Secret: "0123456789abcdef0123456789abcdef", Now: now, MayPublish: true,
		Limits:   Limits{Title: 32, Author: 16, Digest: 128, Content: 20_000, Drafts: 1000},
		used:     map[string][]time.Time{},
		images:   map[string]string{},
		material: map[string]string{},
	}
}

// A refusal is an answer with an error code.
type refusal struct {
	Code    int    `json:"errcode"`
	Message string `json:"errmsg"`
}

func refuse(code int, format string, args ...any) *refusal {
	return &refusal{code, fmt.Sprintf(format, args...)}
}

// ServeHTTP answers one call, or fails as the next fault for it says.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	call := strings.TrimPrefix(r.URL.Path, "/cgi-bin/")
	s.mu.Lock()
	s.log = append(s.log, call)
	fault := s.next(call)
	s.mu.Unlock()
	if fault == None {
		s.write(w, s.answer(call, r))
		return
	}
	s.fail(w, r, call, fault)
}

// answer carries out one call.
func (s *Server) answer(call string, r *http.Request) any {
	s.mu.Lock()
	defer s.mu.Unlock()
	handle, ok := map[string]func(*http.Request) (any, *refusal){
		"stable_token":          s.stableToken,
		"media/uploadimg":       s.uploadImage,
		"material/add_material": s.addMaterial,
		"draft/add":             s.draftAdd,
		"draft/update":          s.draftUpdate,
		"draft/get":             s.draftGet,
		"draft/batchget":        s.draftBatchGet,
		"draft/delete":          s.draftDelete,
		"freepublish/submit":    s.submit,
	}[call]
	if !ok {
		return refuse(40066, "invalid url")
	}
	if r.Method != http.MethodPost {
		return refuse(43002, "require POST method")
	}
	no := s.address(r)
	if no == nil && call != "stable_token" {
		no = s.authorize(r.URL.Query().Get("access_token"))
	}
	if no == nil {
		no = s.quota(call)
	}
	var out any
	if no == nil {
		out, no = handle(r)
	}
	if no == nil {
		return out
	}
	no.Message += fmt.Sprintf(" rid: %08x-%08x", s.count(), no.Code)
	if s.ShowSecrets {
		no.Message += " url: " + r.URL.String() + " secret: " + s.Secret
	}
	return no
}

func (s *Server) write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; encoding=utf-8")
	w.Write(encode(v))
}

func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

// address is the whitelist.
func (s *Server) address(r *http.Request) *refusal {
	from := s.Address
	if from == "" {
		from, _, _ = net.SplitHostPort(r.RemoteAddr)
	}
	for _, a := range s.Allowed {
		if a == from {
			return nil
		}
	}
	if s.Allowed == nil {
		return nil
	}
	return refuse(40164, "invalid ip %s ipv6 ::ffff:%s, not in whitelist", from, from)
}

// quota counts calls by the day in China and by the minute.
func (s *Server) quota(call string) *refusal {
	now := s.Now()
	day, minute := 0, 0
	for _, at := range s.used[call] {
		if sameDay(at, now) {
			day++
		}
		if now.Sub(at) < time.Minute {
			minute++
		}
	}
	if most, ok := s.Limits.Daily[call]; ok && day >= most {
		return refuse(45009, "reach max api daily quota limit")
	}
	if most, ok := s.Limits.Minute[call]; ok && minute >= most {
		return refuse(45011, "api minute-quota reach limit, must slower, retry next minute")
	}
	s.used[call] = append(s.used[call], now)
	return nil
}

func sameDay(a, b time.Time) bool {
	china := time.FixedZone("", 8*60*60)
	return a.In(china).Format(time.DateOnly) == b.In(china).Format(time.DateOnly)
}

func (s *Server) count() int {
	s.serial++
	return s.serial
}

// name makes an identifier that looks like those of the platform.
func (s *Server) name(kind string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", kind, s.count()))
	return hex.EncodeToString(sum[:16])
}
