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
		Handler: &handler{
			state: s.state, overlay: newOverlayPage(opt.Lang), csp: opt.CSP, tell: &teller{log: s.log, lang: opt.Lang},
			local: isLoopback(listener.Addr()), done: ctx.Done(),
		},
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
