// The review: what is approved changes only by an approver's hand, or by two people's where the office wants that. Asked for by every way
// in which a person changes a record: a save, restoring, an import.

const rules = require(`${__hooks}/rules.js`);
const inner = require(`${__hooks}/innerReview.js`);

const MUST_PROPOSE =
  'Bản ghi này đã duyệt nên không sửa thẳng được. Hãy gửi đề nghị sửa: người duyệt xem rồi thay đổi mới có hiệu lực.';
const MUST_DIFFER =
  'Người soạn và người duyệt phải là hai người. Hãy gửi chờ duyệt hoặc gửi đề nghị sửa để người khác duyệt.';

/** So many records' states are asked for at once. */
const CHUNK = 500;

/** Whether records of the collection are reviewed before the public sees them. */
function isReviewed(collection) {
  return collection.fields.getByName('visible_from') !== null && collection.fields.getByName('state') !== null;
}

function plain(record) {
  return JSON.parse(JSON.stringify(record));
}

/** Whether the office wants author and approver to be two people. */
function mustDiffer(app) {
  const settings = app.findRecordsByFilter('site_settings', "id != ''", '', 1, 0)[0];
  return settings?.getBool('reviewers_differ') === true;
}

function refuse(code, words) {
  throw new ApiError(403, words, { state: new ValidationError(code, words) });
}

/** Whether the person wrote any of what a record says and is shown with, since it was last approved. Sending it on is no writing. */
function isAuthor(app, person, record) {
  const about = { collection: record.collection().name, record: record.id, person };
  const own = `collection = {:collection} AND record = {:record} AND json_remove(after, '$.state') != '{}'`;
  const shown = inner
    .heldBy(app, record.collection())
    .map(
      ({ name, way }) =>
        `collection = '${name}' AND record IN (SELECT id FROM {{${name}}} WHERE [[${way}]] = {:record})`,
    );
  const sql = `SELECT count(*) AS times FROM revisions r WHERE actor = {:person} AND action IN ('create', 'update') AND why != 'review'
    AND (${[own, ...shown].map((each) => `(${each})`).join(' OR ')}) AND r.rowid > coalesce((
      SELECT max(rowid) FROM revisions WHERE collection = {:collection} AND record = {:record}
      AND json_extract(after, '$.state') = 'approved'), 0)`;
  const found = new DynamicModel({ times: 0 });
  app.db().newQuery(sql).bind(about).one(found);
  return found.times > 0;
}

/** Refuses a change of a record, set but not saved, that has to be proposed instead. Programs sign in as superusers and are trusted. */
function refuseUnproposed(app, e, record) {
  inner.refuseUnproposed(app, e, record, mustDiffer);
  if (e.hasSuperuserAuth() || !isReviewed(record.collection())) return;
  const before = plain(record.original());
  const fields = rules.changedFields(before, plain(record));
  const role = e.auth ? e.auth.getString('role') : '';
  const nextState = record.getString('state');
  const save = { role, state: before.state, fields, nextState, mustDiffer: mustDiffer(app) };
  if (rules.mustPropose(save)) {
    if (rules.isApprover(role)) refuse('must_differ', MUST_DIFFER);
    refuse('must_propose', MUST_PROPOSE);
  }
  const isApproved = nextState === 'approved' && before.state !== 'approved';
  if (!isApproved || !save.mustDiffer) return;
  if (fields.some((name) => name !== 'state') || isAuthor(app, e.auth.id, record)) refuse('must_differ', MUST_DIFFER);
}

/** Refuses to make or remove what stands under the review of others, where that has to be proposed. */
function refuseUnproposedInner(app, e) {
  inner.refuseUnproposed(app, e, e.record, mustDiffer);
}

/** Refuses a new record that nobody else has looked at where two must. */
function refuseUnreviewed(e) {
  if (e.hasSuperuserAuth() || !isReviewed(e.record.collection())) return;
  if (e.record.getString('state') === 'approved' && mustDiffer(e.app)) refuse('must_differ', MUST_DIFFER);
}

function countBeyondDraft(app, name, ids) {
  if (!isReviewed(app.findCachedCollectionByNameOrId(name))) return 0;
  let found = 0;
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = app.findRecordsByIds(name, ids.slice(start, start + CHUNK));
    found += some.filter((record) => rules.isBeyondDraft(record.getString('state'))).length;
  }
  return found;
}

/** How many records that are approved, or were, the changes concern: each once, however many of its inner records they touch. */
function countConcerned(app, changes) {
  const ids = {};
  for (const change of changes) {
    const { collection, id, isNew } = change;
    const isInner = inner.isInner(app.findCachedCollectionByNameOrId(collection));
    for (const each of isInner ? inner.ownersTouched(app, change) : isNew ? [] : [{ collection, id }]) {
      if (!ids[each.collection]) ids[each.collection] = {};
      ids[each.collection][each.id] = true;
    }
  }
  return Object.keys(ids).reduce((sum, name) => sum + countBeyondDraft(app, name, Object.keys(ids[name])), 0);
}

/**
 * Refuses an import's changes, written or taken back, of records that are approved or were, unless by an approver; where author and
 * approver must differ, by another than who prepared it. `changes()`: `{ collection, id, values?, isNew? }` of what is changed, and of inner
 * records what is made or goes. A file of a thousand rows is one deed: an approver applies it whole, instead of deciding a thousand proposals.
 */
function refuseUnapprovedImport(app, e, changes, preparer) {
  if (e.hasSuperuserAuth()) return;
  const isMine = mustDiffer(app) && e.auth.id === preparer;
  if (rules.isApprover(e.auth.getString('role')) && !isMine) return;
  const count = countConcerned(app, changes());
  if (count === 0) return;
  const { needsAnother, needsApprover } = rules.LIMIT_WORDS;
  throw new ForbiddenError(
    `Tệp này đổi ${count} bản ghi đã duyệt nên ${isMine ? needsAnother : needsApprover}. Chưa ghi gì.`,
  );
}

module.exports = {
  isReviewed,
  mustDiffer,
  plain,
  refuseUnapprovedImport,
  refuseUnproposed,
  refuseUnproposedInner,
  refuseUnreviewed,
};
