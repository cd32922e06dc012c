package main

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts run the command as this very program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"kepu": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr, locale(os.Getenv)))
		},
	})
}

// TestScripts runs testdata/script/*.txtar: each starts in an empty folder
// with the files of the archive. The clock stands at 2026-09-01 and no cache
// is used unless a script says so.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: false,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"tree":   cmdTree,
			"status": cmdStatus,
			"valid":  cmdValid,
			"fill":   cmdFill,
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "zh_CN.UTF-8")
			env.Setenv("SOURCE_DATE_EPOCH", "1788220800") // 2026-09-01 08:00 in China
			env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
			env.Setenv("HOME", env.WorkDir+"/.home")
			return nil
		},
	})
}
