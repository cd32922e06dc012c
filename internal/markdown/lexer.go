package markdown

import (
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/dlclark/regexp2/v2/syntax"
)

// A lexer hands the tokens of a code to yield, neighbours of one type as one. It panics where chroma
// fails.
type lexer func(code string, yield func(chroma.Token))

// newLexer gives chroma's lexer, or one that makes the same tokens faster.
func newLexer(l chroma.Lexer) lexer {
	if r, ok := l.(*chroma.RegexLexer); ok {
		if f := newFilteredLexer(r); f != nil {
			return f.tokens
		}
	}
	l = chroma.Coalesce(l)
	return func(code string, yield func(chroma.Token)) {
		next, err := l.Tokenise(nil, code)
		if err != nil {
			panic(err)
		}
		for t := next(); t != chroma.EOF; t = next() {
			yield(t)
		}
	}
}

// A filteredLexer runs the state machine of a lexer of chroma. At each place chroma tries all rules of
// a state in turn, each a search of its own, and nearly all fail at the first character; here those
// are left out. What a rule does when it matches stays with chroma.
type filteredLexer struct {
	lexer  *chroma.RegexLexer
	rules  chroma.CompiledRules
	states sync.Map // name of a state to its []filteredRule, made when first met
}

type filteredRule struct {
	*chroma.CompiledRule
	first [2]uint64 // the ASCII characters that a match can begin with
}

// newFilteredLexer is nil for lexers whose rules are not data: code may look at what is left out here,
// or change the rules.
func newFilteredLexer(l *chroma.RegexLexer) *filteredLexer {
	rules := compiledRules(l)
	for _, state := range rules {
		for _, r := range state {
			_, emits := r.Type.(chroma.SerialisableEmitter)
			_, mutates := r.Mutator.(chroma.SerialisableMutator)
			if r.Type != nil && !emits || r.Mutator != nil && !mutates {
				return nil
			}
			r.Regexp.MatchTimeout = maxMatch
		}
	}
	if rules == nil {
		return nil
	}
	return &filteredLexer{lexer: l, rules: rules}
}

// compiledRules gives the rules of l as chroma compiles them, by way of a state whose only rule looks
// at them; nil if they do not compile.
func compiledRules(l *chroma.RegexLexer) (rules chroma.CompiledRules) {
	const probe = " probe"
	raw, err := l.Rules()
	if err != nil {
		return nil
	}
	raw = raw.Clone()
	raw[probe] = []chroma.Rule{{Mutator: chroma.MutatorFunc(func(s *chroma.LexerState) error {
		rules = s.Rules
		s.Stack = nil
		return nil
	})}}
	copied, err := chroma.NewLexer(l.Config(), func() chroma.Rules { return raw })
	if err != nil {
		return nil
	}
	next, err := copied.Tokenise(&chroma.TokeniseOptions{State: probe}, "x")
	if err != nil {
		return nil
	}
	next()
	delete(rules, probe)
	return rules
}

// state gives the rules of a state.
func (l *filteredLexer) state(name string) []filteredRule {
	if rules, ok := l.states.Load(name); ok {
		return rules.([]filteredRule)
	}
	compiled, ok := l.rules[name]
	if !ok {
		panic("no state " + name)
	}
	rules := make([]filteredRule, len(compiled))
	for i, r := range compiled {
		rules[i] = filteredRule{r, firstASCII(r.Regexp.String())}
	}
	l.states.Store(name, rules)
	return rules
}

// firstASCII is the set of ASCII characters that a match of pattern can begin with: all of them if a
// match can be empty.
func firstASCII(pattern string) (set [2]uint64) {
	all := [2]uint64{^uint64(0), ^uint64(0)}
	tree, err := syntax.Parse(pattern, syntax.ParseOptions{})
	if err != nil {
		return all
	}
	code, err := syntax.Write(tree)
	if err != nil || code.FcPrefix == nil || code.RightToLeft {
		return all
	}
	for c := range rune(utf8.RuneSelf) {
		if code.FcPrefix.PrefixSet.CharIn(c) {
			set[c>>6] |= 1 << (c & 63)
		}
	}
	return set
}

func (r *filteredRule) canBegin(c rune) bool {
	return c >= utf8.RuneSelf || r.first[c>>6]&(1<<(c&63)) != 0
}

// maxMatch is how long one rule may search at one place, which is at most milliseconds but for
// hostile input. It is long, so that a pause of the machine does not turn code plain.
const maxMatch = 2 * time.Second

// maxIdle is how often in a row rules may match nothing, only to change the state. Some of chroma's
// lexers go on like that for ever with text that they do not expect.
const maxIdle = 1000

// tokens follows the rules as chroma's LexerState does.
func (l *filteredLexer) tokens(code string, yield func(chroma.Token)) {
	out := coalescer{yield: yield}
	end := utf8.RuneCountInString(code)
	if l.lexer.Config().EnsureNL && !strings.HasSuffix(code, "\n") {
		code += "\n" // for the rules to see
	}
	s := chroma.LexerState{
		Lexer: l.lexer, Registry: lexers.GlobalLexerRegistry,
		Text: []rune(code), Rules: l.rules, Stack: []string{"root"},
	}
	for idle := 0; s.Pos < end && len(s.Stack) > 0; idle++ {
		if idle > maxIdle {
			panic("the lexer does not move on")
		}
		s.State = s.Stack[len(s.Stack)-1]
		r, match := l.match(&s)
		if r == nil {
			if s.Text[s.Pos] == '\n' && s.State != "root" {
				s.Stack = []string{"root"} // an error does not outlive its line
				continue
			}
			_, n := utf8.DecodeRuneInString(code)
			out.add(chroma.Token{Type: chroma.Error, Value: code[:n]})
			s.Pos++
			code = code[n:]
			continue
		}
		text := code[:encodedLen(s.Text[s.Pos:s.Pos+match])]
		code = code[len(text):]
		s.Pos += match
		if match > 0 {
			idle = 0
		}
		if r.Mutator != nil {
			if err := r.Mutator.Mutate(&s); err != nil {
				panic(err)
			}
		}
		switch t := r.Type.(type) {
		case nil:
		case chroma.TokenType:
			out.add(chroma.Token{Type: t, Value: text})
		default:
			next := t.Emit(s.Groups, &s)
			for t := next(); t != chroma.EOF; t = next() {
				out.add(t)
			}
		}
	}
	if s.Pos != len(s.Text) && len(s.Stack) == 0 {
		out.add(chroma.Token{Type: chroma.Error, Value: code})
	}
	out.flush()
}

// match finds the rule that matches where s stands and the number of characters it takes.
func (l *filteredLexer) match(s *chroma.LexerState) (*chroma.CompiledRule, int) {
	rules := l.state(s.State)
	c := s.Text[s.Pos]
	for i := range rules {
		r := &rules[i]
		if !r.canBegin(c) {
			continue
		}
		m, err := r.Regexp.FindRunesMatchStartingAt(s.Text, s.Pos)
		if err != nil { // chroma tries the next rule, and colours depend on how busy the machine is
			panic(err)
		}
		if m == nil || m.RuneIndex != s.Pos {
			continue
		}
		s.Rule, s.Groups = i, nil
		if _, whole := r.Type.(chroma.TokenType); r.Type != nil && !whole {
			for _, g := range m.Groups() {
				s.Groups = append(s.Groups, g.String())
			}
		}
		return r.CompiledRule, m.RuneLength
	}
	return nil, 0
}

func encodedLen(runes []rune) (n int) {
	for _, r := range runes {
		n += utf8.RuneLen(r)
	}
	return n
}

// longToken is the length in bytes from which chroma adds nothing to a token.
const longToken = 8192

// A coalescer joins tokens as chroma.Coalesce does.
type coalescer struct {
	yield func(chroma.Token)
	last  chroma.Token
}

func (c *coalescer) add(t chroma.Token) {
	switch {
	case t.Value == "" || t.Type == chroma.Ignore:
	case c.last.Value != "" && c.last.Type == t.Type && len(c.last.Value) < longToken:
		c.last.Value += t.Value
	default:
		c.flush()
		c.last = t
	}
}

func (c *coalescer) flush() {
	if c.last.Value != "" {
		c.yield(c.last)
	}
}
