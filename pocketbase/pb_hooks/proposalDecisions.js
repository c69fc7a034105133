// A proposal decided: approved in one transaction in which nothing is overwritten unseen, returned, or taken back by its author.

const rules = require(`${__hooks}/rules.js`);
const access = require(`${__hooks}/access.js`);
const noRoom = require(`${__hooks}/noRoom.js`);
const hand = require(`${__hooks}/hand.js`);
const review = require(`${__hooks}/review.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const inner = require(`${__hooks}/innerReview.js`);
const { COUNT_ON_FROM } = require(`${__hooks}/records.js`);
const parts = require(`${__hooks}/proposalParts.js`);
const { answer, asked, decide, found, mayCreate, mayUpdate, only, refuseField, textOf } = parts;

const STALE_REVIEW = 'Bản ghi vừa đổi trong lúc bạn xem. Hãy xem lại rồi duyệt.';
const CONFLICT = 'Từ khi có đề nghị, bản ghi đã đổi ở cùng mục. Hãy chọn giá trị để giữ.';
const KEEPS_ALL = 'Mọi mục đều giữ giá trị hiện có nên không còn gì để duyệt. Hãy trả lại đề nghị.';
const ONLY_APPROVERS = 'Chỉ người duyệt hoặc quản trị làm được việc này.';
const ONLY_AUTHOR = 'Chỉ người gửi rút lại được đề nghị.';
const OWN = 'Người soạn và người duyệt phải là hai người: đề nghị này do chính bạn gửi.';
const NEEDS_NOTE = 'Hãy ghi cần sửa gì, để người gửi biết.';
const GONE = 'Bản ghi này đã xóa nên không duyệt được. Hãy khôi phục bản ghi trước, hoặc trả lại đề nghị.';
const BRING_BACK = 'Hãy đưa bản ghi đó trở lại trước, hoặc trả lại đề nghị.';

/** What a proposal was turned into, as its second decider reads it. */
const DECIDED = { approved: 'đã được duyệt', refused: 'đã được trả lại', withdrawn: 'đã được người gửi rút lại' };

/** The proposal as it is within the transaction: another may have decided first. */
function stillWaiting(app, id) {
  const proposal = app.findRecordById('proposals', id);
  const state = proposal.getString('state');
  if (state === 'waiting') return proposal;
  const name = proposal.getString('decided_by_name');
  throw new BadRequestError(`Đề nghị này ${DECIDED[state]}${name === '' ? '' : ` (${name})`}.`);
}

function refuseUnlessApprover(e) {
  if (!access.mayDo(e, 'approve')) throw new ForbiddenError(ONLY_APPROVERS);
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

/** Refuses what has lost the record to which it belongs: it is gone, or was taken from the public since. */
function refuseWithoutOwners(app, proposal) {
  const owners = JSON.parse(proposal.getString('owners') || 'null') || [];
  for (const { collection, id, state } of owners) {
    const owner = app.findRecordsByIds(collection, [id])[0];
    if (!owner)
      throw new BadRequestError(
        `${nounWords[collection].one} của bản ghi này đã xóa nên không duyệt được. ${BRING_BACK}`,
      );
    if (state !== 'withdrawn' && owner.getString('state') === 'withdrawn')
      throw new BadRequestError(
        `${inner.nameOf(owner)} đã rút khỏi danh mục từ khi có đề nghị nên không duyệt được. ${BRING_BACK}`,
      );
  }
}

/** The record that is changed or removed, as the approver saw it. */
function presentOf(app, proposal, version) {
  const record = app.findRecordsByIds(proposal.getString('collection'), [proposal.getString('record')])[0];
  if (!record) throw new BadRequestError(GONE);
  if (Number(version) !== record.getInt('version')) refuseField(409, 'version', 'stale_version', STALE_REVIEW);
  return record;
}

function changeIn(app, e, proposal, { version, choices = {} }) {
  const record = presentOf(app, proposal, version);
  const values = valuesOf(proposal, record, choices);
  if (!e.hasSuperuserAuth() && !mayUpdate(app, e, record, values)) throw new ForbiddenError(ONLY_APPROVERS);
  if (Object.keys(values).length === 0) return;
  record.load(values);
  app.save(record);
}

/** Makes what is proposed; what was deleted comes back under its id and counts on. */
function createIn(app, e, proposal) {
  const [collection, id] = [proposal.getString('collection'), proposal.getString('record')];
  const values = jsonOf(proposal, 'after');
  const record = new Record(app.findCollectionByNameOrId(collection));
  record.load(values);
  record.set('id', id);
  const deletion = parts.deletionOf(app, collection, id);
  if (deletion) {
    record.setRaw('created', new DateTime(jsonOf(deletion, 'before').created));
    record.set(COUNT_ON_FROM, deletion.getInt('record_version'));
  }
  app.save(record);
  if (!e.hasSuperuserAuth() && !mayCreate(app, e, record, values)) throw new ForbiddenError(ONLY_APPROVERS);
}

/** Whoever may change it removes it here: two have looked, or an approver alone where the office is content with that. */
function removeIn(app, e, proposal, { version }) {
  const record = presentOf(app, proposal, version);
  if (!e.hasSuperuserAuth() && !mayUpdate(app, e, record, {})) throw new ForbiddenError(ONLY_APPROVERS);
  app.delete(record);
}

const DEEDS = { change: changeIn, create: createIn, remove: removeIn };

function approveIn(app, e, id, wanted) {
  const proposal = stillWaiting(app, id);
  const isOwn = !e.hasSuperuserAuth() && proposal.getString('author') === e.auth.id;
  if (isOwn && review.mustDiffer(app)) throw new ForbiddenError(OWN);
  refuseWithoutOwners(app, proposal);
  // What is approved must have been seen beside what it changes.
  DEEDS[proposal.getString('deed')](app, e, proposal, wanted);
  decide(app, e, proposal, 'approved', textOf(wanted.note));
}

/** Whose words the approved change was, as its revision tells. */
function noteOf(proposal) {
  const comment = proposal.getString('comment');
  return `${proposal.getString('author_name')}${comment === '' ? '' : `: ${comment}`}`.slice(0, 500);
}

/** `POST /api/ocop/proposals/{id}/approve` with `{ version?, choices?, note? }`; `choices`: field → `mine` (the proposal's) or `theirs`. */
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
  const refuseIt = (app) => {
    const proposal = stillWaiting(app, id);
    if (note === '') refuseField(400, 'note', 'validation_required', NEEDS_NOTE);
    decide(app, e, proposal, 'refused', note);
  };
  noRoom.telling(() => $app.runInTransaction(refuseIt));
  return answer(e, $app.findRecordById('proposals', id));
}

/** `POST /api/ocop/proposals/{id}/withdraw`: its author takes it back. */
function withdraw(e) {
  const { id } = found(e);
  const takeBack = (app) => {
    const proposal = stillWaiting(app, id);
    if (!e.hasSuperuserAuth() && proposal.getString('author') !== e.auth.id) throw new ForbiddenError(ONLY_AUTHOR);
    decide(app, e, proposal, 'withdrawn', '');
  };
  noRoom.telling(() => $app.runInTransaction(takeBack));
  return answer(e, $app.findRecordById('proposals', id));
}

module.exports = { approve, refuse, withdraw };
