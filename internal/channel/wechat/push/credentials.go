package push

import (
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Credentials are the account's. The secret cannot be read out, and no way of
// printing shows it: what looks into values by reflection, as package fmt does
// with fields that are not exported, finds a function.
type Credentials struct {
	AppID  string
	secret func() string // nil if there is none
}

// NewCredentials makes some.
func NewCredentials(appID, secret string) Credentials {
	return Credentials{appID, func() string { return secret }}
}

// Format leaves the secret out, whatever the verb.
func (c Credentials) Format(f fmt.State, _ rune) { io.WriteString(f, c.AppID) }

func (c Credentials) reveal() string {
	if c.secret == nil {
		return ""
	}
	return c.secret()
}

// ReadCredentials reads a file with the lines “appid: …” and “secret: …”. It must
// lie outside the site's folder, which is published and shared, and be readable
// by its owner alone. No error quotes it.
func ReadCredentials(file, site string) (Credentials, error) {
	problem := func(zh, en string) (Credentials, error) {
		return Credentials{}, &Problem{Text: Text{Zh: file + "：" + zh, En: file + ": " + en}}
	}
	inside, err := Within(file, site)
	if err != nil {
		return Credentials{}, err
	}
	if inside {
		return problem("凭据文件不能放在站点目录里，会随网站一起提交或公开。请移到别处", "credentials must not lie in the site's folder, from where they would be shared. Move them elsewhere")
	}
	info, err := os.Stat(file)
	if err != nil {
		return Credentials{}, err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return problem(fmt.Sprintf("别人也能读这个文件。请运行 chmod 600 %s", file), fmt.Sprintf("others can read this file. Run chmod 600 %s", file))
	}
	if !info.Mode().IsRegular() || info.Size() > 64<<10 {
		return problem("不是凭据文件", "this is not a file of credentials")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return Credentials{}, err
	}
	var id, secret string
	for i, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		switch strings.TrimSpace(name) {
		case "appid":
			id = value
		case "secret":
			secret = value
		default:
			ok = false
		}
		if !ok {
			return problem(fmt.Sprintf("第 %d 行看不懂，应是 appid: … 或 secret: …", i+1), fmt.Sprintf("line %d is neither appid: … nor secret: …", i+1))
		}
	}
	if id == "" || secret == "" {
		return problem("缺 appid 或 secret", "appid or secret is missing")
	}
	return NewCredentials(id, secret), nil
}

// Within reports whether a file lies in a folder, links followed. The file need
// not exist yet.
func Within(file, dir string) (bool, error) {
	dir, err := realPath(dir)
	if err != nil {
		return false, err
	}
	if file, err = realPath(file); err != nil {
		return false, err
	}
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel), nil
}

// realPath follows the links in as much of a path as exists.
func realPath(name string) (string, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	rest := ""
	for dir := name; ; dir = filepath.Dir(dir) {
		real, err := filepath.EvalSymlinks(dir)
		if err == nil {
			return filepath.Join(real, rest), nil
		}
		if !os.IsNotExist(err) || dir == filepath.Dir(dir) {
			return "", err
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

// CheckAPI reports whether an address may be sent the secret: by HTTPS, or on
// this machine.
func CheckAPI(address string) error {
	u, err := url.Parse(address)
	if err == nil {
		address = u.Redacted()
	}
	if err == nil && u.User == nil && u.RawQuery == "" && u.Fragment == "" && u.Host != "" {
		local := u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1" || u.Hostname() == "::1"
		if u.Scheme == "https" || u.Scheme == "http" && local {
			return nil
		}
	}
	return &Problem{Err: fs.ErrInvalid, Text: Text{
		Zh: "接口地址要用 https（本机可用 http），不带参数：" + address,
		En: "the address of the API must be of https (or on this machine), without a query: " + address,
	}}
}
