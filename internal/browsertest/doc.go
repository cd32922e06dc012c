// Package browsertest looks at the real site in a real Chromium, as a reader
// with a phone would: what overflows, what a finger misses, what the console
// says, what works without JavaScript, in the dark, for the old, on paper. It
// also watches `kepu serve` reload a page.
//
// It holds only tests. A missing browser is a failure, never a skip.
package browsertest
