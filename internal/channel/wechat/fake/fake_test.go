package fake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http/httptest"
	"net/textproto"
	"strings"
	"testing"
	"time"
)

// A tester calls the server and looks at the code of the answer.
type tester struct {
	*testing.T
	srv *Server
	now time.Time
}

func newTester(t *testing.T) *tester {
	c := &tester{T: t, now: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)}
	c.srv = New(func() time.Time { return c.now })
	return c
}

func (c *tester) post(call, query, kind string, body []byte) (answer map[string]any, code int) {
	c.Helper()
	r := httptest.NewRequest("POST", "/cgi-bin/"+call+"?"+query, bytes.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	c.srv.ServeHTTP(w, r)
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		c.Fatalf("%s: %v: %s", call, err, w.Body)
	}
	n, _ := answer["errcode"].(float64)
	return answer, int(n)
}

// token asks for one.
func (c *tester) token(force bool) (string, int) {
	c.Helper()
	body := fmt.Sprintf(`{"grant_type":"client_credential","appid":%q,"secret":%q,"force_refresh":%t}`, c.srv.AppID, c.srv.Secret, force)
	answer, code := c.post("stable_token", "", "application/json", []byte(body))
	value, _ := answer["access_token"].(string)
	return value, code
}

func (c *tester) send(call, body string) (map[string]any, int) {
	c.Helper()
	value, _ := c.token(false)
	return c.post(call, "access_token="+value, "application/json", []byte(body))
}

func (c *tester) upload(call, query, field, name, kind string, data []byte) (map[string]any, int) {
	c.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, _ := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name=%q; filename=%q`, field, name)}, "Content-Type": {kind}})
	part.Write(data)
	w.Close()
	value, _ := c.token(false)
	return c.post(call, query+"&access_token="+value, w.FormDataContentType(), b.Bytes())
}

const pngHead, jpegHead = "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0"

func sized(head string, size int) []byte {
	return append([]byte(head), make([]byte, size-len(head))...)
}

func TestUploads(t *testing.T) {
	c := newTester(t)
	for _, u := range []struct {
		call, query, field, name, kind string
		data                           []byte
		want                           int
	}{
		{"media/uploadimg", "", "media", "a.png", "image/png", sized(pngHead, 1<<20-1), 0},
		{"media/uploadimg", "", "media", "a.png", "image/png", sized(pngHead, 1<<20), 40009},
		{"media/uploadimg", "", "media", "a.gif", "image/gif", []byte("GIF89a"), 40137},
		{"media/uploadimg", "", "media", "a.jpg", "image/png", []byte(pngHead), 40137},
		{"media/uploadimg", "", "media", "a.png", "image/png", []byte("<html>"), 40137},
		{"media/uploadimg", "", "file", "a.png", "image/png", []byte(pngHead), 41005},
		{"media/uploadimg", "", "media", "a.png", "image/png", nil, 44001},
		{"material/add_material", "type=image", "media", "a.gif", "image/gif", []byte("GIF89a"), 0},
		{"material/add_material", "type=image", "media", "a.png", "image/png", sized(pngHead, 10<<20+1), 40009},
		{"material/add_material", "type=thumb", "media", "a.jpg", "image/jpeg", sized(jpegHead, 64<<10), 0},
		{"material/add_material", "type=thumb", "media", "a.jpg", "image/jpeg", sized(jpegHead, 64<<10+1), 40009},
		{"material/add_material", "type=thumb", "media", "a.png", "image/png", []byte(pngHead), 40137},
		{"material/add_material", "", "media", "a.png", "image/png", []byte(pngHead), 40004},
	} {
		if _, code := c.upload(u.call, u.query, u.field, u.name, u.kind, u.data); code != u.want {
			t.Errorf("%s %s %s of %d bytes: %d, want %d", u.call, u.query, u.name, len(u.data), code, u.want)
		}
	}
}

func TestArticles(t *testing.T) {
	c := newTester(t)
	answer, _ := c.upload("material/add_material", "type=image", "media", "a.png", "image/png", []byte(pngHead))
	thumb := answer["media_id"].(string)
	answer, _ = c.upload("media/uploadimg", "", "media", "a.png", "image/png", []byte(pngHead))
	picture := strings.ReplaceAll(answer["url"].(string), "&", "&amp;")
	for _, a := range []struct {
		name  string
		spoil func(*Article)
		want  int
	}{
		{"as it should be", func(*Article) {}, 0},
		{"title", func(a *Article) { a.Title = strings.Repeat("字", 33) }, 45003},
		{"no title", func(a *Article) { a.Title = "" }, 45003},
		{"author", func(a *Article) { a.Author = strings.Repeat("字", 17) }, 45110},
		{"digest", func(a *Article) { a.Digest = strings.Repeat("字", 129) }, 45004},
		{"address", func(a *Article) { a.ContentSourceURL = strings.Repeat("a", 1025) }, 45005},
		{"long", func(a *Article) { a.Content = strings.Repeat("字", 20_000) }, 45002},
		{"just not", func(a *Article) { a.Content = strings.Repeat("字", 19_999) }, 0},
		{"no content", func(a *Article) { a.Content = "" }, 44004},
		{"cover", func(a *Article) { a.ThumbMediaID = "x" }, 40007},
		{"type", func(a *Article) { a.ArticleType = "video" }, 40008},
		{"crop", func(a *Article) { a.PicCrop11 = "0_0_2_1" }, 53402},
		{"good crop", func(a *Article) { a.PicCrop235 = "0.1_0_1_0.5" }, 0},
		{"picture", func(a *Article) { a.Content = `<img src="` + picture + `">` }, 0},
		{"foreign picture", func(a *Article) { a.Content = `<img src="https://example.org/a.png">` }, 45166},
		{"link", func(a *Article) { a.Content = `<a href="https://example.org/">a</a>` }, 45166},
		{"own link", func(a *Article) { a.Content = `<a href="https://mp.weixin.qq.com/s/1">a</a>` }, 0},
		{"script", func(a *Article) { a.Content = `<script>1</script>` }, 45166},
		{"event", func(a *Article) { a.Content = `<p onclick="a()">a</p>` }, 45166},
		{"id", func(a *Article) { a.Content = `<p id="a">a</p>` }, 45166},
		{"position", func(a *Article) { a.Content = `<p style="color:red;position:fixed">a</p>` }, 45166},
		{"svg", func(a *Article) { a.Content = `<svg viewBox="0 0 1 1"><path d="M0 0" transform="scale(2)"/></svg>` }, 0},
		{"gradient", func(a *Article) { a.Content = `<svg><linearGradient/></svg>` }, 45166},
		{"placeholder", func(a *Article) { a.Content = `<img src="{{image-1}}">` }, 45166},
		{"pictures alone", func(a *Article) { a.ArticleType, a.Content = "newspic", "文" }, 40007},
	} {
		article := Article{Title: "题", Content: "<p>文</p>", ThumbMediaID: thumb}
		a.spoil(&article)
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.Encode(map[string]any{"articles": []Article{article}})
		if _, code := c.send("draft/add", b.String()); code != a.want {
			t.Errorf("%s: %d, want %d", a.name, code, a.want)
		}
	}
	for body, want := range map[string]int{
		``: 44002, `{}`: 44003, `{"articles":[]}`: 44003, `{`: 47001, `{"article":[]}`: 47001, `{"articles":[{"titel":"a"}]}`: 47001,
		`{"articles":[]}{}`: 47001, `{"articles":[{"title":"\u4f60"}]}`: 40033, "{\"articles\":[{\"title\":\"\u2028\"}]}": 40033,
		`{"articles":[` + strings.TrimSuffix(strings.Repeat("{},", 9), ",") + `]}`: 45008,
	} {
		if _, code := c.send("draft/add", body); code != want {
			t.Errorf("%.40s: %d, want %d", body, code, want)
		}
	}
}

func TestTokens(t *testing.T) {
	c := newTester(t)
	first, _ := c.token(false)
	get := func(value string) int {
		_, code := c.post("draft/batchget", "access_token="+value, "application/json", []byte(`{"offset":0,"count":1}`))
		return code
	}
	if again, _ := c.token(false); again != first || get(first) != 0 || get("") != 41001 || get("x") != 40001 {
		t.Error("a token does not hold, or another does")
	}
	c.now = c.now.Add(tokenLife - renewal + time.Second)
	second, _ := c.token(false)
	if second == first || get(first) != 0 || get(second) != 0 {
		t.Error("near the end both should hold")
	}
	c.now = c.now.Add(renewal)
	if get(first) != 42001 || get(second) != 0 {
		t.Error("the old one should have expired")
	}
	third, _ := c.token(true)
	if third == second || get(second) != 40001 {
		t.Error("a forced one should end the one before")
	}
	if again, _ := c.token(true); again != third {
		t.Error("forced twice within half a minute")
	}
	for range forcesADay - 1 {
		c.now = c.now.Add(forceApart)
		if _, code := c.token(true); code != 0 {
			t.Fatal(code)
		}
	}
	c.now = c.now.Add(forceApart)
	if _, code := c.token(true); code != 45009 {
		t.Error("forced too often:", code)
	}
	c.srv.Allowed = []string{"198.51.100.1"}
	if _, code := c.token(false); code != 40164 {
		t.Error("the whitelist:", code)
	}
}
