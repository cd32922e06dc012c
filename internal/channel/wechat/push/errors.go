package push

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"
)

// Codes that decide what happens next; codes.go has words for all of them.
const (
	codeBusy         = -1
	codeSecret       = 40001 // or a token that is not the latest
	codeMediaID      = 40007
	codeToken        = 40014
	codeWhitelist    = 40164
	codeExpired      = 42001
	codeTooFast      = 45011
	codeUnauthorized = 48001
)

// A Text is said in the language of an editor.
type Text struct{ Zh, En string }

// A Problem is an error in words for editors: what is wrong and what to do next.
type Problem struct {
	Text Text
	Err  error // the cause, nil if there is none to tell
}

// Words are for the editor.
func (p *Problem) Words() Text { return p.Text }

func (p *Problem) Error() string { return p.Text.En }

func (p *Problem) Unwrap() error { return p.Err }

// A Refusal is an error code of the platform: the request was not carried out.
type Refusal struct {
	Call    string // "draft/add"
	Code    int
	Message string // in the platform's words
}

func (r *Refusal) Error() string { return fmt.Sprintf("%s: error %d: %s", r.Call, r.Code, r.Message) }

// Words are for the editor: the meaning of the code and what to do next, then
// the code and the platform's own words, which its staff ask for.
func (r *Refusal) Words() Text {
	m, ok := meanings[r.Code]
	if !ok {
		m.Text = Text{Zh: "微信接口返回了没有记录的错误，请按编号查官方文档", En: "the platform gave an error that is not on record here: look its number up in the official documentation"}
	}
	if r.Code == codeWhitelist {
		if address := addressIn(r.Message); address != "" {
			m.Text.Zh += "。要加的地址：" + address
			m.Text.En += ". The address to add: " + address
		}
	}
	own := fmt.Sprintf("%s %d %s", r.Call, r.Code, r.Message)
	return Text{Zh: m.Text.Zh + "（" + own + "）", En: m.Text.En + " (" + own + ")"}
}

// addressIn finds the address of this machine in the message of code 40164.
func addressIn(message string) string {
	for _, word := range strings.FieldsFunc(message, func(r rune) bool { return r == ' ' || r == ',' }) {
		if a, err := netip.ParseAddr(word); err == nil {
			return a.Unmap().String()
		}
	}
	return ""
}

// An Unanswered is a request of which it is not known whether it was carried
// out: the connection broke, or what came back is not an answer.
type Unanswered struct {
	Call   string
	Reason string
}

func (u *Unanswered) Error() string { return u.Call + ": " + u.Reason }

// Words are for the editor.
func (u *Unanswered) Words() Text {
	return Text{
		Zh: "没有收到微信接口的正常回音，请检查网络（或代理）后再运行同一条命令，不会重复新建（" + u.Error() + "）",
		En: "no proper answer from the platform: check the network (or the proxy) and run the same command again, nothing is added twice (" + u.Error() + ")",
	}
}

// Code is the platform's error code, 0 if the error has none.
func Code(err error) int {
	var r *Refusal
	if errors.As(err, &r) {
		return r.Code
	}
	return 0
}

func refusesToken(err error) bool {
	switch Code(err) {
	case codeSecret, codeToken, codeExpired:
		return true
	}
	return false
}

// unsure reports whether the request may have been carried out nevertheless: the
// platform does not say whether it is done with what it was too busy for.
func unsure(err error) bool {
	var u *Unanswered
	return errors.As(err, &u) || Code(err) == codeBusy
}

// worded is an error that has words for editors.
type worded interface {
	error
	Words() Text
}

// ConcernsAll reports whether other packages would fail in the same way: the
// network, the platform, the account or this machine is what is wrong.
func ConcernsAll(err error) bool {
	var w worded
	return err != nil && (!errors.As(err, &w) || unsure(err) || meanings[Code(err)].account)
}

// Words gives the words of an error for editors; those of an error of the
// machine are its own.
func Words(err error) Text {
	var w worded
	if errors.As(err, &w) {
		return w.Words()
	}
	return Text{Zh: err.Error(), En: err.Error()}
}
