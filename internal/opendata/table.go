package opendata

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// separator stands between the items of a list in one cell.
const separator = "；"

// A tabled set has a table whose rows, a slice of structs, are not its items.
type tabled interface{ rows() any }

// A texter says what stands in a cell for one item of a list.
type texter interface{ text() string }

func rowsOf(s Set) reflect.Value {
	if t, ok := s.(tabled); ok {
		return reflect.ValueOf(t.rows())
	}
	_, list := listOf(s)
	return list
}

// A column is a field of a row, or of a struct in it.
type column struct {
	Field
	index []int // fields to go through, from the row
}

// Columns describes the columns of a set's table, in order.
func Columns(s Set) []Field {
	var list []Field
	for _, c := range columns(nil, column{}, rowsOf(s).Type().Elem()) {
		list = append(list, c.Field)
	}
	return list
}

// columns adds those of a struct within a column: a struct in it has columns of
// its own, “born_date”, and a list one cell.
func columns(list []column, of column, t reflect.Type) []column {
	for _, sf := range visible(t) {
		c := column{describe(sf), slices.Concat(of.index, sf.Index)}
		c.Type = "string"
		if of.Name != "" {
			c.Name, c.Zh, c.En = of.Name+"_"+c.Name, of.Zh+"："+c.Zh, of.En+": "+c.En
		}
		if ft := bare(sf.Type); ft.Kind() == reflect.Struct {
			list = columns(list, c, ft)
			continue
		}
		list = append(list, c)
	}
	return list
}

// cell is what stands in the column of a row, nothing behind a nil pointer.
func (c column) cell(row reflect.Value) string {
	for _, i := range c.index {
		if row = reflect.Indirect(row.Field(i)); !row.IsValid() {
			return ""
		}
	}
	return harmless(text(row))
}

// bare is a type, or what it points to.
func bare(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// CSV is the table of a set (RFC 4180): UTF-8 with the byte order mark that
// spreadsheets need to take it for UTF-8.
func CSV(s Set) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := rowsOf(s)
	list := columns(nil, column{}, rows.Type().Elem())
	line := make([]string, len(list))
	for i, c := range list {
		line[i] = c.Name
	}
	w.Write(line) // w.Error tells what fails
	for n := range rows.Len() {
		for i, c := range list {
			line[i] = c.cell(rows.Index(n))
		}
		w.Write(line)
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func text(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int:
		if v.Int() == 0 {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = text(v.Index(i))
		}
		return strings.Join(items, separator)
	case reflect.Struct:
		return v.Interface().(texter).text()
	}
	return v.String()
}

// harmless keeps a spreadsheet from running a contributor's text as a formula.
// Chinese and Japanese ones take signs of full width for the others.
func harmless(s string) string {
	if first, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("=+-@＝＋－＠\t\r", first) {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			return "'" + s
		}
	}
	return s
}
