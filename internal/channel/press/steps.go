package press

import (
	"strconv"
	"strings"

	"kepu/internal/channel"
)

func steps(a *article, radio broadcast) []string {
	from := "文章里没有用 :::press 标出段落，各稿从开头取能放下的整段；想另外取舍，就在文章里标出来。"
	if a.marked {
		from = "各稿由文章里用 :::press 标出的段落按次序组成。"
	}
	if len(a.tables) > 0 {
		from += "表格和代码没有进稿（原文" + linesOf(a.tables) + "），需要时请编辑用文字交代。"
	}
	ear := "广播：播出前照 names.txt 核对人名读音；写着“" + unknown + "”的，问过本人或单位再播。"
	if len(radio.figures) > 0 {
		ear += "稿子里还有提到图的话（原文" + linesOf(radio.figures) + "），请改口。"
	}
	return []string{
		"报纸：按版面选一份稿，复制给编辑。字数不含标题和署名。" + from,
		"随稿提供 images 里的图片和 captions.txt；图片的授权以文章为准。",
		"电视：打印 tv.html，“画面”一栏由编导补齐。",
		ear,
		"稿件见报、播出以后，把日期和版面记在审核单上。",
	}
}

// linesOf names lines: 第 12、30 行.
func linesOf(lines []int) string {
	var list []string
	for _, n := range lines {
		list = append(list, strconv.Itoa(n))
	}
	return "第 " + strings.Join(list, "、") + " 行"
}

var rules = []channel.Rule{copyRule(300), copyRule(600), copyRule(1200),
	timeRule("tv-seconds", text("电视解说时长", "length of the narration"), "电视台"),
	timeRule("radio-seconds", text("广播稿时长", "length on air"), "电台"),
}

func copyRule(n int) channel.Rule {
	s := strconv.Itoa(n)
	return channel.Rule{
		ID: copyID(n), Name: text(s+" 字稿", "copy of "+s), Unit: text("字", "words"),
		Bounds: channel.Bounds{Max: n}, Standing: channel.NotOnRecord, Source: "报纸栏目的惯例，版面由报社定；字数按文字处理软件的“字数”算，不含标题和署名",
		Hint: text("删减用 :::press "+s+" 以内标出的段落，或给后面的段落标上更大的数。", "Cut the passages marked :::press up to "+s+", or mark the later ones with a greater number."),
	}
}

func timeRule(id string, name channel.Text, who string) channel.Rule {
	return channel.Rule{
		ID: id, Name: name, Unit: text("秒", "seconds"),
		Bounds: channel.Bounds{Warn: 300}, Standing: channel.NotOnRecord, Source: "栏目时长由" + who + "定；秒数按每秒四个字估算",
		Hint: text("超过五分钟的多半要删：电视删镜头，广播照稿子里的〔〕收住。", "More than five minutes will be cut: leave out shots, or end where the script says so."),
	}
}
