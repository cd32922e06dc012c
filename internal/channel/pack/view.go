package pack

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
)

// A view is what index.html shows, in the words of an editor.
type view struct {
	Channel               string
	Title, Site, Date     string
	Lang                  string // of the piece
	Address, Example, Zip string
	Status                string // how the package stands to the limits
	Steps                 []string
	Copies                []copyView
	Previews              []previewView
	Rich                  []string // HTML for the clipboard and for previews, as text; one that serves for both is there once
	Limits                []limitView
	Notes                 []noteView // what to mind before sending
	Uploads, Others       []fileView
	Sheet                 sheet
	Code                  bool // there is qr.svg
}

// A copyView and a previewView name what they show by its place in Rich, from 1;
// 0 is none.
type copyView struct {
	Label, Text string
	Rich        int
}

type previewView struct {
	Label      string
	Image, Alt string
	Rich       int
	Dark       bool
	Width      int
}

type limitView struct {
	Name, Of           string
	Value, Bound       string
	Unit               string
	Near, Metered      bool
	Amount, Warn, Most int // of a metered one
	Source             []citation
	Standing, Class    string
}

// A citation is a piece of what a rule goes by: words, or an address to follow.
type citation struct {
	Text string
	Link bool
}

type noteView struct{ Text, Place string }

type fileView struct {
	Name, Use, Size, Alt string
	Image                bool
	Ending               string // of its name, for what is no picture: JSON
}

// viewOf gathers the view. files are those beside the page but for the archive,
// the channel's own first.
func viewOf(c *channel.Channel, j *channel.Job, p *channel.Package, verdicts []Verdict, files []channel.File, own int, archive string) (*view, error) {
	piece := j.Piece
	v := &view{
		Channel: c.Title.Zh, Title: p.Title, Site: piece.Site, Date: piece.Date, Lang: piece.Lang,
		Address: piece.Address, Example: piece.Example, Zip: archive, Steps: p.Steps,
		Code:  slices.ContainsFunc(files, func(f channel.File) bool { return f.Name == codeSVGName }),
		Sheet: sheetOf(j),
	}
	for _, item := range p.Copies {
		v.Copies = append(v.Copies, copyView{item.Label, item.Text, v.rich(item.HTML)})
	}
	for _, item := range p.Previews {
		shown := previewView{Label: item.Label, Image: item.Image, Rich: v.rich(item.HTML), Dark: item.Dark, Width: cmp.Or(item.Width, phoneWidth)}
		if item.Image != "" {
			i := slices.IndexFunc(files[:own], func(f channel.File) bool { return f.Name == item.Image })
			if i < 0 {
				return nil, fmt.Errorf("a preview of %q, which is not in the package", item.Image)
			}
			shown.Alt = cmp.Or(files[i].Alt, item.Label)
		}
		v.Previews = append(v.Previews, shown)
	}
	v.judged(verdicts)
	for _, r := range p.Remarks {
		v.Notes = append(v.Notes, noteView{r.Text.Zh, where(cmp.Or(r.Piece, piece).File, r.Line, 0)})
	}
	for i, f := range files {
		shown := fileView{f.Name, f.Use.Zh, "", f.Alt, strings.HasPrefix(f.Type, "image/"), ending(f.Name)}
		if f.Data != nil { // the manifest is made after the page
			shown.Size = size(len(f.Data))
		}
		if i < own {
			v.Uploads = append(v.Uploads, shown)
		} else {
			v.Others = append(v.Others, shown)
		}
	}
	return v, nil
}

// ending is what follows the last dot of a name, in capitals.
func ending(name string) string { return strings.ToUpper(strings.TrimPrefix(path.Ext(name), ".")) }

// phoneWidth is that of a phone's screen in CSS pixels.
const phoneWidth = 375

// rich gives the number of HTML that the page holds.
func (v *view) rich(html string) int {
	if html == "" {
		return 0
	}
	if i := slices.Index(v.Rich, html); i >= 0 {
		return i + 1
	}
	v.Rich = append(v.Rich, html)
	return len(v.Rich)
}

// judged shows the limits, and those that are near among the notes.
func (v *view) judged(verdicts []Verdict) {
	near := 0
	for i := range verdicts {
		d := &verdicts[i]
		r, b := d.Rule, d.Bounds
		l := limitView{
			Name: r.Name.Zh, Of: d.Measure.Of, Value: grouped(d.Measure.Value), Bound: bound(b), Unit: r.Unit.Zh,
			Near: d.Level == channel.Near, Metered: b.Max > 0, Amount: d.Measure.Value, Warn: cmp.Or(b.Warn, b.Max), Most: b.Max,
			Source: cite(r.Source), Standing: standings[r.Standing], Class: string(r.Standing),
		}
		if l.Near {
			near++
			text := r.Name.Zh
			if l.Of != "" {
				text += "（" + l.Of + "）"
			}
			text += " " + l.Value + " " + l.Unit + "，宜在 " + grouped(b.Warn) + " 以内。" + r.Hint.Zh
			v.Notes = append(v.Notes, noteView{text, where(d.File, d.Line, d.Col)})
		}
		v.Limits = append(v.Limits, l)
	}
	v.Status = "各项都在限制之内"
	if near > 0 {
		v.Status += "，" + strconv.Itoa(near) + " 项接近上限"
	}
}

// cite finds the addresses in a source. One ends before the first character that
// is not ASCII, a blank, a quote, a bracket, a comma or a semicolon.
func cite(source string) (list []citation) {
	for source != "" {
		words, rest := source, ""
		if i := strings.Index(source, "https://"); i >= 0 {
			words, rest = source[:i], source[i:]
		}
		if words != "" {
			list = append(list, citation{Text: words})
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"<>(),;`, r) })
		if end < 0 {
			end = len(rest)
		}
		if end > 0 {
			list = append(list, citation{rest[:end], true})
		}
		source = rest[end:]
	}
	return list
}

// standings are the words for how well a rule is on record.
var standings = map[channel.Standing]string{
	channel.Official: "官方", channel.InCode: "代码可证", channel.SecondHand: "转述", channel.NotOnRecord: "未见规定",
}

// bound says what a value may be: 2–30, ≤ 64（宜 ≤ 32）.
func bound(b channel.Bounds) string {
	switch {
	case b.None:
		return "不能有"
	case b.Min > 0 && b.Max > 0:
		return grouped(b.Min) + "–" + grouped(b.Max) + advised(b)
	case b.Max > 0:
		return "≤ " + grouped(b.Max) + advised(b)
	case b.Min > 0:
		return "≥ " + grouped(b.Min) + advised(b)
	case b.Warn > 0:
		return "宜 ≤ " + grouped(b.Warn)
	}
	return "不限"
}

func advised(b channel.Bounds) string {
	if b.Warn == 0 {
		return ""
	}
	return "（宜 ≤ " + grouped(b.Warn) + "）"
}

// where tells an editor of a place in a file; nothing where the line is not known.
func where(file string, line, col int) string {
	switch {
	case line == 0:
		return ""
	case col == 0:
		return file + " 第 " + strconv.Itoa(line) + " 行"
	}
	return file + " 第 " + strconv.Itoa(line) + " 行第 " + strconv.Itoa(col) + " 列"
}

// grouped writes a number with a comma before each three digits: 20,000.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// size writes a number of bytes as file managers do.
func size(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n) + " B"
	case n < 1<<20:
		return strconv.FormatFloat(float64(n)/(1<<10), 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
}
