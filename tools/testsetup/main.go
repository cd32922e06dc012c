// Command testsetup makes sure that what `make test` needs beside Go is there:
// a Chromium, a font with Han characters and, on Linux, other people's readers
// of calendars and QR codes. It installs them through the
// system's package manager where it may do so without asking; otherwise it
// prints the one command to run, and fails. On success the path of the
// browser is the only line on standard output.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"kepu/internal/chromium"
)

func main() {
	path, err := ensure()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(path)
}

// ensure finds browser and fonts, or installs what is missing and looks again.
func ensure() (string, error) {
	path, err := chromium.Find()
	if err != nil && !errors.Is(err, chromium.ErrNotFound) {
		return "", err
	}
	packages := missingPackages(err != nil)
	if err == nil && len(packages) == 0 {
		return path, nil
	}
	if err := install(err != nil, packages); err != nil {
		return "", err
	}
	if path, err = chromium.Find(); err != nil {
		return "", err
	}
	if !hasFonts() {
		return "", errors.New(say("安装之后仍找不到中文字体。", "Still no Chinese font after installing."))
	}
	return path, nil
}

// hasFonts says whether pages will show Han characters and not boxes. macOS
// and Windows always do.
func hasFonts() bool {
	if runtime.GOOS != "linux" {
		return true
	}
	out, err := exec.Command("fc-list", ":lang=zh-cn", "family").Output()
	return err == nil && len(strings.TrimSpace(string(out))) > 0
}

// missingPackages names the Debian packages of what is not there. Elsewhere
// than on Linux the tests do without the readers.
func missingPackages(browser bool) []string {
	var list []string
	if browser {
		list = append(list, "chromium")
	}
	if !hasFonts() {
		list = append(list, "fontconfig", "fonts-noto-cjk")
	}
	if runtime.GOOS != "linux" {
		return list
	}
	if exec.Command("/usr/bin/python3", "-c", "import dateutil, icalendar, vobject, recurring_ical_events, gpxpy, fastkml").Run() != nil {
		list = append(list, "python3", "python3-dateutil", "python3-icalendar", "python3-vobject", "python3-recurring-ical-events", "python3-gpxpy", "python3-fastkml")
	}
	if _, err := os.Stat("/usr/include/libical/ical.h"); err != nil {
		list = append(list, "gcc", "libc6-dev", "libical-dev")
	}
	for _, p := range []struct{ program, name string }{{"zbarimg", "zbar-tools"}, {"unzip", "unzip"}} {
		if _, err := exec.LookPath(p.program); err != nil {
			list = append(list, p.name)
		}
	}
	return list
}

// install brings the missing parts, or says how to.
func install(browser bool, packages []string) error {
	if runtime.GOOS == "darwin" {
		if _, err := exec.LookPath("brew"); err != nil {
			return missing(say("请安装 Google Chrome（https://www.google.cn/chrome/）后重试。",
				"Install Google Chrome (https://www.google.com/chrome/) and try again."))
		}
		return run("brew", "install", "--cask", "chromium")
	}
	// Ubuntu's chromium package is a stub for a snap: only Debian's will do.
	if _, err := exec.LookPath("apt-get"); err != nil || (browser && !isDebian()) {
		return missing(say("请用系统的软件包管理器安装（Debian 的名称）：", "Install with your package manager (names of Debian): ") + strings.Join(packages, " "))
	}
	command := "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends " +
		strings.Join(packages, " ")
	switch {
	case os.Geteuid() == 0:
		return run("sh", "-c", command)
	case exec.Command("sudo", "-n", "true").Run() == nil:
		return run("sudo", "-n", "sh", "-c", command)
	}
	return missing(say("请运行：", "Run: ") + "sudo sh -c '" + command + "'")
}

// isDebian reads os-release: ID=debian, or a derivative that is not Ubuntu's.
func isDebian() bool {
	data, _ := os.ReadFile("/etc/os-release")
	text := "\n" + strings.ReplaceAll(string(data), `"`, "")
	return strings.Contains(text, "\nID=debian\n") ||
		strings.Contains(text, "\nID_LIKE=debian\n") && !strings.Contains(text, "\nID=ubuntu\n")
}

func missing(how string) error {
	return errors.New(say("测试需要 Chromium 浏览器和中文字体。", "The tests need Chromium and a Chinese font.") + "\n" + how)
}

// run shows a command and runs it; standard output is kept for the result.
func run(name string, args ...string) error {
	fmt.Fprintln(os.Stderr, "+", name, strings.Join(args, " "))
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// say chooses the language of a message as the scripts do (tools/lang.sh).
func say(zh, en string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return en
			}
			break
		}
	}
	return zh
}
