package inline

import (
	"fmt"
	"io"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// A token is a word of a style sheet.
type token struct {
	css.TokenType
	text string
	line int // from 1
}

func (t token) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %s", t.line, fmt.Sprintf(format, args...))
}

func tokenize(source string) ([]token, error) {
	lexer := css.NewLexer(parse.NewInputString(source))
	var list []token
	line := 1
	for {
		kind, data := lexer.Next()
		if kind == css.ErrorToken {
			if err := lexer.Err(); err != io.EOF {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			return list, nil
		}
		if kind != css.CommentToken {
			list = append(list, token{kind, string(data), line})
		}
		line += strings.Count(string(data), "\n")
	}
}

// A block is a rule as it is read: variables are not replaced yet.
type block struct {
	selectors []selector
	lines     []line
}

// A line is a declaration as it is read.
type line struct {
	name      token
	tokens    []token
	important bool
}

// variables are the custom properties, which stand on :root alone: so they can
// be replaced once, when the sheet is read.
type variables map[string][]token

// blocks cuts a style sheet into its rules.
func blocks(tokens []token) ([]block, variables, error) {
	var list []block
	vars := variables{}
	for len(tokens) > 0 {
		if tokens[0].TokenType == css.WhitespaceToken {
			tokens = tokens[1:]
			continue
		}
		open := find(tokens, css.LeftBraceToken)
		close := find(tokens, css.RightBraceToken)
		switch first := tokens[0]; {
		case first.TokenType == css.AtKeywordToken:
			return nil, nil, first.errorf("%s is not supported", first.text)
		case open == len(tokens) || close < open:
			return nil, nil, first.errorf("a rule lacks its {")
		case close == len(tokens):
			return nil, nil, tokens[open].errorf("a rule lacks its }")
		}
		lines, err := declarationLines(tokens[open+1 : close])
		if err != nil {
			return nil, nil, err
		}
		if plainText(tokens[:open]) == ":root" {
			for _, l := range lines {
				if l.name.TokenType != css.CustomPropertyNameToken {
					return nil, nil, l.name.errorf(":root takes custom properties alone")
				}
				vars[l.name.text] = l.tokens
			}
		} else {
			selectors, err := parseSelectors(tokens[:open])
			if err != nil {
				return nil, nil, err
			}
			list = append(list, block{selectors, lines})
		}
		tokens = tokens[close+1:]
	}
	return list, vars, nil
}

// find is the index of the first token of a kind, or how many tokens there are.
func find(tokens []token, kind css.TokenType) int {
	for i, t := range tokens {
		if t.TokenType == kind {
			return i
		}
	}
	return len(tokens)
}

func trim(tokens []token) []token {
	for len(tokens) > 0 && tokens[0].TokenType == css.WhitespaceToken {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && tokens[len(tokens)-1].TokenType == css.WhitespaceToken {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

func plainText(tokens []token) string {
	var b strings.Builder
	for _, t := range trim(tokens) {
		b.WriteString(t.text)
	}
	return b.String()
}

// declarationLines reads what stands between the braces of a rule.
func declarationLines(tokens []token) ([]line, error) {
	var list []line
	for len(tokens) > 0 {
		end := find(tokens, css.SemicolonToken)
		part := trim(tokens[:end])
		tokens = tokens[min(end+1, len(tokens)):]
		if len(part) == 0 {
			continue
		}
		name := part[0]
		if part = trim(part[1:]); len(part) == 0 || part[0].TokenType != css.ColonToken {
			return nil, name.errorf("%s lacks a colon", name.text)
		}
		l := line{name: name, tokens: trim(part[1:])}
		if n := len(l.tokens); n > 1 && strings.EqualFold(l.tokens[n-1].text, "important") && l.tokens[n-2].text == "!" {
			l.tokens, l.important = trim(l.tokens[:n-2]), true
		}
		list = append(list, l)
	}
	return list, nil
}

// replace puts the values of variables into a value. A value that grows beyond
// all use refers to itself.
func (v variables) replace(tokens []token, depth int) ([]token, error) {
	const most = 64
	var list []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.TokenType != css.FunctionToken || !strings.EqualFold(t.text, "var(") {
			list = append(list, t)
			continue
		}
		end := i + find(tokens[i:], css.RightParenthesisToken)
		name := plainText(tokens[i+1 : end])
		value, ok := v[name]
		if !ok {
			return nil, t.errorf("there is no %s", name)
		}
		if depth == 0 {
			return nil, t.errorf("%s refers to itself", name)
		}
		value, err := v.replace(value, depth-1)
		if err != nil {
			return nil, err
		}
		if list = append(list, value...); len(list) > most {
			return nil, t.errorf("%s is too long", name)
		}
		i = end
	}
	return list, nil
}
