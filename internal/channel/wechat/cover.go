package wechat

import (
	"fmt"

	"kepu/internal/channel"
	"kepu/internal/channel/cover"
)

// Covers are the two that WeChat shows: the wide one above the first article of
// a message, the square one beside the others and where an article is shared.
type covers struct{ wide, square channel.File }

const (
	wideX, wideY = 900, 383 // 2.35 : 1
	squareX      = 500
)

// squareOfWide is the middle of the wide cover, which the API is told to show as
// the square one: it takes one picture for both. Corners count from 0 to 1.
var squareOfWide = fmt.Sprintf("%.6f_0_%.6f_1", float64(wideX-wideY)/2/wideX, float64(wideX+wideY)/2/wideX)

// cover makes those of one of the articles.
func (g *gallery) cover(p *channel.Piece, i int) (c covers, err error) {
	j := *g.job
	j.Piece = p
	number := ""
	if len(g.job.Parts) > 0 {
		number = fmt.Sprintf("-%d", i+1)
	}
	c.wide, err = cover.One(&j, "cover"+number, wideX, wideY, channel.Text{Zh: "封面图（2.35:1）", En: "cover (2.35:1)"})
	if err == nil {
		c.square, err = cover.One(&j, "cover-square"+number, squareX, squareX, channel.Text{Zh: "封面图（1:1）", En: "cover (1:1)"})
	}
	return c, err
}
