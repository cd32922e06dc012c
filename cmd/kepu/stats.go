package main

import (
	"fmt"
	"time"

	"kepu/internal/build"
)

// slowest is how many entries --stats names.
const slowest = 10

// stepNames are the steps of a build in Chinese and in English.
var stepNames = map[string][2]string{
	"list":    {"列出文件", "listing files"},
	"compare": {"与上次比较", "comparing with the last build"},
	"parse":   {"读取和解析", "reading and parsing"},
	"graph":   {"建立关联", "making the graph"},
	"theme":   {"载入主题", "loading the theme"},
	"pages":   {"排定页面", "listing the pages"},
	"write":   {"准备、渲染、写入", "gathering, rendering, writing"},
}

// printStats tells where the time of a build went.
func (a *app) printStats(s *build.Stats) {
	fmt.Fprintln(a.stdout, a.say("用时：", "Where the time went:"))
	for _, step := range s.Steps {
		name := stepNames[step.Name]
		fmt.Fprintf(a.stdout, "  %9s  %s\n", millis(step.Took), a.say(name[0], name[1]))
	}
	if s.View > 0 {
		fmt.Fprintf(a.stdout, a.say("  其中（各处理器之和）：准备 %s，渲染 %s\n", "  of which, over all processors: gathering %s, rendering %s\n"), millis(s.View), millis(s.Render))
	}
	list := s.Slowest(slowest)
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(a.stdout, a.say("最慢的内容（解析 + 准备 + 渲染）：", "The slowest entries (parsing + gathering + rendering):"))
	for _, t := range list {
		fmt.Fprintf(a.stdout, "  %9s  %s (%s + %s + %s)\n", millis(t.Total()), t.File, millis(t.Parse), millis(t.View), millis(t.Render))
	}
}

func millis(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }

// A statsSummary is what --stats adds to --format json. Times are milliseconds.
type statsSummary struct {
	Steps   []stepSummary  `json:"steps"`
	View    float64        `json:"gathering"` // over all processors
	Render  float64        `json:"rendering"` // likewise
	Slowest []entrySummary `json:"slowest"`
}

type stepSummary struct {
	Name string  `json:"name"`
	Took float64 `json:"milliseconds"`
}

type entrySummary struct {
	File   string  `json:"file"`
	Parse  float64 `json:"parsing"`
	View   float64 `json:"gathering"`
	Render float64 `json:"rendering"`
}

func summarize(s *build.Stats) *statsSummary {
	if s == nil {
		return nil
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	sum := &statsSummary{View: ms(s.View), Render: ms(s.Render), Slowest: []entrySummary{}}
	for _, step := range s.Steps {
		sum.Steps = append(sum.Steps, stepSummary{step.Name, ms(step.Took)})
	}
	for _, t := range s.Slowest(slowest) {
		sum.Slowest = append(sum.Slowest, entrySummary{t.File, ms(t.Parse), ms(t.View), ms(t.Render)})
	}
	return sum
}
