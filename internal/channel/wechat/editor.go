package wechat

import (
	"fmt"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/darkmode"
)

// numbered tells the copies and previews of several articles apart.
func numbered(label string, i int, several bool) string {
	if several {
		return fmt.Sprintf("第 %d 篇 %s", i+1, label)
	}
	return label
}

func (a *article) copies(i int, several bool) []channel.Copy {
	list := []channel.Copy{
		{Label: "标题", Text: a.piece.Title},
		{Label: "作者", Text: a.author},
		{Label: "正文", Text: a.text, HTML: a.html},
		{Label: "摘要", Text: a.digest},
		{Label: "原文链接", Text: a.piece.Address},
	}
	var out []channel.Copy
	for _, c := range list {
		if c.Text != "" {
			c.Label = numbered(c.Label, i, several)
			out = append(out, c)
		}
	}
	return out
}

// previews show the text alone, so that the page holds the one by day once, for
// the clipboard too.
func (a *article) previews(i int, several bool) []channel.Preview {
	return []channel.Preview{
		{Label: numbered("浅色", i, several), HTML: a.html},
		{Label: numbered("深色", i, several), HTML: darkmode.HTML(a.html), Dark: true},
	}
}

// steps tell an editor how to make the draft by hand.
func (g *gallery) steps(articles []*article, newspic bool) []string {
	list := []string{"登录 mp.weixin.qq.com，在草稿箱里点“新的创作—写新图文”"}
	if len(articles) > 1 {
		list = append(list, fmt.Sprintf("这一期有 %d 篇：写完一篇，点左侧“新建消息”加下一篇，每篇都照下面做", len(articles)))
	}
	list = append(list, "复制标题、作者，分别粘贴到编辑器顶部", "复制正文，粘贴到编辑器")
	if n := len(g.shown); n > 0 {
		list = append(list, fmt.Sprintf("粘贴不会带上本机的图片：请把 images 文件夹里的 %d 张图按编号上传，放到正文中的对应位置", n))
	}
	list = append(list,
		"上传封面图，两种比例各有一张；粘贴摘要和原文链接",
		"点“预览”发到手机上，浅色、深色各看一遍，再保存草稿、送审",
		"有接口权限的账号可以不用上面这些，直接运行 kepu channel push wechat --slug "+g.job.Name(),
	)
	if newspic {
		list = append(list, "想发成图片消息（几张图配纯文字），在那条命令后面加 --newspic")
	}
	return list
}
