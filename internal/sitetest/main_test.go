package sitetest

import (
	"os"
	"testing"
)

const base = "https://kepu.example.org/below/"

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(Temp())
	os.Exit(code)
}

// built gives the site, built once under an address with a base path, where
// wrong addresses are easiest to see.
func built(t *testing.T) *Site {
	t.Helper()
	site, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	return site
}
