// Proposed changes of approved records, and of what is shown with them: checked as a save is, and kept beside the record, which stays as it is.

const rules = require(`${__hooks}/rules.js`);
const noRoom = require(`${__hooks}/noRoom.js`);
const hand = require(`${__hooks}/hand.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const access = require(`${__hooks}/access.js`);
const inner = require(`${__hooks}/innerReview.js`);
const review = require(`${__hooks}/review.js`);
const parts = require(`${__hooks}/proposalParts.js`);
const { NO_PROPOSAL, answer, asked, decide, mayCreate, mayUpdate, only, refuseField, seen, textOf } = parts;

const NO_RECORD = 'Không tìm thấy bản ghi, hoặc tài khoản này không được xem.';
const NOT_REVIEWED = 'Loại bản ghi này không qua duyệt: hãy sửa trực tiếp.';
const IS_DRAFT = 'Bản ghi này chưa duyệt: hãy sửa trực tiếp rồi gửi chờ duyệt.';
const MAY_NOT = 'Tài khoản này không được đề nghị sửa bản ghi này.';
const STATE_ONLY = 'Chỉ đề nghị được “Đã duyệt” hoặc “Rút khỏi danh mục”.';
const NOTHING = 'Không có mục nào khác với bản ghi hiện tại.';
const STALE = 'Người khác vừa lưu bản ghi này. Hãy xem lại rồi gửi.';

const KEPT_BY_PROGRAMS = ['id', 'version', 'created', 'updated', 'collectionId', 'collectionName'];
const ID_SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A producer proposes listed texts of its own profile and products. */
function isOwnText(user, record, values) {
  const collection = record.collection().name;
  const fields = rules.PROPOSED_BY_PRODUCERS[collection] || [];
  const owner = collection === 'producers' ? record.id : record.getString('producer');
  const isOwn = user.getString('producer') !== '' && owner === user.getString('producer');
  return isOwn && Object.keys(values).every((name) => fields.indexOf(name) >= 0);
}

/** What stands under the review of others is proposed by the office's writers, where one of those others is beyond its draft. */
function refuseUnlessInnerProposed(app, e, record) {
  access.refuseUnlessWriter(e, [record.collection().name], MAY_NOT);
  if (!inner.ownersOf(app, record).some(inner.isSeen)) throw new BadRequestError(IS_DRAFT);
}

function refuseUnlessMayPropose(app, e, record, values) {
  if (e.auth.getString('role') === 'producer') {
    if (!isOwnText(e.auth, record, values)) throw new ForbiddenError(MAY_NOT);
    return;
  }
  if (!rules.isBeyondDraft(record.getString('state'))) throw new BadRequestError(IS_DRAFT);
  if (!mayUpdate(app, e, record, values)) throw new ForbiddenError(MAY_NOT);
  if (values.state !== undefined && !rules.isBeyondDraft(values.state))
    refuseField(400, 'state', 'validation_in_invalid', STATE_ONLY);
}

function refuseUnknown(collection, values) {
  for (const name of Object.keys(values)) {
    const field = collection.fields.getByName(name);
    const isSettable = field !== null && ['autodate', 'password', 'file'].indexOf(field.type()) < 0;
    if (!isSettable || name === 'version' || name === 'id') throw new BadRequestError(`${name}: ${MAY_NOT}`);
  }
}

/** Does it and takes it back: whatever would refuse it when it is approved refuses it now, in the same words. */
function tryOut(work) {
  let isSound = false;
  try {
    $app.runInTransaction((app) => {
      work(app);
      isSound = true;
      throw new Error('tried out');
    });
  } catch (error) {
    noRoom.throwOn(error);
    if (!isSound) throw error;
  }
}

/** The author's earlier proposal, in whose place this one stands. */
function replace(app, e, id) {
  const earlier = app.findRecordsByIds('proposals', [id])[0];
  if (!earlier || earlier.getString('author') !== e.auth.id) throw new NotFoundError(NO_PROPOSAL);
  if (earlier.getString('state') !== 'waiting') return;
  decide(app, e, earlier, 'withdrawn', '');
}

function ownersOf(record) {
  return inner.ownersOf($app, record).map((owner) => {
    return { collection: owner.collection().name, id: owner.id, state: owner.getString('state') };
  });
}

function refuseStale(record, version) {
  if (Number(version) !== record.getInt('version')) refuseField(409, 'version', 'stale_version', STALE);
}

/** What a proposal says of a record that is there. */
function about(record) {
  const name = record.collection().name;
  const isInner = inner.isInner(record.collection());
  const title = isInner ? inner.titleOf($app, record) : record.getString(nounWords[name].title);
  return { record: record.id, title, owners: isInner ? ownersOf(record) : [], base_version: record.getInt('version') };
}

function toChange(e, { collection, record: id, version, values = {} }) {
  const record = seen(e, collection, id, NO_RECORD);
  const isInner = inner.isInner(record.collection());
  if (!isInner && !review.isReviewed(record.collection())) throw new BadRequestError(NOT_REVIEWED);
  refuseUnknown(record.collection(), values);
  const present = review.plain(record);
  const fields = rules.changedFields(present, values);
  const after = only(values, fields);
  if (isInner) {
    const changed = $app.findRecordById(collection, id);
    changed.load(after);
    refuseUnlessInnerProposed($app, e, changed);
    if (!mayUpdate($app, e, record, values)) throw new ForbiddenError(MAY_NOT);
  } else refuseUnlessMayPropose($app, e, record, values);
  refuseStale(record, version);
  if (fields.length === 0) throw new BadRequestError(NOTHING);
  const told = about(record);
  tryOut((app) => {
    const tried = app.findRecordById(collection, id);
    tried.load(after);
    if (isInner) told.owners = ownersOf(tried);
    app.save(tried);
  });
  return { ...told, before: only(present, fields), after };
}

/** The collection of a record that is to be made or removed. */
function innerCollection(name) {
  const collection = nounWords[name] ? $app.findCachedCollectionByNameOrId(name) : null;
  if (collection === null || !inner.isInner(collection)) throw new BadRequestError(NOT_REVIEWED);
  return collection;
}

/** The id of one to be made: a deleted one comes back under its own. */
function idOf(e, collection, id) {
  if (textOf(id) === '') return $security.randomStringWithAlphabet(15, ID_SIGNS);
  const deletion = parts.deletionOf($app, collection, id);
  if (!deletion || !$app.canAccessRecord(deletion, e.requestInfo(), deletion.collection().viewRule))
    throw new NotFoundError(NO_RECORD);
  return id;
}

function toCreate(e, { collection: name, record: id, values = {} }) {
  const collection = innerCollection(name);
  refuseUnknown(collection, values);
  const empty = review.plain(new Record(collection));
  const record = new Record(collection);
  record.load(values);
  refuseUnlessInnerProposed($app, e, record);
  const filled = review.plain(record);
  const fields = rules
    .changedFields(empty, filled)
    .filter((field) => KEPT_BY_PROGRAMS.indexOf(field) < 0 && collection.fields.getByName(field) !== null);
  const after = only(filled, fields);
  const told = about(record);
  record.set('id', idOf(e, name, id));
  tryOut((app) => {
    app.save(record);
    if (!mayCreate(app, e, record, after)) throw new ForbiddenError(MAY_NOT);
  });
  return { ...told, record: record.id, base_version: 0, before: {}, after };
}

function toRemove(e, { collection: name, record: id, version }) {
  innerCollection(name);
  const record = seen(e, name, id, NO_RECORD);
  refuseUnlessInnerProposed($app, e, record);
  if (!mayUpdate($app, e, record, {})) throw new ForbiddenError(MAY_NOT);
  refuseStale(record, version);
  tryOut((app) => app.delete(app.findRecordById(name, id)));
  const before = review.plain(record);
  for (const field of KEPT_BY_PROGRAMS) delete before[field];
  return { ...about(record), before, after: {} };
}

const DEEDS = { change: toChange, create: toCreate, remove: toRemove };

/**
 * `POST /api/ocop/proposals` with `{ deed?, collection, record?, version?, values?, comment?, replaces? }`: what is to become of what is
 * approved. `deed` is `change` (of any), `create` or `remove` (of what stands under the review of others). Nothing of the records changes.
 */
function propose(e) {
  const wish = asked(e);
  const { deed = 'change', collection, comment, replaces } = wish;
  if (!DEEDS[deed]) throw new BadRequestError(NOT_REVIEWED);
  const wanted = DEEDS[deed](e, wish);
  const { actor, name } = hand.personOf(e);
  const proposal = new Record($app.findCollectionByNameOrId('proposals'), {
    ...wanted,
    collection,
    deed,
    title: wanted.title.slice(0, 300),
    state: 'waiting',
    comment: textOf(comment),
    author: actor,
    author_name: name,
  });
  const save = (app) => {
    if (textOf(replaces) !== '') replace(app, e, replaces);
    app.save(proposal);
  };
  noRoom.telling(() => $app.runInTransaction(save));
  return answer(e, proposal);
}

module.exports = { propose };
