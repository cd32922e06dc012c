package theme

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// defaultLang is the language whose strings are complete: other languages fall
// back to it.
const defaultLang = "zh-CN"

// Strings are the interface strings of one language.
type Strings struct {
	lang string
	text map[string]string // with the fallback already merged in
}

// Get returns the string of key. With args it is a format as of package fmt.
func (s Strings) Get(key string, args ...any) (string, error) {
	text, ok := s.text[key]
	if !ok {
		return "", fmt.Errorf("theme: i18n/%s.yaml has no string %q", s.lang, key)
	}
	if len(args) == 0 {
		return text, nil
	}
	return fmt.Sprintf(text, args...), nil
}

// Keys lists the keys that Get knows, sorted.
func (s Strings) Keys() []string {
	return slices.Sorted(maps.Keys(s.text))
}

// Strings gives the strings of a language; one the theme does not know gets
// the Chinese ones.
func (t *Theme) Strings(lang string) Strings {
	if s, ok := t.strings[lang]; ok {
		return s
	}
	return t.strings[defaultLang]
}

// loadStrings reads i18n/<lang>.yaml of all layers.
func (t *Theme) loadStrings(files fileSet, l Loader) error {
	own, err := remember(l, "strings", files.contents("i18n/"), func() (map[string]map[string]string, error) { return readStrings(files) })
	if err != nil {
		return err
	}
	t.strings = map[string]Strings{}
	for lang, text := range own {
		t.Languages = append(t.Languages, lang)
		for key, fallback := range own[defaultLang] {
			if _, ok := text[key]; !ok {
				text[key] = fallback
			}
		}
		t.strings[lang] = Strings{lang, text}
	}
	slices.Sort(t.Languages)
	return nil
}

// readStrings gives the strings that each language has of its own.
func readStrings(files fileSet) (map[string]map[string]string, error) {
	own := map[string]map[string]string{defaultLang: {}}
	for _, name := range files.under("i18n/") {
		if path.Ext(name) != ".yaml" {
			continue
		}
		base := path.Base(name)
		lang := strings.TrimSuffix(base, ".yaml")
		var read map[string]string
		if err := yaml.Unmarshal(files[name], &read); err != nil {
			return nil, fmt.Errorf("theme: i18n/%s: %w", base, err)
		}
		if own[lang] == nil {
			own[lang] = map[string]string{}
		}
		for key, text := range read {
			if _, taken := own[lang][key]; !taken {
				own[lang][key] = text
			}
		}
	}
	return own, nil
}
