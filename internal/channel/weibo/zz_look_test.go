package weibo

import (
	"os"
	"path/filepath"
	"testing"

	"kepu/internal/channel/channeltest"
	"kepu/internal/channel/press"
)

func TestZZLook(t *testing.T) {
	if os.Getenv("LOOK") == "" {
		t.Skip()
	}
	data, _ := os.ReadFile("/tmp/hard.md")
	for _, s := range channeltest.Sources(t) {
		if s.Name != "articles/2026/jilin-meteorite-shower/index.md" {
			continue
		}
		j := channeltest.Job(Channel, s.Text+"\n\n![照片](a.jpg)\n\n"+string(data), s.Dir)
		j.Press = channeltest.Press(t)
		j.Piece.Title = "天上落下的石头"
		j.Piece.Summary = "1976年3月8日下午，一场石头雨落在吉林。"
		j.Piece.Tags = []string{"天文", "陨石"}
		p := channeltest.Compose(t, Channel, j)
		q := channeltest.Compose(t, press.Channel, j)
		for _, f := range append(p.Files, q.Files...) {
			name := filepath.Join("/tmp/look/weibo", f.Name)
			os.MkdirAll(filepath.Dir(name), 0o755)
			os.WriteFile(name, f.Data, 0o644)
		}
		for _, c := range append(p.Copies, q.Copies...) {
			os.WriteFile("/tmp/look/weibo/copy-"+c.Label+".txt", []byte(c.Text), 0o644)
		}
		os.WriteFile("/tmp/look/weibo/tvprev.html", []byte("<meta charset=utf-8><body style='font:16px/1.7 sans-serif;margin:16px'>"+q.Previews[0].HTML), 0o644)
		t.Log(q.Steps, p.Steps)
	}
}
