// Codes of earlier stamp systems that an import brings into the ledger of addresses. The ledger keeps no revisions: each row names its import.

const { parsedWith } = require(`${__hooks}/importWords.js`);

/** What such a code may lead to; whoever writes that may write its code. */
const CODED = ['lots', 'products'];

/** Into the ledger imports write new codes, nothing else. */
function isForbidden({ action, fields }) {
  return action !== 'create' || !/^\/t\/[^/]+$/.test(fields.path) || CODED.indexOf(fields.collection) < 0;
}

/** What the import's codes lead to, as changes of those records. */
function broughtBy(app, id) {
  const rows = arrayOf(new DynamicModel({ collection: '', record: '' }));
  app.db().newQuery('SELECT DISTINCT collection, record FROM addresses WHERE import = {:id}').bind({ id }).all(rows);
  return rows.map(({ collection, record }) => {
    return { collection, id: record, action: 'update', values: {}, title: record };
  });
}

/** Marks the codes that a plan wrote as the import's own. */
function mark(app, id, lines) {
  const steps = parsedWith(lines, '"collection":"addresses"');
  if (steps.length === 0) return;
  const sql = 'UPDATE addresses SET import = {:id} WHERE id IN (SELECT value FROM json_each({:ids}))';
  const ids = JSON.stringify(steps.map((step) => step.id));
  app.db().newQuery(sql).bind({ id, ids }).execute();
}

/** The import's codes go, before what they lead to. */
function takeBack(app, id) {
  app.db().newQuery('DELETE FROM addresses WHERE import = {:id}').bind({ id }).execute();
}

module.exports = { broughtBy, isForbidden, mark, takeBack };
