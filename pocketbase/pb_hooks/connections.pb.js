// Connections to the database for reading. Each holds the whole schema with its triggers, 2 to 4 MB, and up to 32 MB of pages that it read.
// PocketBase opens up to 120 and keeps 15 when nobody asks: 200 people listing took 700 MB and waited for each other in SQLite's allocator.
// A few more than a small server has cores keep those busy; the rest wait their turn outside the database. All are kept, none opened anew.

onBootstrap((e) => {
  e.next();
  e.app.concurrentDB().db().setMaxOpenConns(12);
});
