package kepuchina

import (
	"os"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
)

func TestZZLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	os.MkdirAll(dir, 0o755)
	j := channeltest.Job(Channel, "正文。", "")
	j.Press = channeltest.Press(t)
	p := j.Piece
	p.Title, p.Summary, p.Topics, p.Motif = "“中国天眼”看见了什么：从吉林走出去的射电望远镜之父", "口径五百米的望远镜，架在贵州的山坳里。它听的是宇宙深处的无线电波，能收到的能量微弱到几乎不存在；它是怎么建起来的？", []string{"天文"}, "orbits"
	save := func(name string) {
		f, err := posterOf(j)
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile(dir+"/"+name, f.Data, 0o644)
	}
	save("p1.png")
	p.Cover = &channel.Picture{Path: "a.jpg", Type: "image/jpeg"}
	p.Title, p.Summary = "雾凇", "松花江边的雾凇从哪儿来。"
	save("p2.png")
	p.Cover = nil
	p.Title, p.Example, p.Motif = "南仁东", "示例", "constellation"
	p.Facts = []channel.Fact{{Label: "生卒", Value: "1945—2017"}, {Label: "领域", Value: "射电天文学"}, {Label: "贡献", Value: "“中国天眼”的发起者和奠基人，首席科学家兼总工程师"}}
	p.Summary = "他用二十二年，把一个谁都觉得做不成的想法，变成了世界上最大的单口径射电望远镜。他走遍了贵州的山，选址、立项、造锅，样样亲自过问。"
	save("p3.png")
	j.Press = channeltest.Job(Channel, "", "").Press
	save("p4.png")
}
