package toutiao

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"kepu/internal/channel/channeltest"
)

func TestZZLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	press := channeltest.Press(t)
	for _, s := range channeltest.Sources(t) {
		if s.Name != "articles/2026/jilin-meteorite-shower/index.md" && s.Name != "articles/2026/high-speed-train/index.md" {
			continue
		}
		j := channeltest.Job(Channel, s.Text, s.Dir)
		j.Press = press
		start := time.Now()
		p := channeltest.Compose(t, Channel, j)
		t.Log(s.Name, time.Since(start))
		for _, f := range p.Files {
			name := filepath.Join(dir, filepath.Base(filepath.Dir(s.Name)), f.Name)
			os.MkdirAll(filepath.Dir(name), 0o755)
			os.WriteFile(name, f.Data, 0o644)
			t.Log(f.Name, len(f.Data))
		}
		os.WriteFile(filepath.Join(dir, filepath.Base(filepath.Dir(s.Name)), "body.html"), []byte("<meta charset=utf-8><meta name=viewport content='width=device-width'><body style='margin:16px;font:17px/1.7 sans-serif'><style>img{max-width:100%}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px}blockquote{margin:0;padding:8px 12px;border-left:3px solid #bbb;background:#f6f6f6}</style>"+p.Previews[0].HTML), 0o644)
	}
}
