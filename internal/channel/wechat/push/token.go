package push

import (
	"context"
	"net/url"
	"slices"
	"time"

	"kepu/internal/channel/wechat/draft"
)

// Times of tokens, from the page of stable_token.
const (
	renewal     = 5 * time.Minute  // before its end the platform gives a new one
	forceApart  = 30 * time.Second // a new one can be forced only so often
	forcesADay  = 20
	daysOfForce = 24 * time.Hour
)

// token gives one that holds for some minutes at least.
func (c *client) token(ctx context.Context) (string, error) {
	if t := &c.state.Token; t.Value == "" || !c.now().Before(t.Until.Add(-renewal)) {
		if err := c.fetchToken(ctx, false); err != nil {
			return "", err
		}
	}
	return c.state.Token.Value, nil
}

// renew gets another token in place of one that was refused. Forcing it ends
// the token for all who share it, so that is done only if the platform goes on
// giving out the one it refuses.
func (c *client) renew(ctx context.Context) error {
	refused := c.state.Token.Value
	if err := c.fetchToken(ctx, false); err != nil || c.state.Token.Value != refused {
		return err
	}
	t := &c.state.Token
	t.Forced = slices.DeleteFunc(t.Forced, func(at time.Time) bool { return c.now().Sub(at) >= daysOfForce })
	if len(t.Forced) >= forcesADay {
		return &Problem{Text: Text{
			Zh: "今天强制换取凭证已满 20 次，请明天再试；若反复如此，看看是否还有别的程序在用同一个账号",
			En: "a new token was forced twenty times today; try again tomorrow, and see whether another program uses the account",
		}}
	}
	if n := len(t.Forced); n > 0 {
		if wait := forceApart - c.now().Sub(t.Forced[n-1]); wait > 0 {
			if err := c.sleep(ctx, wait); err != nil {
				return err
			}
		}
	}
	t.Forced = append(t.Forced, c.now())
	if err := c.state.save(); err != nil {
		return err
	}
	return c.fetchToken(ctx, true)
}

type tokenAnswer struct {
	Value   string `json:"access_token"`
	Seconds number `json:"expires_in"`
}

func (a *tokenAnswer) whole() bool { return a.Value != "" && a.Seconds > 0 }

func (c *client) fetchToken(ctx context.Context, force bool) error {
	var out tokenAnswer
	req := request{call: "stable_token", query: url.Values{}, kind: jsonType, body: draft.JSON(map[string]any{
		"grant_type": "client_credential", "appid": c.who.AppID, "secret": c.who.reveal(), "force_refresh": force,
	})}
	// Forcing again before half a minute is over does nothing, so that this may
	// be repeated too.
	for try := 1; ; try++ {
		err := c.post(ctx, req, &out)
		if err == nil {
			break
		}
		if !unsure(err) || try == tries || ctx.Err() != nil {
			return err
		}
		if err := c.sleep(ctx, backoff(try)); err != nil {
			return err
		}
	}
	c.state.Token.Value = out.Value
	c.state.Token.Until = c.now().Add(time.Duration(out.Seconds) * time.Second)
	return c.state.save()
}
