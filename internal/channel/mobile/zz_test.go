package mobile

import ("testing";"os";"path/filepath";"strings";"kepu/internal/channel")

func TestZZ(t *testing.T) {
	show := func(dir string, j *channel.Job) {
		p := composed(t, j)
		os.RemoveAll(dir)
		for _, f := range p.Files {
			os.MkdirAll(filepath.Dir(dir+"/"+f.Name), 0o755)
			os.WriteFile(dir+"/"+f.Name, f.Data, 0o644)
			t.Log(f.Name, len(f.Data), f.Alt)
		}
		for i, v := range p.Previews { os.WriteFile(dir+"/preview"+string(rune('0'+i))+".html", []byte(v.HTML), 0o644) }
		os.WriteFile(dir+"/text.txt", []byte(p.Text), 0o644)
		t.Log(p.Measures, p.Remarks)
		t.Log(strings.Join(p.Steps, "\n"))
	}
	for _, s := range sources(t) {
		if strings.Contains(s.file, "radio-telescope/index.md") { show("/tmp/mms-a", jobOf(s)) }
	}
	show("/tmp/mms-e", issueOf(t, "black-soil", "changbai-volcano", "radio-telescope", "winter-safety"))
}
