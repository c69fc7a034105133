package main

import (
	"context"
	"strings"

	"modernc.org/sqlite"
)

// makeDurable has every answered save on disk: with PocketBase's own synchronous=NORMAL a power cut takes back saves that were answered a
// moment before (https://sqlite.org/pragma.html#pragma_synchronous). Said to each connection as it is opened, since PocketBase closes unused
// ones and opens them anew. The log beside the records (auxiliary.db) may lose its last lines, and is not slowed.
func makeDurable() {
	sqlite.RegisterConnectionHook(func(conn sqlite.ExecQuerierContext, dsn string) error {
		if file, _, _ := strings.Cut(dsn, "?"); !strings.HasSuffix(file, "data.db") {
			return nil
		}
		_, err := conn.ExecContext(context.Background(), "PRAGMA synchronous = FULL", nil)
		return err
	})
}
