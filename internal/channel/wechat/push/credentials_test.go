package push

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const testSecret = "S3CR3T0123456789"

func TestReadCredentials(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	if err := os.MkdirAll(filepath.Join(site, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(site, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	whole := "# 公众号\nappid: wx1\n\nsecret: \"" + testSecret + "\"\r\n"
	for _, c := range []struct {
		file, text string
		mode       os.FileMode
		want       string // in the words of the error
	}{
		{"good", whole, 0o600, ""},
		{"read-only", whole, 0o400, ""},
		{"group", whole, 0o640, "chmod 600"},
		{"others", whole, 0o604, "chmod 600"},
		{"site/in", whole, 0o600, "站点目录"},
		{"site/content/in", whole, 0o600, "站点目录"},
		{"link/in", whole, 0o600, "站点目录"},
		{"half", "appid: wx1\n", 0o600, "缺"},
		{"words", "appid: wx1\n" + testSecret + "\n", 0o600, "第 2 行"},
		{"other", "appid: wx1\npassword: " + testSecret + "\n", 0o600, "第 2 行"},
		{"large", strings.Repeat("#"+testSecret, 8000), 0o600, "不是凭据"},
	} {
		if runtime.GOOS == "windows" && strings.Contains(c.want, "chmod") {
			continue
		}
		file := filepath.Join(dir, c.file)
		if err := os.WriteFile(file, []byte(c.text), c.mode); err != nil {
			t.Fatal(err)
		}
		got, err := ReadCredentials(file, site)
		if c.want == "" {
			if err != nil || got.AppID != "wx1" || got.reveal() != testSecret {
				t.Errorf("%s: %v %v", c.file, got, err)
			}
			continue
		}
		if err == nil || !strings.Contains(Words(err).Zh, c.want) || strings.Contains(Words(err).Zh+err.Error(), testSecret) {
			t.Errorf("%s: %v", c.file, err)
		}
	}
	if _, err := ReadCredentials(filepath.Join(dir, "none"), site); !os.IsNotExist(err) {
		t.Error(err)
	}
}

// TestUnspeakable prints credentials in every way.
func TestUnspeakable(t *testing.T) {
	c := NewCredentials("wx1", testSecret)
	o := Options{Credentials: c}
	forms := []string{testSecret}
	for _, verb := range []string{"%x", "%X", "% x", "%d", "%o", "%b", "%c", "%U", "%q"} {
		forms = append(forms, strings.Trim(fmt.Sprintf(verb, []byte(testSecret)), "[]"))
	}
	for letter := range 'z' + 1 {
		for _, flag := range []string{"", "+", "#", " "} {
			verb := "%" + flag + string(letter)
			for _, v := range []any{c, &c, o, &o, []any{c}, []Credentials{c}, map[string]Credentials{"a": c}, newClient(o, &state{}), *newClient(o, &state{}), struct{ c Credentials }{c}, [][]*Credentials{{&c}}} {
				text := fmt.Sprintf(verb, v)
				for _, form := range forms {
					if strings.Contains(text, form) {
						t.Errorf("%s of %T gives %s", verb, v, text)
					}
				}
			}
		}
	}
	if data, err := json.Marshal(c); err != nil || strings.Contains(string(data), testSecret) {
		t.Errorf("%s %v", data, err)
	}
	if c.reveal() != testSecret || fmt.Sprintf("%d", c) != "wx1" {
		t.Errorf("%s %d", c.reveal(), c)
	}
}

func TestCheckAPI(t *testing.T) {
	for address, good := range map[string]bool{
		Official: true, "https://proxy.example/wechat/": true, "http://localhost:8080": true, "http://127.0.0.1:1": true, "http://[::1]:1": true,
		"http://api.weixin.qq.com": false, "http://127.0.0.1.example": false, "ftp://localhost": false, "": false, "https://": false,
		"https://user:" + testSecret + "@proxy.example": false, "https://proxy.example/?a=b": false, "https://proxy.example/%zz": false,
	} {
		err := CheckAPI(address)
		if (err == nil) != good || err != nil && strings.Contains(Words(err).Zh, testSecret) {
			t.Errorf("%s: %v", address, err)
		}
	}
}
