// A person's right to erasure (Law 91/2025/QH15): the values of a record's history go, that and when it changed stays. What the record
// says now is cleared in its form, before this.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);
const access = require(`${__hooks}/access.js`);

const NEEDS_NOTE = 'Hãy ghi ai yêu cầu, ngày nào.';
const ONLY_ADMIN = 'Chỉ người quản trị xóa được dữ liệu cá nhân khỏi lịch sử.';
const NOT_PERSONAL = 'Loại bản ghi này không giữ dữ liệu cá nhân.';

/** Takes every value out but those that past reports count. */
function blanked(column, kept) {
  const names = kept.map((name) => `'${name}'`).join(', ');
  const value = `iif(key IN (${names}), json(${column} -> ('$."' || key || '"')), json('null'))`;
  return `${column} = (SELECT json_group_object(key, ${value}) FROM json_each(${column})) WHERE ${column} IS NOT NULL AND`;
}
const ABOUT = 'collection = {:collection} AND record = {:record}';
const RECORDED = `INSERT INTO revisions (id, collection, record, title, action, record_version, actor, actor_name, why, note, import, tx, created)
  SELECT 'r' || lower(hex(randomblob(7))), {:collection}, {:record}, '', 'erase', 0, actor, actor_name, why, note, import, tx,
  strftime('%Y-%m-%d %H:%M:%fZ', 'now') FROM revision_hand`;

/** Contacts that a producer has or ever had. */
function contactsOf(app, producer) {
  const rows = arrayOf(new DynamicModel({ record: '' }));
  const sql = `SELECT DISTINCT record FROM revisions WHERE collection = 'producer_contacts'
    AND {:producer} IN (json_extract(before, '$.producer'), json_extract(after, '$.producer'))`;
  app.db().newQuery(sql).bind({ producer }).all(rows);
  return rows.map((row) => ({ collection: 'producer_contacts', record: row.record }));
}

function eraseOne(app, about) {
  const run = (sql) => app.db().newQuery(sql).bind(about).execute();
  const kept = rules.KEPT_AT_ERASURE[about.collection] || [];
  run(`UPDATE revisions SET ${blanked('before', kept)} ${ABOUT}`);
  run(`UPDATE revisions SET ${blanked('after', kept)} ${ABOUT}`);
  run(`UPDATE revisions SET title = '' WHERE ${ABOUT}`);
  if (about.collection === 'users')
    app
      .db()
      .newQuery("UPDATE revisions SET actor_name = '' WHERE actor = {:actor}")
      .bind({ actor: about.record })
      .execute();
  run(RECORDED);
}

/** What files of imports say of whom cannot be asked of each: they and their reports go, what they changed stays in the history. */
function clearImports(app) {
  for (const run of app.findRecordsByFilter('imports', "report != '' || plan != '' || source != ''", '', 0, 0)) {
    for (const name of ['source', 'report', 'plan', 'refused']) run.set(name, '');
    for (const name of ['answers', 'found', 'pages']) run.set(name, null);
    if (['queued', 'reading'].indexOf(run.getString('state')) >= 0) run.set('state', 'failed');
    app.save(run);
  }
}

/** What was proposed of the person goes too; nothing that says nothing can be approved any more. */
function clearProposals(app, { collection, record }) {
  // Those of what belongs to the person's record name it in their titles.
  const filter = '(collection = {:collection} && record = {:record}) || owners ~ {:record}';
  for (const proposal of app.findRecordsByFilter('proposals', filter, '', 0, 0, { collection, record })) {
    if (proposal.getString('state') === 'waiting') proposal.set('state', 'withdrawn');
    for (const field of ['before', 'after']) proposal.set(field, {});
    for (const field of ['title', 'comment', 'decision_note']) proposal.set(field, '');
    app.save(proposal);
  }
  if (collection !== 'users') return;
  for (const name of ['author', 'decided_by']) {
    const sql = `UPDATE proposals SET ${name}_name = '' WHERE ${name} = {:record}`;
    app.db().newQuery(sql).bind({ record }).execute();
  }
}

function refuseUnlessAsked(e, collection, note) {
  if (!access.mayDo(e, 'erase')) throw new ForbiddenError(ONLY_ADMIN);
  if (rules.ERASABLE.indexOf(collection) < 0) throw new BadRequestError(NOT_PERSONAL);
  if (note.trim() === '')
    throw new ApiError(400, NEEDS_NOTE, { note: new ValidationError('validation_required', NEEDS_NOTE) });
}

/** `POST /api/ocop/erasures` with `{ collection, record, note }`; a producer's contacts go with it. */
function erase(e) {
  const { collection, record, note = '' } = e.requestInfo().body;
  refuseUnlessAsked(e, collection, String(note));
  let erased = 0;
  hand.writeAs($app, { ...hand.personOf(e), why: 'erase', note: String(note) }, (app) => {
    const all = [{ collection, record: String(record) }];
    if (collection === 'producers') all.push(...contactsOf(app, String(record)));
    for (const about of all) {
      eraseOne(app, about);
      clearProposals(app, about);
    }
    clearImports(app);
    erased = all.length;
  });
  return e.json(200, { records: erased });
}

module.exports = { erase };
