// Takes an import back: what it changed is again what it was, what it made goes. Records that nothing holds are deleted by one statement for
// many, the triggers writing a revision of each; what hooks would refuse, or do besides, is found for all at once, and those records are
// deleted one by one, as anybody deletes them.

const noRoom = require(`${__hooks}/noRoom.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const references = require(`${__hooks}/references.js`);
const recognitions = require(`${__hooks}/recognitions.js`);
const { wordOf, wordsOf } = require(`${__hooks}/importWords.js`);

const OWN = `import = {:id} AND why = 'import'`;
const PAGE = 500;
/** Collections whose records nothing but {@link holders} stands on: no stamps, no codes, no files. */
const AT_ONCE = ['producers', 'producer_contacts', 'products', 'decisions', 'recognitions', 'sales_points', 'fairs'];

function rowsOf(app, sql, values, shape) {
  const rows = arrayOf(new DynamicModel(shape));
  app.db().newQuery(sql).bind(values).all(rows);
  return rows;
}

function tried(work, row) {
  try {
    work();
  } catch (error) {
    noRoom.throwOn(error);
    const where = `${wordOf(row.collection)} “${row.title || row.record}”`;
    throw new BadRequestError(`${where}: ${wordsOf(error, row.collection)} Chưa hoàn tác gì.`);
  }
}

/** Gives changed records what they had, the last change first. Records that the import made go as a whole. */
function giveBack(app, id) {
  const sql = `SELECT rowid AS place, collection, record, title, before FROM revisions
    WHERE ${OWN} AND action = 'update' AND rowid < {:place}
      AND record NOT IN (SELECT record FROM revisions WHERE ${OWN} AND action = 'create')
    ORDER BY rowid DESC LIMIT ${PAGE}`;
  const shape = { place: 0, collection: '', record: '', title: '', before: '' };
  let place = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = rowsOf(app, sql, { id, place }, shape);
    for (const row of rows) {
      place = row.place;
      tried(() => {
        const record = app.findRecordById(row.collection, row.record);
        record.load(JSON.parse(row.before));
        app.save(record);
      }, row);
    }
    if (rows.length < PAGE) return;
  }
}

/** What the import made, the last first, as runs of one collection. */
function madeRuns(app, id) {
  const sql = `SELECT collection, record, title FROM revisions WHERE ${OWN} AND action = 'create' ORDER BY rowid DESC`;
  const runs = [];
  for (const row of rowsOf(app, sql, { id }, { collection: '', record: '', title: '' })) {
    const { collection, record, title } = row;
    if (runs.length === 0 || runs[runs.length - 1].collection !== collection) runs.push({ collection, rows: [] });
    runs[runs.length - 1].rows.push({ collection, record, title });
  }
  return runs;
}

/** Ids of those among a run that something points at, or that ever had a public address: name → how to find them. */
function holders(app, collection) {
  const sources = [`SELECT record AS held FROM addresses WHERE record IN (SELECT value FROM json_each({:ids}))`];
  const target = app.findCachedCollectionByNameOrId(collection);
  // A result of an evaluation is free again when its recognition goes.
  if (collection === 'recognitions')
    sources.push(
      "SELECT id AS held FROM recognitions WHERE evaluation != '' AND id IN (SELECT value FROM json_each({:ids}))",
    );
  for (const noun of Object.keys(nounWords)) {
    for (const { name, isMany } of references.fieldsTo(app, noun, target)) {
      // A recognition that waits for the next one is freed by `freeEarlier`.
      if (name === 'superseded_by') continue;
      const each = isMany
        ? `{{${noun}}}, json_each(CASE WHEN json_valid([[${name}]]) THEN [[${name}]] ELSE '[]' END) each`
        : `{{${noun}}}`;
      const held = isMany ? 'each.value' : `[[${name}]]`;
      sources.push(`SELECT ${held} AS held FROM ${each} WHERE ${held} IN (SELECT value FROM json_each({:ids}))`);
    }
  }
  return sources.join(' UNION ');
}

/** Deletes a run of records of one collection. */
function deleteRun(app, { collection, rows }) {
  const one = (row) => tried(() => app.delete(app.findRecordById(collection, row.record)), row);
  if (AT_ONCE.indexOf(collection) < 0) return rows.forEach(one);
  const ids = JSON.stringify(rows.map((row) => row.record));
  if (collection === 'recognitions') recognitions.freeAllEarlier(app, ids);
  const held = {};
  for (const row of rowsOf(app, holders(app, collection), { ids }, { held: '' })) held[row.held] = true;
  for (const row of rows) if (held[row.record]) one(row);
  const sql = `DELETE FROM {{${collection}}} WHERE id IN (SELECT value FROM json_each({:ids}))`;
  app.db().newQuery(sql).bind({ ids }).execute();
}

/** Takes all back, within the caller's transaction. */
function takeAllBack(app, id) {
  giveBack(app, id);
  for (const run of madeRuns(app, id)) deleteRun(app, run);
}

module.exports = { OWN, rowsOf, takeAllBack };
