package mobile

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"

	"kepu/internal/channel"
	"kepu/internal/content"
)

// How many units a text message holds when it is alone, and when it is a part of
// a longer one and says of which.
const (
	sevenAlone, sevenPart = 160, 153 // characters of seven bits
	wideAlone, widePart   = 70, 67   // units of UCS-2
)

// An sms is a text message as a handset gets it.
type sms struct {
	signature string // that the gateway puts before the body: whose message it is
	body      string
	wide      bool     // in UCS-2
	units     int      // of both
	parts     []string // of both, as they are sent
}

func newSMS(signature, body string) *sms {
	s := &sms{signature: signature, body: body}
	text := signature + body
	s.wide = strings.ContainsFunc(text, func(r rune) bool { return sevenBit(r) == 0 })
	s.units = s.count(text)
	s.parts = s.divide(text)
	return s
}

// size is how many units a character takes.
func (s *sms) size(r rune) int {
	if s.wide {
		return utf16.RuneLen(r)
	}
	return sevenBit(r)
}

func (s *sms) count(text string) int {
	n := 0
	for _, r := range text {
		n += s.size(r)
	}
	return n
}

// divide cuts the message into the parts in which it is sent. No character is in
// two of them.
func (s *sms) divide(text string) (parts []string) {
	alone, part := sevenAlone, sevenPart
	if s.wide {
		alone, part = wideAlone, widePart
	}
	if s.units <= alone {
		return []string{text}
	}
	from, n := 0, 0
	for i, r := range text {
		if n+s.size(r) > part {
			parts = append(parts, text[from:i])
			from, n = i, 0
		}
		n += s.size(r)
	}
	return append(parts, text[from:])
}

// forbidden are characters that a gateway refuses in a body, and lookalike what
// takes their place, in the same order.
const (
	forbidden = "【】¥★_&√※"
	lookalike = "〔〕￥☆＿＆✓*"
)

var harmless = func() *strings.Replacer {
	var pairs []string
	to := []rune(lookalike)
	for i, r := range []rune(forbidden) {
		pairs = append(pairs, string(r), string(to[i]))
	}
	return strings.NewReplacer(pairs...)
}()

// reach bounds how much of a summary is looked at, in bytes: a message holds far
// less.
const reach = 2000

// notice is the text message that tells of the piece. Its summary gives way,
// sentence by sentence, so that the message has no more parts than it may.
func (c *composer) notice() *sms {
	p := c.job.Piece
	address, safe := p.Address, limit(c.job, smsForbidden) != (channel.Bounds{})
	if safe {
		address = strings.ReplaceAll(address, "_", "%5F") // the same address
	}
	head, told := c.headline(), sentences(first(p.Summary, reach))
	if p.Kind == content.Editions {
		told = c.headings()
	}
	message := func(n int) *sms {
		body := strings.Join(strings.Fields(head+strings.Join(told[:n], "")), " ")
		body = strings.ToValidUTF8(body, "\ufffd")
		if safe {
			body = harmless.Replace(body)
		}
		return newSMS("【"+p.Site+"】", body+" "+address)
	}
	most := limit(c.job, smsParts).Max
	n := sort.Search(len(told), func(n int) bool { return most > 0 && len(message(n+1).parts) > most })
	if n < len(told) {
		c.remark(0, "短信放不下全部摘要，只留了开头几句。可以在 copy 里给 mobile 另写短一些的 summary。", "The summary was cut for the text message; a shorter one for mobile can stand under copy.")
	}
	s := message(n)
	c.measure(smsParts, len(s.parts))
	c.measure(smsForbidden, countAny(s.body, forbidden))
	return s
}

// headline is how a message begins: the title, and of an event when and where.
func (c *composer) headline() string {
	p, w := c.job.Piece, c.words
	if p.Kind == content.Editions {
		return w.masthead(p) + w.colon + ended(titleOf(p), w.stop)
	}
	head := ended(titleOf(p), w.stop)
	if p.Kind == content.Events {
		for _, f := range p.Facts[:min(2, len(p.Facts))] {
			head += ended(f.Label+w.colon+f.Value, w.stop)
		}
	}
	return head
}

// headings are the titles of an edition's articles, to be told one by one.
func (c *composer) headings() []string {
	var list []string
	for i, part := range c.job.Parts[:min(len(c.job.Parts), reach/10)] {
		list = append(list, ended(strconv.Itoa(i+1)+". "+part.Piece.Title, c.words.stop))
	}
	return list
}

// countAny counts the characters of a text that are among some.
func countAny(s, chars string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(chars, r) {
			n++
		}
	}
	return n
}
