// Package all lists the channels. To add one, write its folder and its line here.
package all

import (
	"kepu/internal/channel"
	"kepu/internal/channel/douyin"
	"kepu/internal/channel/kepuchina"
	"kepu/internal/channel/mobile"
	"kepu/internal/channel/press"
	"kepu/internal/channel/toutiao"
	"kepu/internal/channel/wechat"
	"kepu/internal/channel/weibo"
)

// Channels lists every channel, in the order of lists and menus.
var Channels = []*channel.Channel{
	wechat.Channel,
	toutiao.Channel,
	weibo.Channel,
	douyin.Channel,
	kepuchina.Channel,
	mobile.Channel,
	press.Channel,
}

// Find gives the channel of a name; nil if there is none.
func Find(name string) *channel.Channel {
	for _, c := range Channels {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Names are those of all channels, in their order.
func Names() []string {
	names := make([]string, len(Channels))
	for i, c := range Channels {
		names[i] = c.Name
	}
	return names
}
