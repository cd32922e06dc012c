package formula

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kepu/internal/typeset"
)

// systemFonts are those of Debian's package fonts-noto-cjk.
func systemFonts(t testing.TB) typeset.Fonts {
	t.Helper()
	open := func(name string) *typeset.Font {
		f, err := os.Open("/usr/share/fonts/opentype/noto/NotoSansCJK-" + name + ".ttc")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		font, err := typeset.NewFont(f)
		if err != nil {
			t.Fatal(err)
		}
		return font
	}
	return typeset.Fonts{Title: open("Bold"), Text: open("Regular")}
}

// cases are formulas with what is written of them; HTML is "" where they need to
// be drawn.
var cases = []struct{ tex, text, html string }{
	{`E=mc^2`, `E=mc²`, `<em>E</em> = <em>mc</em><sup>2</sup>`},
	{`x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}`, `x=(−b±√(b²−4ac))/2a`, ``},
	{`F=G\frac{m_1m_2}{r^2}`, `F=G(m₁m₂/r²)`, ``},
	{`\frac{a+b}{c}`, `(a+b)/c`, ``},
	{`\frac12mv^2`, `(1/2)mv²`, ``},
	{`\sum_{i=1}^{n} x_i`, `∑_(i=1)ⁿx_i`, ``},
	{`\int_0^1 f(x)\,dx`, `∫₀¹f(x)dx`, `∫<sub>0</sub><sup>1</sup><em>f</em>(<em>x</em>) <em>dx</em>`},
	{`\lim_{x\to 0}\frac{\sin x}{x}=1`, `lim_(x→0) (sin x)/x=1`, ``},
	{`\sin\theta\approx\theta`, `sin θ≈θ`, `sin <em>θ</em> ≈ <em>θ</em>`},
	{`v_{平均}=\frac{\text{路程}}{\text{时间}}`, `v平均=路程/时间`, ``},
	{`v_{平均}=3\,\mathrm{m/s}`, `v平均=3m/s`, `<em>v</em><sub>平均</sub> = 3 m/s`},
	{`\begin{pmatrix}a & b\\ c & d\end{pmatrix}`, `(a, b; c, d)`, ``},
	{`f(x)=\begin{cases}x^2, & x\ge 0\\ -x, & x<0\end{cases}`, `f(x)={x², x≥0; −x, x<0`, ``},
	{`\vec{F}=m\vec{a}`, `F=ma`, ``},
	{`\bar{x}\ne 0`, "x\u0304≠0", "<em>x\u0304</em> ≠ 0"},
	{`\ce{2H2 + O2 ->[点燃] 2H2O}`, `2H₂+O₂→(点燃)2H₂O`, ``},
	{`\ce{SO4^2-}`, `SO₄²⁻`, `SO<sub>4</sub><sup>2−</sup>`},
	{`\ce{Fe^{3+}}`, `Fe³⁺`, `Fe<sup>3+</sup>`},
	{`\ce{CO2 + H2O <=> H2CO3}`, `CO₂+H₂O⇌H₂CO₃`, `CO<sub>2</sub> + H<sub>2</sub>O ⇌ H<sub>2</sub>CO<sub>3</sub>`},
	{`\ce{^{14}_6C}`, `¹⁴₆C`, `<sup>14</sup><sub>6</sub>C`},
	{`\ce{CuSO4*5H2O}`, `CuSO₄·5H₂O`, `CuSO<sub>4</sub>·5H<sub>2</sub>O`},
	{`\sqrt{x}`, `√x`, `√<em>x</em>`},
	{`\sqrt[3]{x+1}`, `∛(x+1)`, ``},
	{`\left(\frac{a}{b}\right)^{n+1}`, `(a/b)ⁿ⁺¹`, ``},
	{`(a+b)^2=a^2+2ab+b^2`, `(a+b)²=a²+2ab+b²`, `(<em>a</em> + <em>b</em>)<sup>2</sup> = <em>a</em><sup>2</sup> + 2<em>ab</em> + <em>b</em><sup>2</sup>`},
	{`10^{-9}\,\mathrm{m}`, `10⁻⁹m`, `10<sup>−9</sup> m`},
	{`25^\circ\text{C}`, `25°C`, `25°C`},
	{`f'(x)=-2x`, `f′(x)=−2x`, `<em>f</em>′(<em>x</em>) = −2<em>x</em>`},
	{`x_1^2+y_{ij}`, `x₁²+y_ij`, `<em>x</em><sub>1</sub><sup>2</sup> + <em>y</em><sub><em>ij</em></sub>`},
	{`\mathbf{v}\cdot\alpha<1`, `v·α<1`, `<strong>v</strong> · <em>α</em> &lt; 1`},
	{`\binom{n}{k}`, `C(n,k)`, ``},
	{`\not=`, `≠`, `≠`},
	{`\text{速度} = 5\%`, `速度=5%`, `速度 = 5%`},
	{`a \quad b`, `a b`, `<em>a</em> <em>b</em>`},
	{`\begin{aligned}y&=(x+1)^2\\&=x^2+2x+1\end{aligned}`, `y=(x+1)²; =x²+2x+1`, ``},
	{`\foo x`, `\foox`, ``},
	{`\right) x`, `\right)x`, ``},
	{`x}`, `x`, `<em>x</em>`},
	{`{x`, `x`, `<em>x</em>`},
	{`<script>`, `<script>`, `&lt; <em>script</em> &gt;`},
	{``, ``, ``},
}

func TestLines(t *testing.T) {
	for _, c := range cases {
		if got := Text(c.tex); got != c.text {
			t.Errorf("%s as text: %s, want %s", c.tex, got, c.text)
		}
		html, ok := HTML(c.tex)
		if html != c.html || ok != (c.html != "" || c.tex == "") {
			t.Errorf("%s as HTML: %s, %v, want %s", c.tex, html, ok, c.html)
		}
	}
}

// gallery are formulas that take each sort of part to be drawn.
var gallery = []string{
	`E=mc^2`, `x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}`, `F=G\frac{m_1m_2}{r^2}`, `\sum_{i=1}^{n} x_i=\frac{n(n+1)}{2}`,
	`\int_0^\infty e^{-x^2}\,dx=\frac{\sqrt{\pi}}{2}`, `\lim_{x\to 0}\frac{\sin x}{x}=1`, `v_{平均}=\frac{\text{路程}}{\text{时间}}`,
	`\begin{pmatrix}a & b\\ c & d\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}`, `f(x)=\begin{cases}x^2, & x\ge 0\\ -x, & x<0\end{cases}`,
	`\vec{F}=m\vec{a}`, `\hat{H}\psi=E\psi`, `\bar{x}=\frac1n\sum_{i=1}^n x_i`, `\ce{2H2 + O2 ->[点燃] 2H2O}`,
	`\ce{SO4^2-}+\ce{Ba^2+}`, `\ce{CO2 + H2O <=> H2CO3}`, `\nabla\times\mathbf{E}=-\frac{\partial\mathbf{B}}{\partial t}`,
	`\left(\frac{a}{b}\right)^{n+1}`, `\left[\frac{x^2}{\dfrac{1}{y}}\right]_0^1`, `\sqrt[3]{x^3+y^3}`, `e^{i\pi}+1=0`,
	`a_{n+1}=\frac{1}{1+\frac{1}{1+a_n}}`, `\binom{n}{k}=\frac{n!}{k!(n-k)!}`, `\overline{AB}\perp\overrightarrow{CD}`,
	`\begin{aligned}y&=(x+1)^2\\&=x^2+2x+1\end{aligned}`, `\prod_{p}\frac{1}{1-p^{-s}}=\zeta(s)`,
	`\Delta t'=\frac{\Delta t}{\sqrt{1-\frac{v^2}{c^2}}}`, `T\approx 25\,^\circ\mathrm{C}`, `\underbrace{1+2+\cdots+n}_{n\text{ 项}}`,
	`\begin{vmatrix}1&2&3\\4&5&6\\7&8&9\end{vmatrix}`, `\left\{\frac{a}{b}\right\}\left\langle\frac{a}{b}\right\rangle\left\lfloor\frac{x}{2}\right\rfloor`,
	`\boxed{p=\rho gh}`, `\oint_S \mathbf{E}\cdot d\mathbf{A}=\frac{Q}{\varepsilon_0}`, `A\xrightarrow{\text{加热}}B\Rightarrow C`,
	`\dot{x}+\ddot{y}+\tilde z+\mathring{A}`, `\alpha\beta\gamma\delta\epsilon\theta\lambda\mu\pi\rho\sigma\phi\omega\Omega\Delta\Sigma`,
	`x\in A\cup B\subset\mathbb{R},\ \forall y\neq 0`, `\frac{\mathrm{d}N}{\mathrm{d}t}=-\lambda N`,
	`\begin{bmatrix}1&\cdots&0\\\vdots&\ddots&\vdots\\0&\cdots&1\end{bmatrix}`, `\mathrm{pH}=-\lg c(\ce{H+})`, `\iint_D f\,dx\,dy \sim \left|\frac{a}{b}\right|`,
}

// picture is a formula as pixels.
func picture(t *testing.T, data []byte) *image.RGBA {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	to := image.NewRGBA(m.Bounds())
	draw.Draw(to, to.Rect, m, image.Point{}, draw.Src)
	return to
}

// inked is the box of what is drawn.
func inked(m *image.RGBA) image.Rectangle {
	box := image.Rectangle{}
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			if m.RGBAAt(x, y).R < 200 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// TestGallery draws each, twice as large as it is to be shown, with nothing cut
// off. The pictures are kept where a variable says, to be looked at.
func TestGallery(t *testing.T) {
	fonts := systemFonts(t)
	for i, tex := range gallery {
		for _, display := range []bool{true, false} {
			data, w, h, err := PNG(tex, 20, fonts, display)
			if err != nil {
				t.Errorf("%s: %v", tex, err)
				continue
			}
			m := picture(t, data)
			if m.Rect.Size() != image.Pt(2*w, 2*h) || h%2 != 0 {
				t.Errorf("%s: %v for %d × %d", tex, m.Rect, w, h)
			}
			if box := inked(m); box.Empty() || !box.In(m.Rect.Inset(1)) {
				t.Errorf("%s: drawn to the rim: %v in %v", tex, box, m.Rect)
			}
			if dir := os.Getenv("KEPU_KEEP_PICTURES"); dir != "" && display {
				os.WriteFile(filepath.Join(dir, "formula-"+string(rune('a'+i/26))+string(rune('a'+i%26))+".png"), data, 0o644)
			}
		}
	}
}

// TestMiddle: beside text a picture belongs at the middle of small letters.
func TestMiddle(t *testing.T) {
	fonts := systemFonts(t)
	for _, tex := range []string{`x`, `\text{o}`, `xz`} {
		data, _, h, err := PNG(tex, 40, fonts, false)
		if err != nil {
			t.Fatal(err)
		}
		box := inked(picture(t, data))
		if d := (box.Min.Y + box.Max.Y) - 2*h; d < -4 || d > 4 {
			t.Errorf("%s: its middle is %d half pixels from that of its picture", tex, d)
		}
	}
	above, _, _, _ := PNG(`x^2`, 40, fonts, false)
	box := inked(picture(t, above))
	if m := picture(t, above); box.Min.Y > m.Rect.Dy()/2-30 {
		t.Errorf("a power is not above: %v in %v", box, m.Rect)
	}
}

// TestInk: a formula stands on white, whatever is behind it, in an ink that can be
// read there.
func TestInk(t *testing.T) {
	data, _, _, err := PNG(`\frac{a}{b}`, 20, systemFonts(t), true)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	darkest := 1.
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			c := color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
			if c.A < 255 {
				t.Fatalf("%d, %d lets through what is behind: %v", x, y, c)
			}
			darkest = min(darkest, luminance(color.RGBA(c)))
		}
	}
	if c := m.At(0, 0); color.NRGBAModel.Convert(c) != (color.NRGBA{255, 255, 255, 255}) {
		t.Errorf("the ground is %v", c)
	}
	if contrast := 1.05 / (darkest + .05); contrast < 7 {
		t.Errorf("contrast %.2f", contrast)
	}
}

func luminance(c color.RGBA) float64 {
	part := func(v uint8) float64 {
		if x := float64(v) / 255; x > .03928 {
			return math.Pow((x+.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return .2126*part(c.R) + .7152*part(c.G) + .0722*part(c.B)
}

func TestNotDrawn(t *testing.T) {
	fonts := systemFonts(t)
	for tex, want := range map[string]string{
		`\foo`: `\\foo`, `\begin{tikzpicture}x\end{tikzpicture}`: `tikzpicture`, ``: "empty", `\quad`: "empty", `🙂`: "🙂",
		strings.Repeat(`{`, 100) + "x": "not known", strings.Repeat("x", 9000): "not known", `\left(\frac{\foo}{1}`: `\\foo`,
	} {
		if _, _, _, err := PNG(tex, 20, fonts, true); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: %v, want %s", tex, err, want)
		}
	}
	if _, _, _, err := PNG("x", 20, typeset.Fonts{}, true); err == nil {
		t.Error("drawn without fonts")
	}
	if _, _, _, err := PNG("x", 2000, fonts, true); err == nil {
		t.Error("drawn in a size of 2000 pixels")
	}
}

var tag = regexp.MustCompile(`<(/?)(em|strong|sub|sup)>`)

// FuzzFormula: any text is read and written in its time, HTML is well formed, and
// what is drawn is a picture.
func FuzzFormula(f *testing.F) {
	for _, c := range cases {
		f.Add(c.tex)
	}
	for _, tex := range gallery {
		f.Add(tex)
	}
	fonts := systemFonts(f)
	f.Fuzz(func(t *testing.T, tex string) {
		Text(tex)
		if html, ok := HTML(tex); ok {
			var open []string
			for _, m := range tag.FindAllStringSubmatch(html, -1) {
				if m[1] == "" {
					open = append(open, m[2])
				} else if n := len(open); n == 0 || open[n-1] != m[2] {
					t.Fatalf("%q: %s", tex, html)
				} else {
					open = open[:n-1]
				}
			}
			if rest := tag.ReplaceAllString(html, ""); len(open) > 0 || strings.ContainsAny(rest, `<>"`) {
				t.Fatalf("%q: %s", tex, html)
			}
		}
		if data, w, h, err := PNG(tex, 16, fonts, true); err == nil {
			c, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil || c.Width != 2*w || c.Height != 2*h {
				t.Fatalf("%q: %v, %v", tex, c, err)
			}
		}
	})
}
