package serve

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"
)

const defaultAddr = "127.0.0.1:8080"

// portsTried is how many ports are tried, from the one asked for upwards.
const portsTried = 10

// Run serves until ctx ends, which is not an error.
func Run(ctx context.Context, opt Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if opt.Log == nil {
		opt.Log = io.Discard
	}
	s := &session{opt: opt, texts: textsOf(opt.Lang), log: log.New(opt.Log, "", 0), state: newState(), wake: make(chan struct{}, 1)}
	watcher, err := s.watcher()
	if err != nil {
		return err
	}
	listener, err := s.listen(cmp.Or(opt.Addr, defaultAddr))
	if err != nil {
		return err
	}
	s.url = baseURL(listener.Addr())
	watcher.start(opt.Poll)

	server := &http.Server{
		Handler:           &handler{state: s.state, overlay: newOverlayPage(opt.Lang), csp: opt.CSP, local: isLoopback(listener.Addr()), done: ctx.Done()},
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(io.Discard, "", 0), // browsers that hang up are no news
	}
	var running sync.WaitGroup
	running.Go(func() { watcher.run(ctx) })
	running.Go(func() { s.build(ctx) })
	running.Go(func() {
		<-ctx.Done()
		grace, end := context.WithTimeout(context.Background(), time.Second)
		defer end()
		if server.Shutdown(grace) != nil {
			server.Close()
		}
	})
	err = server.Serve(listener)
	cancel()
	running.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// A session is one run: it builds whenever something has changed.
type session struct {
	opt   Options
	texts texts
	log   *log.Logger
	state *state
	url   string

	mu      sync.Mutex
	changed []string      // since the build that runs or ran last
	wake    chan struct{} // holds a token when something has changed
}

func (s *session) watcher() (*watcher, error) {
	w := &watcher{
		ignore: s.opt.Ignore, quiet: quietTime, longest: longestTime, poll: pollTime,
		notify: newNotifier, batch: s.batch,
		fellBack: func(err error, every time.Duration) {
			s.log.Printf(s.texts.watchFailed, err, every)
		},
	}
	for _, folder := range s.opt.Watch {
		abs, err := filepath.Abs(folder)
		if err != nil {
			return nil, err
		}
		w.folders = append(w.folders, abs)
	}
	return w, nil
}

// batch takes note of changes; the build that runs now may have missed them.
func (s *session) batch(paths []string) {
	s.mu.Lock()
	s.changed = append(s.changed, paths...)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// build builds once and then after every change, until ctx ends.
func (s *session) build(ctx context.Context) {
	for first := true; ; first = false {
		result := s.opt.Build(ctx, s.url)
		if ctx.Err() != nil {
			return
		}
		was, _ := s.state.current()
		now := s.state.put(result)
		s.report(result, was, now)
		if first && s.opt.Ready != nil {
			s.opt.Ready(s.url)
		}
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		s.mu.Lock()
		changed := s.changed
		s.changed = nil
		s.mu.Unlock()
		if len(changed) == 1 {
			s.log.Printf(s.texts.changed, changed[0])
		} else if len(changed) > 1 {
			s.log.Printf(s.texts.changedMore, changed[0], len(changed)-1)
		}
	}
}

// report tells the log how a build went.
func (s *session) report(r Result, was, now *showing) {
	if r.Err != nil {
		s.log.Printf(s.texts.noBuild, r.Err)
	}
	for _, d := range now.problems {
		s.log.Printf("%s: %s: %s", place(d.Pos), d.Severity().Word(s.opt.Lang), d.Message(s.opt.Lang))
	}
	switch {
	case now.errors > 0:
		s.log.Printf(s.texts.errors, now.errors)
	case r.Err == nil && was != nil && was.broken():
		s.log.Print(s.texts.noErrors)
	}
	if r.Summary != "" {
		s.log.Print(r.Summary)
	}
}

// listen opens the address or, where its port is taken, the next free one.
func (s *session) listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	if err == nil || !portTaken(err) {
		return listener, err
	}
	host, port, _ := net.SplitHostPort(addr)
	number, numErr := strconv.Atoi(port)
	if numErr != nil {
		return nil, err
	}
	for next := number + 1; next < number+portsTried && next < 1<<16; next++ {
		listener, nextErr := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(next)))
		if nextErr == nil {
			s.log.Printf(s.texts.portTaken, port, strconv.Itoa(next))
			return listener, nil
		}
	}
	return nil, err
}

func portTaken(err error) bool {
	const wsaeAddrInUse = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || runtime.GOOS == "windows" && errors.Is(err, wsaeAddrInUse)
}

func isLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// baseURL is the address to open here. Bound to all addresses of the machine,
// the loopback is among them.
func baseURL(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return "http://" + a.String() + "/"
	}
	host := tcp.IP.String()
	if tcp.IP.IsUnspecified() {
		host = "127.0.0.1"
	}
	return fmt.Sprintf("http://%s/", net.JoinHostPort(host, strconv.Itoa(tcp.Port)))
}
