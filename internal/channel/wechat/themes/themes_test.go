package themes

import "testing"

func TestAll(t *testing.T) {
	for _, theme := range All() {
		if theme.Sheet == nil {
			t.Error(theme.Name)
		}
	}
}
