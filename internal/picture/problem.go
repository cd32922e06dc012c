package picture

import "kepu/internal/diag"

// A Problem says in both languages why an image cannot be published.
type Problem struct{ zh, en string }

// Error is the English text.
func (p *Problem) Error() string { return p.en }

// Text is an argument of a diagnostic.
func (p *Problem) Text() string { return diag.Both(p.zh, p.en) }

var (
	unknown = &Problem{"不是浏览器能显示的图片", "not an image that browsers show"}
	cutOff  = &Problem{"文件不完整，后面缺了一截", "the file is cut off"}
)

func broken(err error) *Problem {
	return &Problem{"文件已损坏：" + err.Error(), "damaged: " + err.Error()}
}

func unsafe(zh, en, what string) *Problem { return &Problem{"SVG " + zh + what, "SVG " + en + what} }
