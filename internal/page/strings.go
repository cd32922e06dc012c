package page

// Strings are the interface strings of one language.
type Strings interface {
	// Get returns the string of key, formatted with args.
	Get(key string, args ...any) (string, error)
}
