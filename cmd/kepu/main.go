// Command kepu turns a folder of Markdown into a website. It parses flags and
// prints; the work is done by the packages it calls.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"kepu/internal/diag"
)

// Exit statuses, which scripts and CI rely on.
const (
	exitOK      = 0
	exitContent = 1 // the content has errors; each was printed, and the site is as it was
	exitUsage   = 2 // the command line is wrong
	exitMachine = 3 // the disk, the network, the program itself
)

// An exitError ends the command with a status. The message may be empty: then
// all has been said.
type exitError struct {
	status int
	err    error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

func main() {
	if os.Getenv("GOGC") == "" {
		garbage := buildGarbage
		if len(os.Args) > 1 && os.Args[1] == "serve" {
			garbage = serveGarbage
		}
		paceGC(garbage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr, locale(os.Getenv)))
}

// run is the whole command, without the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, lang diag.Lang) int {
	a := &app{stdout: stdout, stderr: stderr, lang: lang}
	cmd := a.root()
	cmd.SetArgs(args)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	err := cmd.ExecuteContext(ctx)
	var exit *exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		if exit.err != nil {
			fmt.Fprintln(stderr, a.say("kepu：", "kepu: ")+exit.err.Error())
		}
		return exit.status
	}
	// What is left is the command line library's: an unknown command or flag.
	fmt.Fprintln(stderr, a.say("kepu：命令行有误：", "kepu: wrong usage: ")+a.usageError(err))
	fmt.Fprintln(stderr, a.say("运行 kepu --help 查看用法。", "Run kepu --help for help."))
	return exitUsage
}

// locale reads the language of messages the way POSIX programs do.
func locale(getenv func(string) string) diag.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return diag.LangOf(v)
		}
	}
	return diag.Chinese
}
