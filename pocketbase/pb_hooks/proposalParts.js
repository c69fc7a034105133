// What the routes of proposals share: who asks for what, and a proposal decided.

const hand = require(`${__hooks}/hand.js`);
const nounWords = require(`${__hooks}/nounWords.js`);

const NO_PROPOSAL = 'Không tìm thấy đề nghị này, hoặc tài khoản này không được xem.';

/** Refuses with words at a field. */
function refuseField(status, field, code, words) {
  throw new ApiError(status, words, { [field]: new ValidationError(code, words) });
}

/** What the request brings, as plain values. */
function asked(e) {
  return JSON.parse(JSON.stringify(e.requestInfo().body || {}));
}

/** A person's words; empty where there are none. */
function textOf(value) {
  return typeof value === 'string' ? value.trim() : '';
}

/** A record that the person may see, or not found. */
function seen(e, collection, id, words) {
  const record = nounWords[collection] ? $app.findRecordsByIds(collection, [id])[0] : null;
  if (!record || !$app.canAccessRecord(record, e.requestInfo(), record.collection().viewRule))
    throw new NotFoundError(words);
  return record;
}

/** The proposal that the address names. */
function found(e) {
  return seen(e, 'proposals', e.request.pathValue('id'), NO_PROPOSAL);
}

/** Whether the collection's own rule lets the person change these values; the review's state is asked for apart. */
function mayUpdate(app, e, record, values) {
  const info = e.requestInfo();
  const body = { ...values };
  delete body.state;
  info.body = body;
  return app.canAccessRecord(record, info, record.collection().updateRule);
}

/** Whether the collection's own rule lets the person make this record, which is saved already. */
function mayCreate(app, e, record, values) {
  const info = e.requestInfo();
  info.body = { ...values };
  return app.canAccessRecord(record, info, record.collection().createRule);
}

/** How a record was deleted that may come back; nothing where it is there, never was, or is forgotten for a person. */
function deletionOf(app, collection, id) {
  const about = { collection, id };
  const filter = "collection = {:collection} && record = {:id} && (action = 'delete' || action = 'erase')";
  const last = app.findRecordsByFilter('revisions', filter, '-@rowid', 1, 0, about)[0];
  const isThere = app.findRecordsByIds(collection, [id]).length > 0;
  return !isThere && last && last.getString('action') === 'delete' ? last : null;
}

/** Some fields of many. */
function only(values, fields) {
  const some = {};
  for (const name of fields) some[name] = values[name];
  return some;
}

/** Notes what became of a proposal, by whom and why. */
function decide(app, e, proposal, state, note) {
  const { actor, name } = hand.personOf(e);
  proposal.set('state', state);
  proposal.set('decided_by', actor);
  proposal.set('decided_by_name', name);
  proposal.set('decided_at', new DateTime());
  proposal.set('decision_note', note);
  app.save(proposal);
}

/** What every route answers. */
function answer(e, proposal) {
  return e.json(200, { id: proposal.id, state: proposal.getString('state') });
}

module.exports = {
  NO_PROPOSAL,
  answer,
  asked,
  decide,
  deletionOf,
  found,
  mayCreate,
  mayUpdate,
  only,
  refuseField,
  seen,
  textOf,
};
