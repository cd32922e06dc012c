package artifact

import "testing"

type leaf struct {
	Name string
	N    int
	Skip func() `digest:"-"`
}

type tree struct {
	Leaf *leaf
	Any  any
	Subs []tree
}

func TestDigestTellsApart(t *testing.T) {
	long := make([]byte, 5000)
	values := []any{
		"", "a", "ab", 2, true, 1.5,
		leaf{}, leaf{Name: "a"}, leaf{N: 1},
		tree{}, tree{Leaf: &leaf{}}, tree{Any: leaf{}}, tree{Any: "x"},
		tree{Subs: []tree{{}}}, tree{Subs: []tree{{}, {}}}, tree{Subs: []tree{{Subs: []tree{{}}}}},
		[]string{"ab", "c"}, []string{"a", "bc"}, []string{"abc"},
		long, string(long[:4000]),
	}
	seen := map[Digest]int{}
	for i, v := range values {
		d := DigestOf(v)
		if j, ok := seen[d]; ok {
			t.Errorf("values %d and %d have one digest: %#v, %#v", i, j, values[j], v)
		}
		seen[d] = i
		if DigestOf(v) != d {
			t.Errorf("value %d hashes differently the second time", i)
		}
	}
}

func TestDigestLeavesOutTaggedFields(t *testing.T) {
	if DigestOf(leaf{Name: "a"}) != DigestOf(leaf{Name: "a", Skip: func() {}}) {
		t.Error(`a field tagged digest:"-" changes the digest`)
	}
}

// A digest is compared with one that another machine wrote.
func TestDigestIsTheSameEverywhere(t *testing.T) {
	got := DigestOf(tree{Leaf: &leaf{Name: "雾凇", N: 7}, Any: 1.5})
	want := Digest{}
	if got == want {
		t.Fatal("no digest")
	}
	const recorded = "9109380fb6fec8a54584d17f452962d7"
	if s := got.String(); s != recorded {
		t.Errorf("digest is %s, was recorded as %s", s, recorded)
	}
}

type known struct{ Name string }

func (k *known) Digest() Digest { return DigestBytes([]byte{k.Name[0]}) }

// A value that knows its digest is not walked, wherever it stands.
func TestDigestOfDigester(t *testing.T) {
	a, b, c := &known{"aa"}, &known{"ab"}, &known{"b"}
	if DigestOf(a) != DigestOf(b) || DigestOf([]*known{a}) != DigestOf([]*known{b}) || DigestOf(any(a)) != DigestOf(b) {
		t.Error("it was walked")
	}
	if DigestOf(a) == DigestOf(c) || DigestOf(a) == DigestOf((*known)(nil)) || DigestOf([]*known{a, c}) == DigestOf([]*known{c, a}) {
		t.Error("its digest is not in that of what holds it")
	}
}

// An array of bytes is the same whether it can be addressed or not.
func TestDigestOfDigest(t *testing.T) {
	type holder struct{ D Digest }
	h := holder{DigestBytes([]byte("x"))}
	slice := []Digest{h.D} // elements of a slice can be addressed, those of an array that was passed by value cannot
	if DigestOf(slice[0]) != DigestOf(h) || DigestOf(slice) != DigestOf(1, h.D) {
		t.Error("a digest hashes in two ways")
	}
	if DigestOf(h) == DigestOf(holder{}) {
		t.Error("a digest is left out")
	}
}

func TestDigestRefusesMaps(t *testing.T) {
	before := DigestOf("a")
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a map was hashed: its order is not fixed")
			}
		}()
		DigestOf("left behind", map[string]int{"a": 1})
	}()
	for range 10 { // whichever hasher it gets
		if DigestOf("a") != before {
			t.Fatal("what was refused is part of the next digest")
		}
	}
}
