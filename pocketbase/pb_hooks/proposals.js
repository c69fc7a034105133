// Proposed changes of approved records: checked as a save is, and kept beside the record, which stays as it is.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const review = require(`${__hooks}/review.js`);
const { NO_PROPOSAL, answer, asked, decide, mayUpdate, only, refuseField, seen, textOf } = require(
  `${__hooks}/proposalParts.js`,
);

const NO_RECORD = 'Không tìm thấy bản ghi, hoặc tài khoản này không được xem.';
const NOT_REVIEWED = 'Loại bản ghi này không qua duyệt: hãy sửa trực tiếp.';
const IS_DRAFT = 'Bản ghi này chưa duyệt: hãy sửa trực tiếp rồi gửi chờ duyệt.';
const MAY_NOT = 'Tài khoản này không được đề nghị sửa bản ghi này.';
const STATE_ONLY = 'Chỉ đề nghị được “Đã duyệt” hoặc “Rút khỏi danh mục”.';
const NOTHING = 'Không có mục nào khác với bản ghi hiện tại.';
const STALE = 'Người khác vừa lưu bản ghi này. Hãy xem lại rồi gửi.';

/** A producer proposes listed texts of its own profile and products. */
function isOwnText(user, record, values) {
  const collection = record.collection().name;
  const fields = rules.PROPOSED_BY_PRODUCERS[collection] || [];
  const owner = collection === 'producers' ? record.id : record.getString('producer');
  const isOwn = user.getString('producer') !== '' && owner === user.getString('producer');
  return isOwn && Object.keys(values).every((name) => fields.indexOf(name) >= 0);
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

/** Saves and takes it back: whatever would refuse the change when it is approved refuses it now, in the same words. */
function tryOut(collection, id, values) {
  let isSound = false;
  try {
    $app.runInTransaction((app) => {
      const record = app.findRecordById(collection, id);
      record.load(values);
      app.save(record);
      isSound = true;
      throw new Error('tried out');
    });
  } catch (error) {
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

/**
 * `POST /api/ocop/proposals` with `{ collection, record, version, values, comment?, replaces? }`: what is to become of an approved record.
 * Nothing of the record changes.
 */
function propose(e) {
  const { collection, record: id, version, values = {}, comment, replaces } = asked(e);
  const record = seen(e, collection, id, NO_RECORD);
  if (!review.isReviewed(record.collection())) throw new BadRequestError(NOT_REVIEWED);
  refuseUnknown(record.collection(), values);
  refuseUnlessMayPropose($app, e, record, values);
  if (Number(version) !== record.getInt('version')) refuseField(409, 'version', 'stale_version', STALE);
  const present = review.plain(record);
  const fields = rules.changedFields(present, values);
  if (fields.length === 0) throw new BadRequestError(NOTHING);
  const after = only(values, fields);
  tryOut(collection, id, after);
  const { actor, name } = hand.personOf(e);
  const proposal = new Record($app.findCollectionByNameOrId('proposals'), {
    collection,
    record: id,
    title: record.getString(nounWords[collection].title).slice(0, 300),
    state: 'waiting',
    before: only(present, fields),
    after,
    base_version: record.getInt('version'),
    comment: textOf(comment),
    author: actor,
    author_name: name,
  });
  $app.runInTransaction((app) => {
    if (textOf(replaces) !== '') replace(app, e, replaces);
    app.save(proposal);
  });
  return answer(e, proposal);
}

module.exports = { propose };
