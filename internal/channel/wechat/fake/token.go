package fake

import (
	"net/http"
	"time"
)

// Times of tokens, as documented for stable_token.
const (
	tokenLife   = 7200 * time.Second
	renewal     = 5 * time.Minute // before the end a new one is given, and both hold
	forceApart  = 30 * time.Second
	forcesADay  = 20
	daysOfForce = 24 * time.Hour
)

type token struct {
	value string
	until time.Time
}

type tokens struct {
	now, old token
	forced   []time.Time
	revoked  bool // the platform holds it for valid and takes it for invalid
}

func (s *Server) stableToken(r *http.Request) (any, *refusal) {
	var in struct {
		GrantType    string `json:"grant_type"`
		AppID        string `json:"appid"`
		Secret       string `json:"secret"`
		ForceRefresh bool   `json:"force_refresh"`
	}
	if no := decode(r, &in); no != nil {
		return nil, no
	}
	switch {
	case in.GrantType != "client_credential":
		return nil, refuse(40002, "invalid grant_type")
	case in.AppID != s.AppID:
		return nil, refuse(40013, "invalid appid")
	case in.Secret != s.Secret:
		return nil, refuse(40125, "invalid appsecret")
	}
	now := s.Now()
	t := &s.tokens
	switch {
	case in.ForceRefresh:
		if no := s.force(now); no != nil {
			return nil, no
		}
	case now.After(t.now.until.Add(-renewal)):
		t.old, t.now = t.now, token{s.name("token"), now.Add(tokenLife)}
	}
	return map[string]any{"access_token": t.now.value, "expires_in": int(t.now.until.Sub(now).Seconds())}, nil
}

// force gives a new token at once and ends the old one. Within thirty seconds of
// the last time it does nothing.
func (s *Server) force(now time.Time) *refusal {
	t := &s.tokens
	today := 0
	for _, at := range t.forced {
		if now.Sub(at) < daysOfForce {
			today++
		}
	}
	if today >= forcesADay {
		return refuse(45009, "reach max api daily quota limit")
	}
	if n := len(t.forced); n > 0 && now.Sub(t.forced[n-1]) < forceApart {
		return nil
	}
	t.forced = append(t.forced, now)
	t.old, t.now, t.revoked = token{}, token{s.name("token"), now.Add(tokenLife)}, false
	return nil
}

func (s *Server) authorize(value string) *refusal {
	now := s.Now()
	switch t := &s.tokens; {
	case value == "":
		return refuse(41001, "access_token missing")
	case t.revoked:
		return refuse(40001, "invalid credential, access_token is invalid or not latest")
	case value == t.now.value && now.Before(t.now.until), value == t.old.value && now.Before(t.old.until):
		return nil
	case value == t.now.value || value == t.old.value:
		return refuse(42001, "access_token expired")
	}
	return refuse(40001, "invalid credential, access_token is invalid or not latest")
}
