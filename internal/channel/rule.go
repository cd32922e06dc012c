package channel

// A Rule is one limit of a channel: what is measured, how much of it there may
// be, and who says so. Its bounds are defaults, which settings can replace.
type Rule struct {
	ID       string // "title"; with the channel's name before it in settings and manifests: "wechat.title"
	Name     Text   // 标题字数
	Unit     Text   // 字
	Bounds   Bounds
	Hint     Text // how to mend it: 把标题缩短到 32 字以内，或在 copy 里给微信另写标题
	Source   string
	Standing Standing
	Field    string // of front matter, that the measure is about: "title"; "" for the text
}

// Bounds are the least and the greatest value that a rule allows, and from where
// on it warns. Zero is no bound, but for None.
type Bounds struct {
	Min  int
	Warn int  // more is a warning
	Max  int  // more is an error
	None bool // anything is an error
}

// A Standing says how well a rule is on record.
type Standing string

// The standings of a Rule.
const (
	Official    Standing = "official"      // a page of the channel's owner says so
	InCode      Standing = "in-code"       // published code relies on it
	SecondHand  Standing = "second-hand"   // others report it
	NotOnRecord Standing = "not-on-record" // looked for and not found: a value of our own
)

// Limits are the bounds that hold, by the rule's ID.
type Limits map[string]Bounds

// A Measure is what a package has of something that a rule bounds.
type Measure struct {
	Rule  string // its ID
	Value int
	Of    string // what was measured where there are several: a file, an article; "" else
	Piece *Piece // of an edition's article; nil for the job's own
	Line  int    // in the piece's file, 0 for the place of the rule's Field
}

// A Level says how a measure stands to its bounds.
type Level uint8

// The levels of a measure.
const (
	Fine Level = iota
	Near       // more than Warn
	Over       // more than Max, or anything at all
	Under
)

// Judge tells how a value stands to its bounds.
func (b Bounds) Judge(value int) Level {
	switch {
	case b.None && value > 0, b.Max > 0 && value > b.Max:
		return Over
	case value < b.Min:
		return Under
	case b.Warn > 0 && value > b.Warn:
		return Near
	}
	return Fine
}

// Rule finds a rule of the channel by its ID; nil if there is none.
func (c *Channel) Rule(id string) *Rule {
	for i := range c.Rules {
		if c.Rules[i].ID == id {
			return &c.Rules[i]
		}
	}
	return nil
}

// Defaults are the bounds of the channel's rules.
func (c *Channel) Defaults() Limits {
	l := make(Limits, len(c.Rules))
	for _, r := range c.Rules {
		l[r.ID] = r.Bounds
	}
	return l
}
