// PocketBase as a framework (https://pocketbase.io/docs/use-as-framework/): the program of its releases without the parts that nothing here
// uses, and with a guard before its routes (guard.go).
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/pocketbase/pocketbase"
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/plugins/jsvm"
	"github.com/pocketbase/pocketbase/plugins/migratecmd"
	"github.com/pocketbase/pocketbase/tools/hook"
)

// settings are the flags of the released program, by the same names: scripts/pocketbase/flags.ts starts either.
type settings struct {
	hooksDir, migrationsDir, publicDir     string
	hooksWatch, automigrate, indexFallback bool
	hooksPool                              int
}

func readFlags(app *pocketbase.PocketBase) settings {
	var s settings
	flags := app.RootCmd.PersistentFlags()
	flags.StringVar(&s.hooksDir, "hooksDir", "", "the directory with the JS app hooks")
	flags.BoolVar(&s.hooksWatch, "hooksWatch", false, "auto restart the app on pb_hooks file change")
	flags.IntVar(&s.hooksPool, "hooksPool", 15, "the total prewarm goja.Runtime instances for the JS app hooks execution")
	flags.StringVar(&s.migrationsDir, "migrationsDir", "", "the directory with the user defined migrations")
	flags.BoolVar(&s.automigrate, "automigrate", false, "enable/disable auto migrations")
	flags.StringVar(&s.publicDir, "publicDir", "./pb_public", "the directory to serve static files")
	flags.BoolVar(&s.indexFallback, "indexFallback", false, "fallback the request to index.html on missing static path")
	_ = app.RootCmd.ParseFlags(os.Args[1:])
	return s
}

// serveFolder answers what no hook has a route for with the files of a folder, as the released program does.
func serveFolder(s settings) *hook.Handler[*core.ServeEvent] {
	return &hook.Handler[*core.ServeEvent]{
		Priority: 999, // As late as possible: hooks have their say first.
		Func: func(e *core.ServeEvent) error {
			if !e.Router.HasRoute("GET", "/{path...}") {
				e.Router.GET("/{path...}", apis.Static(os.DirFS(s.publicDir), s.indexFallback))
			}
			return e.Next()
		},
	}
}

func main() {
	trusted, err := parseNetworks(os.Getenv("OCOP_TRUSTED_PROXY"))
	if err != nil {
		log.Fatalf("OCOP_TRUSTED_PROXY: %v", err)
	}
	makeDurable()
	app := pocketbase.New()
	s := readFlags(app)
	jsvm.MustRegister(app, jsvm.Config{
		MigrationsDir: s.migrationsDir,
		HooksDir:      s.hooksDir,
		HooksWatch:    s.hooksWatch,
		HooksPoolSize: s.hooksPool,
	})
	migratecmd.MustRegister(app, app.RootCmd, migratecmd.Config{
		TemplateLang: migratecmd.TemplateLangJS,
		Automigrate:  s.automigrate,
		Dir:          s.migrationsDir,
	})
	app.OnServe().Bind(serveFolder(s))
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		// The routes become one handler in the last step, which is why they are guarded after it.
		err := e.Next()
		e.Server.Handler = guard{next: e.Server.Handler, app: app, trusted: trusted}
		return err
	})
	if err := app.Start(); err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	}
}
