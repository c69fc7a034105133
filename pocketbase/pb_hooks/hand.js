// Whose hand writes. While a transaction runs, a table of one row tells the triggers that write revisions who changes records, through
// what and why; it is emptied before the transaction ends, so a hand never outlives its own writes, whatever becomes of them.
//
// A route, job or hook that writes many records does so in one call; either all of it is kept, each record with its revision, or none:
//
//   const { personOf, writeAs } = require(`${__hooks}/hand.js`);
//   writeAs($app, { ...personOf(e), why: 'import', import: importId, note: 'registry 2026.xlsx' }, (app) => {
//     app.save(record); app.delete(other);   // through `app`, never `$app`, which would wait for this transaction for ever
//   });
//
// Rules and hooks hold as for any save; what the caller's role may do the route checks itself (`app.canAccessRecord`).

const noRoom = require(`${__hooks}/noRoom.js`);

const INSERT = `INSERT OR IGNORE INTO revision_hand (one, actor, actor_name, why, note, import, tx)
  VALUES (1, {:actor}, {:name}, {:why}, {:note}, {:import}, {:tx})`;

/** Who asks, as revisions name them. */
function personOf(e) {
  const auth = e.auth;
  if (!auth) return { actor: '', name: '' };
  return { actor: auth.id, name: auth.getString('name') || auth.getString('email') };
}

/** True when this call takes the pen; false within a transaction in which another holds it already. */
function takePen(app, hand) {
  const row = { actor: '', name: '', note: '', import: '', ...hand, tx: $security.randomString(15) };
  return app.db().newQuery(INSERT).bind(row).execute().rowsAffected() === 1;
}

function layDown(app) {
  app.db().newQuery('DELETE FROM revision_hand').execute();
}

/**
 * Runs `work(app)` in one transaction whose changes are written down as the hand's: `actor` and `name` (see personOf), `why` (domain
 * REVISION_REASONS), and where there are, `note` and `import` (id of the import). Within another hand's transaction that hand stays.
 */
function writeAs(app, hand, work) {
  const write = (inner) => {
    const isMine = takePen(inner, hand);
    try {
      work(inner);
    } catch (error) {
      // SQLite may have ended the transaction already: there is no pen any more.
      noRoom.throwOn(error);
      // The transaction may be part of a larger one whose owner goes on.
      if (isMine) layDown(inner);
      throw error;
    }
    if (isMine) layDown(inner);
  };
  // A disk may be full at the very end, when the transaction is kept.
  noRoom.telling(() => app.runInTransaction(write));
}

/** Runs the rest of an event, a request or a change of a record, as {@link writeAs} does; `before` and `after` in the same transaction. */
function passAs(e, hand, before, after) {
  const outer = e.app;
  writeAs(outer, hand, (inner) => {
    e.app = inner;
    if (before) before(inner);
    e.next();
    if (after) after(inner);
  });
  e.app = outer;
}

/** Runs the rest of a request that changes a record as the one who asked. Programs sign in as superusers. */
function passRequest(e, before) {
  passAs(e, { ...personOf(e), why: e.hasSuperuserAuth() ? 'job' : 'form' }, before);
}

module.exports = { passAs, passRequest, personOf, writeAs };
