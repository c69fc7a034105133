// The results of a round become the recognitions of one decision in one step: all of them, or none and each tells what is wrong with it. Asked
// again, it does nothing twice.

const rules = require(`${__hooks}/rules.js`);
const access = require(`${__hooks}/access.js`);
const decisionRows = require(`${__hooks}/decisionRows.js`);
const evaluations = require(`${__hooks}/evaluations.js`);

const NOT_FOUND = 'Không tìm thấy đợt đánh giá này, hoặc tài khoản này không được xem.';
const NO_DECISION = 'Không tìm thấy quyết định này, hoặc tài khoản này không được xem.';
const NO_NUMBER = 'Hãy chọn một quyết định, hoặc ghi số, ngày và cấp của quyết định mới.';
const NO_ROWS = 'Chưa có kết quả nào từ 3 sao để công nhận.';
const TOO_MANY = `Nhiều nhất ${decisionRows.MOST_ROWS} sản phẩm một lần.`;
const NOT_HERE = 'Kết quả này không thuộc đợt đang mở.';
const NOT_SCORED = 'Chưa đánh dấu “Đã chấm” nên chưa đưa vào quyết định được.';
const BY_OTHER = 'Kết quả này đã được công nhận theo quyết định khác.';

const DECIDED = ['number', 'decided_on', 'authority', 'authority_name', 'title', 'kind'];
const COMMON = ['legal_basis', 'issued_on', 'expires_on'];
/** What a single recognition may have other than the rest. */
const OWN = ['legal_basis', 'expires_on'];
const READY = ['scored', 'proposed'];
const KINDS = ['recognition', 'proposal'];

function mayView(e, record) {
  return $app.canAccessRecord(record, e.requestInfo(), record.collection().viewRule);
}

function roundOf(e) {
  const round = $app.findRecordsByIds('rounds', [e.request.pathValue('id')])[0];
  if (!round || !mayView(e, round)) throw new NotFoundError(NOT_FOUND);
  return round;
}

/** The decision that was named, or the one that is there under the number, day and level of a new one. */
function knownDecision(e, body) {
  if (body.decision) {
    const decision = $app.findRecordsByIds('decisions', [String(body.decision)])[0];
    if (!decision || !mayView(e, decision)) throw new NotFoundError(NO_DECISION);
    return decision;
  }
  const { number, decided_on, authority } = body.new_decision || {};
  if (!number || !decided_on || !authority) throw new BadRequestError(NO_NUMBER);
  const filter = 'number = {:number} && decided_on = {:decided_on} && authority = {:authority}';
  return $app.findRecordsByFilter('decisions', filter, '', 1, 0, { number, decided_on, authority })[0];
}

function makeDecision(app, e, given) {
  const collection = app.findCachedCollectionByNameOrId('decisions');
  const values = { kind: 'recognition', ...decisionRows.pick(given, DECIDED) };
  if (KINDS.indexOf(values.kind) < 0) throw new BadRequestError(decisionRows.NOT_RECOGNITION);
  const decision = new Record(collection);
  decision.load(values);
  app.save(decision);
  decisionRows.refuseUnlessAllowed(app, e, decision, collection.createRule, values);
  return decision;
}

function isNational(authority) {
  return authority === 'ministry' || authority === 'central';
}

function isBy(decision, id) {
  return evaluations.recognitionsBy($app, id).some((each) => each.getString('decision') === decision.id);
}

/**
 * Results that the decision is for, when nobody says which: the ministry's takes five stars, any other three and more; what another decision
 * recognised is done with.
 */
function chosenIds(round, body, authority, decision) {
  if (Array.isArray(body.evaluations)) return body.evaluations.map(String);
  const least = isNational(authority) ? 5 : rules.LEAST_RECOGNISED_STARS;
  const filter = `round = {:round} && stars >= {:least} && (state = 'scored' || state = 'proposed' || state = 'recognised')`;
  return $app
    .findRecordsByFilter('evaluations', filter, 'created', 0, 0, { round: round.id, least })
    .filter((each) => each.getString('state') !== 'recognised' || (decision && isBy(decision, each.id)))
    .map(({ id }) => id);
}

/** Whether a new decision would put forward to the ministry what stands there already. */
function isPutForward(id, authority) {
  const [result] = $app.findRecordsByIds('evaluations', [id]);
  const grant = result ? rules.grantedBy(result.getInt('stars'), authority) : null;
  if (grant === null || !grant.pendingCentral) return false;
  return evaluations.recognitionsBy($app, id).length > 0;
}

/** Whether the step was done for a result already: by this decision, or as the proposal that it would only repeat. */
function isDone(app, result, decision, grant) {
  const made = evaluations.recognitionsBy(app, result.id);
  if (made.some((each) => each.getString('decision') === decision.id)) return true;
  if (made.some((each) => !each.getBool('pending_central'))) throw new BadRequestError(BY_OTHER);
  return made.length > 0 && grant !== null && grant.pendingCentral;
}

function commonOf(body, decision) {
  const day = decision.getString('decided_on');
  const given = decisionRows.pick(body.common, COMMON);
  const basis = day === '' ? '' : rules.basesOn(day)[0] || '';
  return { legal_basis: basis, ...given, issued_on: given.issued_on || day };
}

function rowOf(result, grant) {
  return {
    product: result.getString('product'),
    stars: grant.stars,
    score: result.getFloat('total'),
    case: result.getString('case'),
  };
}

/** Makes a result's recognition and marks the result; null where that was done before. */
function recogniseResult(app, e, { round, decision, common, own }, id) {
  const result = app.findRecordsByIds('evaluations', [id])[0];
  if (!result || result.getString('round') !== round.id) throw new BadRequestError(NOT_HERE);
  const grant = rules.grantedBy(result.getInt('stars'), decision.getString('authority'));
  if (isDone(app, result, decision, grant)) return null;
  if (grant === null) throw new BadRequestError(rules.EVALUATION_WORDS.tooFewStars);
  if (READY.indexOf(result.getString('state')) < 0) throw new BadRequestError(NOT_SCORED);
  const values = {
    ...common,
    ...decisionRows.pick(own[id], OWN),
    pending_central: grant.pendingCentral,
    evaluation: id,
    criteria_version: result.getString('criteria_version'),
  };
  const saved = decisionRows.recogniseRow(app, e, decision, values, rowOf(result, grant));
  const moved = { state: grant.pendingCentral ? 'proposed' : 'recognised' };
  decisionRows.refuseUnlessAllowed(app, e, result, result.collection().updateRule, moved);
  result.load(moved);
  result.set(evaluations.BY_DECISION, true);
  app.save(result);
  return { ...saved, evaluation: id, pending: grant.pendingCentral };
}

/**
 * `POST /api/ocop/rounds/{id}/recognitions` with `{ decision | new_decision, common?, own?, evaluations? }`: results of three stars and more
 * become recognitions of the decision; `own` has, by result, what differs from what is common. What five stars are to a province stands in rules `grantedBy`.
 */
function recognise(e) {
  access.refuseUnlessWriter(e, ['recognitions']);
  const round = roundOf(e);
  const { body } = e.requestInfo();
  let decision = knownDecision(e, body);
  const authority = decision ? decision.getString('authority') : String(body.new_decision.authority);
  if (decision && KINDS.indexOf(decision.getString('kind')) < 0)
    throw new BadRequestError(decisionRows.NOT_RECOGNITION);
  const ids = chosenIds(round, body, authority, decision);
  if (ids.length === 0) throw new BadRequestError(NO_ROWS);
  if (ids.length > decisionRows.MOST_ROWS) throw new BadRequestError(TOO_MANY);
  // A new decision that would only repeat what was put forward is not made.
  if (!decision && ids.every((id) => isPutForward(id, authority)))
    return e.json(200, { rows: [], decision: '', asked: ids.length });
  const step = { round, decision, common: {}, own: body.own || {} };
  const prepare = (app) => {
    decision = decision || makeDecision(app, e, body.new_decision);
    step.decision = decision;
    step.common = commonOf(body, decision);
  };
  const note = `${round.getString('name')} · ${decision ? decision.getString('number') : body.new_decision.number}`;
  const more = () => ({ decision: decision.id, asked: ids.length });
  return decisionRows.saveRows(e, ids, note, (app, id) => recogniseResult(app, e, step, id), { prepare, more });
}

module.exports = { recognise };
