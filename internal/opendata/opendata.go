// Package opendata is the form in which the site's entries are given away: JSON
// with a schema, and tables for spreadsheets. Names and meanings of fields are
// stable: fields may be added, none is renamed or taken out without a new Version.
//
// It is plain data and its encodings. It knows no entries and no pages.
package opendata

import (
	"encoding/json"
	"reflect"
)

// Version of the form of all sets. A program that reads one may rely on all
// that the schema of this version says.
const Version = 1

// A Set is a file of open data: a pointer to a struct of a Head and a list. The
// tags of their fields are its schema and its table, too: `json` the name, `doc`
// what it means in Chinese and English, `enum` the values it can have.
type Set interface{ head() *Head }

// Head is what every set says of itself.
type Head struct {
	Schema   string `json:"$schema" doc:"本数据的 JSON Schema 网址 | Address of the schema"`
	Version  int    `json:"version" doc:"数据格式的版本 | Version of the form"`
	Title    string `json:"title" doc:"数据名称 | Name"`
	URL      string `json:"url" doc:"列出同样内容的网页 | The page that lists the same"`
	Licence  string `json:"licence,omitempty" doc:"使用许可 | Terms of use"`
	Language string `json:"language" doc:"文字的语言 | Language of the texts"`
	Timezone string `json:"timezone" doc:"时区，总是 Asia/Shanghai | Always Asia/Shanghai"`
	Modified string `json:"modified,omitempty" doc:"最近一次修改的时间（RFC 3339） | Last change"`
}

func (h *Head) head() *Head { return h }

// Name is what a set is called in the names of its files: "events".
func Name(s Set) string {
	name, _ := listOf(s)
	return name
}

// listOf gives the list of a set and its name.
func listOf(s Set) (name string, list reflect.Value) {
	v := reflect.ValueOf(s).Elem()
	last := v.NumField() - 1
	return describe(v.Type().Field(last)).Name, v.Field(last)
}

// JSON is the file of a set, ending in a line break.
func JSON(s Set) ([]byte, error) {
	b, err := json.MarshalIndent(s, "", " ")
	return append(b, '\n'), err
}
