package pack

import (
	"cmp"
	"fmt"

	"kepu/internal/channel"
)

// A Verdict is a measure held against the bounds of its rule.
type Verdict struct {
	Rule      *channel.Rule
	Measure   channel.Measure
	Bounds    channel.Bounds // those that hold: the settings', else the rule's own
	Level     channel.Level
	File      string // of the piece that was measured
	Line, Col int    // in File: of the measure, or of the rule's field; 0 where that is not known
}

// missed reports whether a package must not be made.
func (v Verdict) missed() bool { return v.Level == channel.Over || v.Level == channel.Under }

// judge gives the verdicts in the order of the rules; those of a rule are in the
// order in which the channel measured.
func judge(c *channel.Channel, j *channel.Job, measures []channel.Measure) ([]Verdict, error) {
	verdicts := make([]Verdict, 0, len(measures))
	for i := range c.Rules {
		rule := &c.Rules[i]
		bounds := boundsOf(rule, j.Limits)
		for _, m := range measures {
			if m.Rule != rule.ID {
				continue
			}
			piece := cmp.Or(m.Piece, j.Piece)
			v := Verdict{Rule: rule, Measure: m, Bounds: bounds, Level: bounds.Judge(m.Value), File: piece.File, Line: m.Line}
			if m.Line == 0 {
				v.Line, v.Col = place(piece, rule.Field)
			}
			verdicts = append(verdicts, v)
		}
	}
	if len(verdicts) < len(measures) {
		for _, m := range measures {
			if c.Rule(m.Rule) == nil {
				return nil, fmt.Errorf("a measure of %q, which is no rule", m.Rule)
			}
		}
	}
	return verdicts, nil
}

// boundsOf gives the bounds that hold for a rule.
func boundsOf(r *channel.Rule, limits channel.Limits) channel.Bounds {
	if b, ok := limits[r.ID]; ok {
		return b
	}
	return r.Bounds
}

// place finds a field of front matter, that of the channel itself first.
func place(p *channel.Piece, field string) (line, col int) {
	if field == "" {
		return 0, 0
	}
	at := p.Of(field)
	return at.Line, at.Col
}
