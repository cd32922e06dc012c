package content

import "kepu/internal/diag"

// checkSettings compares the fields of site.yaml with each other.
func (d *decoder) checkSettings(s *Settings) {
	first := map[string]string{} // where each language stands
	for i, t := range s.Languages {
		at := d.pos.Of("languages", i, "language")
		switch line, twice := first[t.Language]; {
		case t.Language == "": // told already
		case twice:
			d.add(diag.DuplicateLanguage, at, t.Language, line)
		default:
			first[t.Language] = itoa(at.Line)
		}
	}
}
