package push

import (
	"encoding/json"
	"strconv"
	"strings"
)

// A number is one that the platform may write as a text or with a fraction.
type number int

// UnmarshalJSON implements json.Unmarshaler.
func (n *number) UnmarshalJSON(data []byte) error {
	f, err := strconv.ParseFloat(strings.Trim(string(data), `"`), 64)
	*n = number(f)
	return err
}

// A word is a text that the platform may write as a number.
type word string

// UnmarshalJSON implements json.Unmarshaler.
func (w *word) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, (*string)(w))
	}
	var n json.Number
	err := json.Unmarshal(data, &n)
	*w = word(n)
	return err
}
