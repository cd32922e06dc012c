package serve

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
)

// events connects like a browser; the channel carries the versions of a page,
// or the ids of builds for the page "".
func (b *bench) events(page string) <-chan string {
	b.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	b.t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, "GET", b.url+"_kepu/events"+page, nil)
	b.must(err)
	resp, err := http.DefaultClient.Do(req)
	b.must(err)
	if kind := resp.Header.Get("Content-Type"); kind != "text/event-stream" {
		b.t.Fatalf("events are %s", kind)
	}
	ids := make(chan string, 1000)
	go func() {
		defer close(ids)
		defer resp.Body.Close()
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			if id, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				ids <- id
			}
		}
	}()
	return ids
}

// next waits for an id other than the last one.
func next(t *testing.T, ids <-chan string, last string) string {
	t.Helper()
	for late := time.After(patience); ; {
		select {
		case id, open := <-ids:
			if !open {
				t.Fatal("the events ended")
			}
			if id != last {
				return id
			}
		case <-late:
			t.Fatal("no event came")
		}
	}
}
