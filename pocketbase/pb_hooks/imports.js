// Applying an import that a program prepared, and undoing it: each in one transaction, whole or not at all. Rules and hooks hold for each
// record as for any save.

const rules = require(`${__hooks}/rules.js`);
const noRoom = require(`${__hooks}/noRoom.js`);
const hand = require(`${__hooks}/hand.js`);
const { listed, NAMED, parsedWith, wordOf, wordsOf } = require(`${__hooks}/importWords.js`);
const { linesOf } = require(`${__hooks}/importPlan.js`);
const { writeAll } = require(`${__hooks}/importWrite.js`);
const { OWN, rowsOf, takeAllBack } = require(`${__hooks}/importTakeBack.js`);
const review = require(`${__hooks}/review.js`);
const access = require(`${__hooks}/access.js`);
const codes = require(`${__hooks}/importCodes.js`);

const NOT_FOUND = 'Không tìm thấy lần nhập này, hoặc tài khoản này không được xem.';
const NOT_ALLOWED = 'Tài khoản này không được ghi các loại bản ghi có trong tệp.';
const UNDONE = 'Lần nhập này đã hoàn tác. Hãy nhập lại tệp để xem trước lần nữa.';
const NOT_APPLIED = 'Lần nhập này chưa ghi gì nên không có gì để hoàn tác.';

/** States that an import may give records that are not shown by themselves: none that a decision gives. */
const STATES = { evaluations: ['candidate', 'dossier_complete', 'scored'] };

function findRun(e) {
  const run = $app.findRecordsByIds('imports', [e.request.pathValue('id')])[0];
  if (!run || !$app.canAccessRecord(run, e.requestInfo(), run.collection().viewRule))
    throw new NotFoundError(NOT_FOUND);
  return run;
}

function refuseUnlessAllowed(e, collections) {
  access.refuseUnlessWriter(e, collections, NOT_ALLOWED);
}

/** Refuses the first change that reaches past the communes of who asks; most people have no such limit, and `changes` is not called. */
function refuseOutside(app, e, changes) {
  if (!access.isLimitedToCommunes(e)) return;
  for (const { collection, id, action, values, title } of changes()) {
    if (access.mayWriteRecord(app, e, app.findRecordById(collection, id), action, values)) continue;
    throw new ForbiddenError(`${wordOf(collection)} “${title}”: ${access.OUT_OF_LIMITS}. Chưa ghi gì.`);
  }
}

/** The plan's steps of one kind, as changes of records. */
function stepsOf(lines, isCreate) {
  return parsedWith(lines, `"action":"${isCreate ? 'create' : 'change'}"`)
    .filter(({ collection }) => collection !== 'addresses')
    .map(({ fields, ...step }) => ({ ...step, values: fields }));
}

/** What the plan changes of records that are there, and adds to them. */
function changesOf(lines) {
  return [
    ...stepsOf(lines, false),
    ...stepsOf(lines, true).map(({ collection, values }) => ({ collection, values, isNew: true })),
  ];
}

/** No import publishes: no consent, no approval, nothing that programs count or give. */
function isForbidden(step, field) {
  if (/_public$|^consent_|^(id|version|created|updated|trace_code|stamps_printed)$/.test(field)) return true;
  if (field === 'state' && STATES[step.collection]) return STATES[step.collection].indexOf(step.fields.state) < 0;
  return field === 'state' && (step.action !== 'create' || ['draft', 'waiting'].indexOf(step.fields.state) < 0);
}

/** Checks a plan before anything is written; the collections that it writes. */
function collectionsOf(lines) {
  const found = [];
  for (const line of lines) {
    const step = JSON.parse(line);
    if (!rules.isImportWritten(step.collection)) throw new BadRequestError(`${step.collection}: ${NOT_ALLOWED}`);
    for (const field of Object.keys(step.fields))
      if (isForbidden(step, field)) throw new BadRequestError(`${step.collection}.${field}: ${NOT_ALLOWED}`);
    const isAddress = step.collection === 'addresses';
    if (isAddress && codes.isForbidden(step)) throw new BadRequestError(`${step.fields.path}: ${NOT_ALLOWED}`);
    const collection = isAddress ? step.fields.collection : step.collection;
    if (found.indexOf(collection) < 0) found.push(collection);
  }
  return found;
}

/** Refuses a plan that was made from records as they no longer are. */
function refuseStale(app, lines) {
  const known = {};
  for (const line of lines) {
    // A line takes longer to parse than to search.
    if (!/"version":[1-9]/.test(line)) continue;
    const step = JSON.parse(line);
    if (!known[step.collection]) known[step.collection] = [];
    if (step.version) known[step.collection].push(step);
  }
  const stale = [];
  for (const collection of Object.keys(known)) {
    const sql = `SELECT id, version FROM {{${collection}}} WHERE id IN (SELECT value FROM json_each({:ids}))`;
    const ids = JSON.stringify(known[collection].map(({ id }) => id));
    const versions = {};
    for (const { id, version } of rowsOf(app, sql, { ids }, { id: '', version: 0 })) versions[id] = version;
    for (const { id, version, title } of known[collection]) {
      if (versions[id] === version) continue;
      stale.push(`${wordOf(collection)} “${title}”${versions[id] === undefined ? ' (đã xóa)' : ''}`);
    }
  }
  if (stale.length === 0) return;
  throw new ApiError(409, `Từ lúc xem trước đã có người sửa: ${listed(stale)}. Chưa ghi gì. Hãy nhập lại tệp.`, {});
}

function answer(e, id) {
  const run = $app.findRecordById('imports', id);
  const { counts } = JSON.parse(JSON.stringify(run));
  return e.json(200, { id, state: run.getString('state'), counts });
}

function noteFailure(id, error) {
  const run = $app.findRecordById('imports', id);
  if (run.getString('state') === 'applied') return;
  run.set('state', 'failed');
  run.set('problem', String(error.message || error).slice(0, 5000));
  $app.save(run);
}

function applyIn(app, e, id, name, lines) {
  const run = app.findRecordById('imports', id);
  // Another press may have been first.
  if (run.getString('state') === 'applied') return;
  refuseStale(app, lines);
  // What was a draft a moment ago may have been approved: nobody else writes any more.
  review.refuseUnapprovedImport(app, e, () => changesOf(lines), run.getString('preparer'));
  refuseOutside(app, e, () => stepsOf(lines, false));
  writeAll(app, lines);
  codes.mark(app, id, lines);
  refuseOutside(app, e, () => [...stepsOf(lines, true), ...codes.broughtBy(app, id)]);
  run.set('state', 'applied');
  run.set('applied_by', name);
  run.set('applied_at', new DateTime());
  run.set('problem', '');
  run.set('plan', '');
  app.save(run);
}

/** `POST /api/ocop/imports/{id}/apply`: writes what was prepared. Asked again it answers with what it did. */
function apply(e) {
  const run = findRun(e);
  const state = run.getString('state');
  if (state === 'undone') throw new BadRequestError(UNDONE);
  if (state === 'applied') return answer(e, run.id);
  const lines = linesOf(run);
  refuseUnlessAllowed(e, collectionsOf(lines));
  review.refuseUnapprovedImport($app, e, () => changesOf(lines), run.getString('preparer'));
  const who = hand.personOf(e);
  const note = run.getString('file_name');
  try {
    hand.writeAs($app, { ...who, why: 'import', import: run.id, note }, (app) =>
      applyIn(app, e, run.id, who.name, lines),
    );
  } catch (error) {
    // Nothing can be noted either, and the same plan is written when there is room.
    noRoom.throwOn(error);
    noteFailure(run.id, error);
    throw error;
  }
  return answer(e, run.id);
}

/** Refuses to undo what others went on with: their work would be lost. */
function refuseTouched(app, id) {
  const sql = `SELECT later.collection, max(later.title) AS title, later.record, max(later.actor_name) AS actor
    FROM (SELECT record, max(rowid) AS last FROM revisions WHERE ${OWN} GROUP BY record) mine
    JOIN revisions later ON later.record = mine.record AND later.rowid > mine.last
    GROUP BY later.collection, later.record ORDER BY min(later.rowid) LIMIT {:limit}`;
  const shape = { collection: '', title: '', record: '', actor: '' };
  const touched = rowsOf(app, sql, { id, limit: NAMED + 1 }, shape).map(
    ({ collection, title, record, actor }) =>
      `${wordOf(collection)} “${title || record}”${actor === '' ? '' : ` (${actor})`}`,
  );
  if (touched.length === 0) return;
  throw new ApiError(409, `Sau lần nhập đã có người sửa: ${listed(touched)}. Chưa hoàn tác gì.`, {});
}

/** What undoing changes of the records that were there before the import, and what it takes from them. */
function changedBy(app, id) {
  const sql = `SELECT collection, record, action, coalesce(after, '{}') AS after, coalesce(before, '{}') AS before FROM revisions WHERE ${OWN}`;
  const rows = rowsOf(app, sql, { id }, { collection: '', record: '', action: '', after: '', before: '' });
  return rows.map(({ collection, record, action, after, before }) => {
    if (action === 'create') return { collection, values: JSON.parse(after) || {}, isNew: true };
    return { collection, id: record, values: JSON.parse(before) || {} };
  });
}

/** What undoing does, as changes of records; what goes is asked for as if it were changed. */
function takenBack(app, id) {
  const sql = `SELECT collection, record, title, coalesce(before, '{}') AS before FROM revisions WHERE ${OWN}`;
  const shape = { collection: '', record: '', title: '', before: '' };
  return rowsOf(app, sql, { id }, shape).map(({ collection, record, title, before }) => {
    return { collection, id: record, title, action: 'update', values: JSON.parse(before) || {} };
  });
}

function undoIn(app, e, id, name) {
  const run = app.findRecordById('imports', id);
  if (run.getString('state') === 'undone') return;
  const collections = rowsOf(app, `SELECT DISTINCT collection FROM revisions WHERE ${OWN}`, { id }, { collection: '' });
  const brought = codes.broughtBy(app, id);
  refuseUnlessAllowed(
    e,
    [...collections, ...brought].map((row) => row.collection),
  );
  refuseTouched(app, id);
  refuseOutside(app, e, () => [...takenBack(app, id), ...brought]);
  review.refuseUnapprovedImport(app, e, () => changedBy(app, id), run.getString('preparer'));
  codes.takeBack(app, id);
  takeAllBack(app, id);
  run.set('state', 'undone');
  run.set('undone_by', name);
  run.set('undone_at', new DateTime());
  app.save(run);
}

/** `POST /api/ocop/imports/{id}/undo`: all that the import wrote is taken back, unless somebody went on with it. */
function undo(e) {
  const run = findRun(e);
  const state = run.getString('state');
  if (state === 'undone') return answer(e, run.id);
  if (state !== 'applied') throw new BadRequestError(NOT_APPLIED);
  const who = hand.personOf(e);
  const note = run.getString('file_name');
  hand.writeAs($app, { ...who, why: 'undo', import: run.id, note }, (app) => undoIn(app, e, run.id, who.name));
  return answer(e, run.id);
}

module.exports = { apply, findRun, refuseUnlessAllowed, undo, wordsOf };
