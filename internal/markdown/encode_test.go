package markdown

import (
	"reflect"
	"strings"
	"testing"
)

// fill puts a value other than zero into everything v holds, so that a field
// the encoding forgets is noticed.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.String:
		v.SetString("文字" + string(rune('a'+*n%26)))
	case reflect.Int:
		v.SetInt(int64(*n * 37))
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("no value for a " + v.Kind().String())
	}
}

func TestEncodeKeepsEverything(t *testing.T) {
	d, n := &Doc{}, 0
	fill(reflect.ValueOf(d).Elem(), &n)
	d.HTML, d.Text = "", "" // are kept elsewhere
	got, err := Decode(d.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, d) {
		t.Errorf("decoded\n%+v\nwant\n%+v", got, d)
	}
}

func TestDecodeRefusesWhatIsNotWhole(t *testing.T) {
	d, n := &Doc{}, 0
	fill(reflect.ValueOf(d).Elem(), &n)
	b := d.Encode()
	for i := range b {
		if _, err := Decode(b[:i]); err == nil {
			t.Errorf("%d of %d bytes were taken for the whole", i, len(b))
		}
	}
	if _, err := Decode(append(b, 0)); err == nil {
		t.Error("a byte too many was not noticed")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte{})
	f.Add(Parse([]byte("# 题\n\n[a](b) ![c](d.png)\n\n```go\nx\n```\n"), 1, Options{}).Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if d, err := Decode(b); err == nil && d == nil {
			t.Error("neither a Doc nor an error")
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	src := []byte(strings.Repeat("一段文字，里面有[链接](a.md)。\n\n## 小标题\n\n又一段。\n", 60))
	enc := Parse(src, 1, Options{}).Encode()
	b.SetBytes(int64(len(enc)))
	for b.Loop() {
		if _, err := Decode(enc); err != nil {
			b.Fatal(err)
		}
	}
}
