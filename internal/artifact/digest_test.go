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

func TestDigestRefusesMaps(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a map was hashed: its order is not fixed")
		}
	}()
	DigestOf(map[string]int{"a": 1})
}
