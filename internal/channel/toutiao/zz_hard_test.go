package toutiao

import (
	"os"
	"testing"

	"kepu/internal/channel/channeltest"
)

func TestZZHard(t *testing.T) {
	if os.Getenv("LOOK") == "" {
		t.Skip()
	}
	data, _ := os.ReadFile("/tmp/hard.md")
	j := channeltest.Job(Channel, string(data), "")
	j.Press = channeltest.Press(t)
	p := channeltest.Compose(t, Channel, j)
	os.MkdirAll("/tmp/look/hard/images", 0o755)
	for _, f := range p.Files {
		os.WriteFile("/tmp/look/hard/"+f.Name, f.Data, 0o644)
	}
	os.WriteFile("/tmp/look/hard/frag.html", []byte(p.Previews[0].HTML), 0o644)
	os.WriteFile("/tmp/look/hard/body.html", []byte("<meta charset=utf-8><meta name=viewport content='width=device-width'><body style='margin:16px;font:17px/1.7 sans-serif'><style>img{max-width:100%}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px}blockquote{margin:0;padding:8px 12px;border-left:3px solid #bbb;background:#f6f6f6}</style>"+p.Previews[0].HTML), 0o644)
}
