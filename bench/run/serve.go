//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// serve measures how long a writer waits: from saving an article until the
// page that shows it has been fetched again. It does what the script in the
// page does (internal/serve/reload.js): it listens until the server would show
// another version of the page than this one, and loads it again.
func serve(o options, c *corpus) error {
	cache := filepath.Join(o.work, "kepu-cache")
	cmd := exec.Command(o.kepu, "serve", "--site", c.dir, "--addr", "127.0.0.1:0", "--cache", cache, "--now", clock)
	start := time.Now()
	address, err := listening(cmd)
	if err != nil {
		return err
	}
	v, err := newViewer(address, c.pick(0))
	if err == nil {
		fmt.Printf("first page after %.2f s\n", time.Since(start).Seconds())
		err = v.watchEdits(c, o.edits)
	}
	cmd.Process.Kill()
	cmd.Wait()
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	m := account(cmd.ProcessState, time.Since(start))
	slices.Sort(v.waits)
	fmt.Printf("\n== serve: from saving one of %d articles to its new page, %d times\n", len(c.paths), len(v.waits))
	ms := func(i int) float64 { return float64(v.waits[i].Microseconds()) / 1000 }
	last := len(v.waits) - 1
	fmt.Printf("median %.0f ms, 95 %% within %.0f ms, least %.0f, most %.0f\n", ms(last/2), ms((len(v.waits)*95+99)/100-1), ms(0), ms(last))
	fmt.Printf("the server in all: %.1f s of CPU, peak %d MB\n%s\n", m.cpu.Seconds(), m.peak>>20, floor())
	return nil
}

var served = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// listening starts the server and gives the address it prints.
func listening(cmd *exec.Cmd) (string, error) {
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		return "", err
	}
	said := ""
	for lines := bufio.NewScanner(pipe); lines.Scan(); {
		if address := served.FindString(lines.Text()); address != "" {
			go io.Copy(io.Discard, pipe)
			return address, nil
		}
		said += lines.Text() + "\n"
	}
	return "", fmt.Errorf("serve: no address: %v\n%s", cmd.Wait(), said)
}

// A viewer is a page in a browser, without the browser.
type viewer struct {
	address, path string // of the server and of the article
	version       string // of the page
	waits         []time.Duration
}

func newViewer(address, path string) (*viewer, error) {
	v := &viewer{address: address, path: path}
	_, err := v.load()
	return v, err
}

var injected = regexp.MustCompile(`data-build="([^"]*)"`)

// load fetches the page and notes its version.
func (v *viewer) load() (string, error) {
	response, err := http.Get(v.address + "/" + v.path + "/")
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return "", err
	}
	m := injected.FindSubmatch(text)
	if m == nil || response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", v.path, response.Status)
	}
	v.version = string(m[1])
	return string(text), nil
}

// watchEdits saves the article again and again, each time with the page open.
func (v *viewer) watchEdits(c *corpus, edits int) error {
	original, err := os.ReadFile(c.file(v.path))
	if err != nil {
		return err
	}
	for i := range edits {
		events, err := v.listen()
		if err != nil {
			return err
		}
		time.Sleep(200 * time.Millisecond) // nobody saves while the page still loads
		mark := fmt.Sprintf("第%d次保存。", i+1)
		saved := time.Now()
		if err := os.WriteFile(c.file(v.path), slices.Concat(original, []byte("\n"+mark+"\n")), 0o644); err != nil {
			return err
		}
		for shown := false; !shown; {
			if err := v.newer(events); err != nil {
				return err
			}
			text, err := v.load()
			if err != nil {
				return err
			}
			shown = strings.Contains(text, mark)
		}
		v.waits = append(v.waits, time.Since(saved))
		events.Close()
	}
	return nil
}

// listen opens the connection over which the server tells which version of the
// page it would show.
func (v *viewer) listen() (io.ReadCloser, error) {
	response, err := http.Get(v.address + "/_kepu/events/" + v.path + "/")
	if err != nil {
		return nil, err
	}
	if kind := response.Header.Get("Content-Type"); kind != "text/event-stream" {
		return nil, fmt.Errorf("events: %s, %s", response.Status, kind)
	}
	return response.Body, nil
}

// newer waits until the server tells of another version than the page's.
func (v *viewer) newer(events io.Reader) error {
	lines := bufio.NewScanner(events)
	for lines.Scan() {
		if id, ok := strings.CutPrefix(lines.Text(), "data: "); ok && id != v.version {
			return nil
		}
	}
	return fmt.Errorf("the server ended the connection: %v", lines.Err())
}
