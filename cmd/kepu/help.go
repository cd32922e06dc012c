package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints what a command does and how it is called, in the reader's
// language and with columns that line up: the library counts a Han character
// as one column, and it takes two.
func (a *app) help(cmd *cobra.Command) {
	w := cmd.OutOrStdout()
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\n", text)
	a.usageOf(w, cmd)
}

func (a *app) usageOf(w io.Writer, cmd *cobra.Command) {
	line := cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name())
	if cmd.HasAvailableSubCommands() {
		line += a.say(" <命令>", " <command>")
	}
	fmt.Fprintf(w, a.say("用法：\n  %s%s\n", "Usage:\n  %s%s\n"), line, a.say(" [选项]", " [flags]"))
	if cmd.Example != "" {
		fmt.Fprintf(w, a.say("\n例子：\n%s\n", "\nExamples:\n%s\n"), cmd.Example)
	}
	var commands, flags [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			commands = append(commands, [2]string{"  " + c.Name(), c.Short})
		}
	}
	cmd.InitDefaultHelpFlag()
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			flags = append(flags, a.flag(f))
		}
	})
	table(w, a.say("\n命令：\n", "\nCommands:\n"), commands)
	table(w, a.say("\n选项：\n", "\nFlags:\n"), flags)
	if len(commands) > 0 {
		fmt.Fprintf(w, a.say("\n运行 %s <命令> --help 查看某个命令的用法。\n", "\nRun %s <command> --help for help on a command.\n"), cmd.CommandPath())
	}
}

// flag is a row of the table of flags. The word between backquotes in its
// text names its value.
func (a *app) flag(f *pflag.Flag) [2]string {
	value, text := pflag.UnquoteUsage(f)
	left := "      --" + f.Name
	if f.Shorthand != "" {
		left = "  -" + f.Shorthand + ", --" + f.Name
	}
	switch f.Name {
	case "help":
		text = a.say("显示用法", "show this help")
	case "version":
		text = a.say("显示版本", "show the version")
	}
	if value != "" {
		left += " " + value
	}
	if f.DefValue != "" && f.DefValue != "false" {
		text += fmt.Sprintf(a.say("（默认 %s）", " (default %s)"), f.DefValue)
	}
	return [2]string{left, text}
}

// table prints rows in two columns under a heading; nothing if there are none.
func table(w io.Writer, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprint(w, heading)
	left := 0
	for _, r := range rows {
		left = max(left, columns(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(w, "%s%s  %s\n", r[0], strings.Repeat(" ", left-columns(r[0])), r[1])
	}
}

// columns is the width of text on a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}
