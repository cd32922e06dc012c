package content

import (
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"kepu/internal/diag"
)

// format checks texts of a known shape: addresses and numbers of books.
func (d *decoder) format(f *field, n *node, s, path string) bool {
	switch f.format {
	case "url", "base", "contact":
		if f.format == "base" && webAddress(s) && strings.ContainsAny(s, "?#") {
			d.badFormat(n, s, path, "网站的网址只写到路径为止，不带 ? 和 #。", "The address of a site ends with its path, without ? and #.").Suggest = s[:strings.IndexAny(s, "?#")]
			return false
		}
		if webAddress(s) || f.format == "contact" && contactAddress(s) {
			return true
		}
		g := d.add(diag.BadURL, d.at(n), display(path), clip(s))
		g.Suggest = nearURL(s)
		if f.format == "contact" && telephone().MatchString(s) {
			g.Suggest = "tel:" + s
		}
		return false
	case "doi":
		if doi().MatchString(s) {
			return true
		}
		d.badFormat(n, s, path, "DOI 形如 10.1038/171737a0，不带网址。", "A DOI looks like 10.1038/171737a0, without an address.").Suggest = nearDOI(s)
		return false
	case "isbn":
		if isbn(s) {
			return true
		}
		d.badFormat(n, s, path, "ISBN 是 10 位或 13 位，最后一位是校验码，请对照版权页。", "An ISBN has 10 or 13 digits, the last of which checks the others.")
		return false
	case "file":
		if webAddress(s) || sitePath(s) {
			return true
		}
		d.badFormat(n, s, path, "写网址，或以 / 开头的本站文件，如 /files/slides.pdf。", "Write an address, or a file of the site that begins with /, such as /files/slides.pdf.").Suggest = nearURL(s)
		return false
	case "path":
		if sitePath(s) {
			return true
		}
		d.badFormat(n, s, path, "写以 / 开头的本站文件，如 /maps/rivers.geojson，放在 content/static/maps/ 里；不能用别的网站上的文件。", "Write a file of the site that begins with /, such as /maps/rivers.geojson, which is in content/static/maps/; files of other sites are not used.")
		return false
	case "slug":
		if slugLike(s) {
			return true
		}
		d.badFormat(n, s, path, "只用小写字母、数字和连字符。", "Use small letters, digits and hyphens.")
		return false
	case "monthday":
		if _, _, ok := ParseMonthDay(s); ok {
			return true
		}
		d.badFormat(n, s, path, "写成 月-日，如 05-01；2月29日请写 02-28。", "Write month and day, such as 05-01; for 29 February write 02-28.").Suggest = nearMonthDay(s)
		return false
	case "repeat", "term", "hours":
		return d.timing(f, n, s, path)
	case "email":
		if mail().MatchString(s) {
			return true
		}
		d.badFormat(n, s, path, "邮箱形如 kepu@example.org。", "An address looks like kepu@example.org.").Suggest = nearMail(s)
		return false
	}
	panic("content: unknown format " + f.format)
}

func (d *decoder) badFormat(n *node, s, path, zh, en string) *diag.Diagnostic {
	return d.add(diag.BadFormat, d.at(n), display(path), clip(s), diag.Both(zh, en))
}

// webAddress accepts absolute http and https addresses of a named host. A user
// name before the host is refused: it only serves to make a link look like
// that of another site.
func webAddress(s string) bool {
	if strings.IndexFunc(s, unicode.IsSpace) >= 0 || strings.ContainsAny(s, "<>\"`\\") {
		return false
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Hostname() == "" {
		return false
	}
	host := u.Hostname()
	return strings.IndexFunc(host, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-.:_", r)
	}) < 0 && !strings.HasPrefix(host, ".") && !strings.Contains(host, "..")
}

// sitePath accepts the address of a file of the site.
func sitePath(s string) bool {
	return strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//") && !strings.Contains(s, "/../") &&
		strings.IndexFunc(s, unicode.IsSpace) < 0 && !strings.ContainsAny(s, "<>\"`\\?#")
}

// contactAddress accepts what else one can follow to register.
func contactAddress(s string) bool {
	scheme, rest, ok := strings.Cut(s, ":")
	switch {
	case !ok:
		return false
	case strings.EqualFold(scheme, "tel"):
		return telephone().MatchString(rest)
	case strings.EqualFold(scheme, "mailto"):
		address, _, _ := strings.Cut(rest, "?")
		return mail().MatchString(address) && strings.IndexFunc(rest, unicode.IsSpace) < 0
	}
	return false
}

// lazy is a pattern that is compiled when it is first needed, which most runs
// of the command never do.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

var (
	doi       = lazy(`^10\.[0-9]{4,9}/[^\s]+$`)
	mail      = lazy(`^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[\pL0-9-]+(\.[\pL0-9-]+)+$`)
	telephone = lazy(`^\+?[0-9][0-9 ()-]*$`)
	hostLike  = lazy(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?(/.*)?$`)
	schemeish = lazy(`^(?i)(https?)[:：;；]?[/／\\]+`)
)

// nearURL mends what is missing or was typed with a Chinese input method.
func nearURL(s string) string {
	t := schemeish().ReplaceAllString(strings.TrimRight(s, "。，；、 "), "$1://")
	t = strings.ReplaceAll(t, "。", ".")
	t = strings.ReplaceAll(t, " ", "%20")
	if mail().MatchString(t) {
		t = "mailto:" + t
	} else if hostLike().MatchString(t) {
		t = "https://" + t
	}
	if t == s || !webAddress(t) && !contactAddress(t) {
		return ""
	}
	return t
}

func nearDOI(s string) string {
	if i := strings.Index(s, "10."); i >= 0 && doi().MatchString(s[i:]) && s[i:] != s {
		return s[i:]
	}
	return ""
}

func nearMail(s string) string {
	t := strings.NewReplacer("＠", "@", "。", ".", " ", "", "mailto:", "").Replace(s)
	if mail().MatchString(t) {
		return t
	}
	return ""
}

// isbn checks length and check digit.
func isbn(s string) bool {
	s = strings.NewReplacer("-", "", " ", "").Replace(s)
	sum := 0
	switch len(s) {
	case 10:
		for i := range 10 {
			c := int(s[i]) - '0'
			if i == 9 && (s[i] == 'X' || s[i] == 'x') {
				c = 10
			} else if c < 0 || c > 9 {
				return false
			}
			sum += c * (10 - i)
		}
		return sum%11 == 0
	case 13:
		for i := range 13 {
			c := int(s[i]) - '0'
			if c < 0 || c > 9 {
				return false
			}
			sum += c * (1 + i%2*2)
		}
		return sum%10 == 0 && (s[:3] == "978" || s[:3] == "979")
	}
	return false
}
