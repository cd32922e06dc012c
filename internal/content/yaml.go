package content

import (
	"bytes"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"
)

// parseYAML reads one document. The node is nil where it is empty. The error
// is the library's, or tells of a second document.
func parseYAML(src []byte) (root *yaml.Node, err error) {
	// The library panics on some odd input (yaml.v3 keeps comments, and loses
	// count of them at times). No code of kepu runs under this recover.
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(src))
	var doc, next yaml.Node
	switch err := dec.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, err
	}
	if len(doc.Content) == 1 {
		root = doc.Content[0]
	}
	if err := dec.Decode(&next); err != io.EOF {
		return root, errSecondDocument
	}
	return root, nil
}

var errSecondDocument = fmt.Errorf("yaml: more than one document")
