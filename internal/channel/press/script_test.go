package press

import (
	"strings"
	"testing"

	"kepu/internal/channel"
	"kepu/internal/channel/channeltest"
)

const story = `## 从哪里来

雪花是<q>天空的信</q>（见图 1）[^1]，共 6 个角。

![雪花](a.png "六种形状")

![冰](b.png)

| 一 | 二 |
|---|---|
| 三 | 四 |

## 到哪里去

如图所示，[落在](c.md)$x^2$地上。

::: quiz 想一想
为什么？

---

因为。
:::

[^1]: 注
`

// The two columns, as text: headings are on the screen, figures in the picture,
// tables, notes and questions nowhere.
func TestTelevision(t *testing.T) {
	p := composed(t, story)
	want := `解说约 6 秒，按每秒四个字估算

镜 1
画面：片头
字幕：标题

镜 2　3 秒
画面：图 1　六种形状；图 2　冰
字幕：从哪里来
解说：雪花是“天空的信”，共 6 个角。

镜 3　3 秒
字幕：到哪里去
解说：如图所示，落在x²地上。

镜 4
画面：片尾
字幕：来源：吉林科普`
	if got := channeltest.Copy(p, "电视两栏脚本").Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	table := channeltest.Copy(p, "电视两栏脚本").HTML
	if p.Previews[0].HTML != table || !strings.Contains(string(channeltest.File(p, "tv.html").Data), table) {
		t.Error("preview, copy and file differ")
	}
	for _, line := range strings.Split(want, "\n") {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "画面："), "解说：")
		if line != "" && !strings.HasPrefix(line, "镜") && !strings.Contains(channeltest.Visible(table), line) {
			t.Errorf("%q is not in the table", line)
		}
	}
	if got := channeltest.Copy(p, "图片说明").Text; got != "images/01.png　图 1　六种形状\nimages/02.png　图 2　冰" {
		t.Error(got)
	}
	if got := channeltest.Copy(composed(t, "阿贝数\n色散系数\n: 色散的量度。\n: 又一说。"), "广播稿").Text; got != "标题\n\n阿贝数、色散系数：色散的量度。\n\n又一说。" {
		t.Error(got)
	}
	if !strings.Contains(p.Steps[0], "原文第 9 行") || !strings.Contains(p.Steps[3], "原文第 15 行") {
		t.Errorf("%v", p.Steps)
	}
}

// For the ear: no asides to figures, headings are rests. It says where a minute,
// three and five are over.
func TestRadio(t *testing.T) {
	p := composed(t, story)
	if got := channeltest.Copy(p, "广播稿").Text; got != "标题\n\n雪花是“天空的信”，共 6 个角。\n\n（停顿）\n\n如图所示，落在x²地上。" {
		t.Error(got)
	}
	minute := strings.Repeat("字", 100)
	list := strings.Split(channeltest.Copy(composed(t, strings.Repeat(minute+"\n\n", 14)), "广播稿").Text, "\n\n")
	for at, mark := range map[int]string{3: "〔到此 51 秒，1 分钟的节目可以在这里收住〕", 9: "〔到此 176 秒，3 分钟的节目可以在这里收住〕", 14: "〔到此 276 秒，5 分钟的节目可以在这里收住〕"} {
		if len(list) <= at || list[at] != mark {
			t.Errorf("at %d: %q, want %s", at, list[min(at, len(list)-1)], mark)
		}
	}
	if got := channeltest.Copy(composed(t, strings.Repeat("字", 2000)), "广播稿").Text; strings.Contains(got, "〔") {
		t.Error("a feature that ends before it begins")
	}
}

func TestSeconds(t *testing.T) {
	p := composed(t, strings.Repeat("字", 40)+"，\n\n"+strings.Repeat("字", 41))
	if tv, radio := channeltest.Value(p, "tv-seconds"), channeltest.Value(p, "radio-seconds"); tv != 21 || radio != 21 { // 20.25, and the title takes .5
		t.Errorf("%d s and %d s", tv, radio)
	}
}

// Readings are those of profiles and of the text; others are asked for.
func TestNames(t *testing.T) {
	j := channeltest.Job(Channel, "<ruby>任<rt>rén</rt>新<rt>xīn</rt>民<rt>mín</rt></ruby>到深圳（zhèn）和单（Shàn）家，也见黄大年（huáng dànián），坐车（bus）。圳（shēn zhèn）。", "")
	j.Piece.People = []channel.Person{{Name: "王大珩", Pinyin: "wáng dàhéng", Role: "光学家"}, {Name: "任新民"}, {Name: "单某"}}
	j.Piece.Authors, j.Piece.Reviewers = []string{"李明", "编辑部", "王大珩"}, []string{"李明", "Smith", "省科协"}
	want := "王大珩　wáng dàhéng　光学家\n任新民　rén xīn mín\n单某　请核实读音\n李明　请核实读音　作者\n圳　zhèn\n单　Shàn\n黄大年　huáng dànián"
	if got := names(j); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := names(channeltest.Job(Channel, "没有人。", "")); got != "文中没有登记人名。" {
		t.Error(got)
	}
}

// The cover is among the pictures, with whose it is.
func TestCover(t *testing.T) {
	j := channeltest.Undrawn(channeltest.Job(Channel, "甲。", ""))
	j.Piece.Cover, j.Piece.CoverCredit = &channel.Picture{Path: "a.jpg", Type: "image/jpeg", Alt: "雾凇"}, "丁 CC BY 4.0"
	p := channeltest.Compose(t, Channel, j)
	if got := channeltest.Copy(p, "图片说明").Text; got != "images/01.png　封面　雾凇　丁 CC BY 4.0" {
		t.Error(got)
	}
}
