// Proposed changes of approved records: made, taken back, refused, and approved in one transaction in which nothing is overwritten unseen.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const review = require(`${__hooks}/review.js`);

const NO_RECORD = 'Không tìm thấy bản ghi, hoặc tài khoản này không được xem.';
const NO_PROPOSAL = 'Không tìm thấy đề nghị này, hoặc tài khoản này không được xem.';
const NOT_REVIEWED = 'Loại bản ghi này không qua duyệt: hãy sửa trực tiếp.';
const IS_DRAFT = 'Bản ghi này chưa duyệt: hãy sửa trực tiếp rồi gửi chờ duyệt.';
const MAY_NOT = 'Tài khoản này không được đề nghị sửa bản ghi này.';
const STATE_ONLY = 'Chỉ đề nghị được “Đã duyệt” hoặc “Rút khỏi danh mục”.';
const NOTHING = 'Không có mục nào khác với bản ghi hiện tại.';
const STALE = 'Người khác vừa lưu bản ghi này. Hãy xem lại rồi gửi.';
const STALE_REVIEW = 'Bản ghi vừa đổi trong lúc bạn xem. Hãy xem lại rồi duyệt.';
const CONFLICT = 'Từ khi có đề nghị, bản ghi đã đổi ở cùng mục. Hãy chọn giá trị để giữ.';
const KEEPS_ALL = 'Mọi mục đều giữ giá trị hiện có nên không còn gì để duyệt. Hãy trả lại đề nghị.';
const ONLY_APPROVERS = 'Chỉ người duyệt hoặc quản trị làm được việc này.';
const ONLY_AUTHOR = 'Chỉ người gửi rút lại được đề nghị.';
const OWN = 'Người soạn và người duyệt phải là hai người: đề nghị này do chính bạn gửi.';
const NEEDS_NOTE = 'Hãy ghi cần sửa gì, để người gửi biết.';
const GONE = 'Bản ghi này đã xóa nên không duyệt được. Hãy khôi phục bản ghi trước, hoặc trả lại đề nghị.';

/** What a proposal was turned into, as its second decider reads it. */
const DECIDED = { approved: 'đã được duyệt', refused: 'đã được trả lại', withdrawn: 'đã được người gửi rút lại' };

function refuseField(status, field, code, words) {
  throw new ApiError(status, words, { [field]: new ValidationError(code, words) });
}

function asked(e) {
  return JSON.parse(JSON.stringify(e.requestInfo().body || {}));
}

function textOf(value) {
  return typeof value === 'string' ? value.trim() : '';
}

function seen(e, collection, id, words) {
  const record = nounWords[collection] ? $app.findRecordsByIds(collection, [id])[0] : null;
  if (!record || !$app.canAccessRecord(record, e.requestInfo(), record.collection().viewRule))
    throw new NotFoundError(words);
  return record;
}

/** Whether the collection's own rule lets the person change these values; the review's state is asked for apart. */
function mayUpdate(app, e, record, values) {
  const info = e.requestInfo();
  const body = { ...values };
  delete body.state;
  info.body = body;
  return app.canAccessRecord(record, info, record.collection().updateRule);
}

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

function only(values, fields) {
  const some = {};
  for (const name of fields) some[name] = values[name];
  return some;
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

function decide(app, e, proposal, state, note) {
  const { actor, name } = hand.personOf(e);
  proposal.set('state', state);
  proposal.set('decided_by', actor);
  proposal.set('decided_by_name', name);
  proposal.set('decided_at', new DateTime());
  proposal.set('decision_note', note);
  app.save(proposal);
}

function answer(e, proposal) {
  return e.json(200, { id: proposal.id, state: proposal.getString('state') });
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

function found(e) {
  return seen(e, 'proposals', e.request.pathValue('id'), NO_PROPOSAL);
}

/** The proposal as it is within the transaction: another may have decided first. */
function stillWaiting(app, id) {
  const proposal = app.findRecordById('proposals', id);
  const state = proposal.getString('state');
  if (state === 'waiting') return proposal;
  const name = proposal.getString('decided_by_name');
  throw new BadRequestError(`Đề nghị này ${DECIDED[state]}${name === '' ? '' : ` (${name})`}.`);
}

function refuseUnlessApprover(e) {
  if (!e.hasSuperuserAuth() && !rules.isApprover(e.auth.getString('role'))) throw new ForbiddenError(ONLY_APPROVERS);
}

function jsonOf(record, field) {
  return JSON.parse(record.getString(field) || 'null') || {};
}

/** What the approved change sets, once each field that both changed has been chosen. */
function valuesOf(proposal, record, choices) {
  const after = jsonOf(proposal, 'after');
  const merge = rules.mergeChanges(jsonOf(proposal, 'before'), after, review.plain(record));
  const open = merge.conflicts.filter((field) => ['mine', 'theirs'].indexOf(choices[field]) < 0);
  if (open.length > 0) {
    const data = {};
    for (const field of open) data[field] = new ValidationError('proposal_conflict', CONFLICT);
    throw new ApiError(409, CONFLICT, data);
  }
  const chosen = merge.conflicts.filter((field) => choices[field] === 'mine');
  if (merge.conflicts.length > 0 && chosen.length === 0 && Object.keys(merge.mine).length === 0)
    throw new BadRequestError(KEEPS_ALL);
  return { ...merge.mine, ...only(after, chosen) };
}

function approveIn(app, e, id, { version, choices = {}, note }) {
  const proposal = stillWaiting(app, id);
  const isOwn = !e.hasSuperuserAuth() && proposal.getString('author') === e.auth.id;
  if (isOwn && review.mustDiffer(app)) throw new ForbiddenError(OWN);
  const record = app.findRecordsByIds(proposal.getString('collection'), [proposal.getString('record')])[0];
  if (!record) throw new BadRequestError(GONE);
  // What is approved must have been seen beside what it changes.
  if (Number(version) !== record.getInt('version')) refuseField(409, 'version', 'stale_version', STALE_REVIEW);
  const values = valuesOf(proposal, record, choices);
  if (!e.hasSuperuserAuth() && !mayUpdate(app, e, record, values)) throw new ForbiddenError(ONLY_APPROVERS);
  if (Object.keys(values).length > 0) {
    record.load(values);
    app.save(record);
  }
  decide(app, e, proposal, 'approved', textOf(note));
}

/** Whose words the approved change was, as its revision tells. */
function noteOf(proposal) {
  const comment = proposal.getString('comment');
  return `${proposal.getString('author_name')}${comment === '' ? '' : `: ${comment}`}`.slice(0, 500);
}

/** `POST /api/ocop/proposals/{id}/approve` with `{ version, choices?, note? }`; `choices`: field → `mine` (the proposal's) or `theirs`. */
function approve(e) {
  const proposal = found(e);
  refuseUnlessApprover(e);
  const wanted = asked(e);
  const by = { ...hand.personOf(e), why: 'review', note: noteOf(proposal) };
  hand.writeAs($app, by, (app) => approveIn(app, e, proposal.id, wanted));
  return answer(e, $app.findRecordById('proposals', proposal.id));
}

/** `POST /api/ocop/proposals/{id}/refuse` with `{ note }`: back to who sent it, with what is to be mended. */
function refuse(e) {
  const { id } = found(e);
  refuseUnlessApprover(e);
  const note = textOf(asked(e).note);
  $app.runInTransaction((app) => {
    const proposal = stillWaiting(app, id);
    if (note === '') refuseField(400, 'note', 'validation_required', NEEDS_NOTE);
    decide(app, e, proposal, 'refused', note);
  });
  return answer(e, $app.findRecordById('proposals', id));
}

/** `POST /api/ocop/proposals/{id}/withdraw`: its author takes it back. */
function withdraw(e) {
  const { id } = found(e);
  $app.runInTransaction((app) => {
    const proposal = stillWaiting(app, id);
    if (!e.hasSuperuserAuth() && proposal.getString('author') !== e.auth.id) throw new ForbiddenError(ONLY_AUTHOR);
    decide(app, e, proposal, 'withdrawn', '');
  });
  return answer(e, $app.findRecordById('proposals', id));
}

module.exports = { approve, propose, refuse, withdraw };
