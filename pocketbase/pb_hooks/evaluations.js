// Results agree with their round, product and criteria, whoever writes them: form, import, API or the step to a decision. Total and stars are
// written here and nowhere else.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);

/** The hand of a change that no request asked for. */
const BY_HOOK = { why: 'hook' };

/** Not a field: what a result carries while the step to a decision marks it. */
const BY_DECISION = 'by_decision';

/** The version of the criteria that a result follows when nobody says which (domain/criterion.ts). */
const CURRENT = '26/2026/QĐ-TTg';

const OTHER_PRODUCT = 'Kết quả đánh giá này của sản phẩm khác. Hãy chọn lại, hoặc để trống.';

const JUDGED = [
  'round',
  'product',
  'case',
  'criteria_version',
  'criteria_set',
  'state',
  'dossier',
  'knock_out',
  'points',
  'stated_total',
];
/** What a decision has decided by: it stays as it was. */
const SETTLED = [
  'round',
  'product',
  'criteria_version',
  'criteria_set',
  'state',
  'knock_out',
  'points',
  'stated_total',
];
function isChanged(record, names) {
  const before = record.original();
  return names.some((name) => String(before.get(name)) !== String(record.get(name)));
}

/** Refuses with every problem at its field; of several at one field the first is told. */
function refuse(problems) {
  if (problems.length === 0) return;
  const data = {};
  for (const { code, field, words } of problems)
    if (!data[field]) data[field] = new ValidationError(`evaluation_${code}`, words);
  throw new ApiError(400, problems[0].words, data);
}

function refuseAt(field, code, words) {
  refuse([{ code, field, words }]);
}

/** A JSON field's value; `empty` where it says nothing or is no such thing. */
function jsonOf(record, name, empty) {
  try {
    const value = JSON.parse(record.getString(name) || 'null');
    return value !== null && typeof value === 'object' && Array.isArray(value) === Array.isArray(empty) ? value : empty;
  } catch (_) {
    return empty;
  }
}

/** The scored lines of a set, as rules take them. */
function criteriaOf(app, version, set) {
  const filter = 'criteria_version = {:version} && criteria_set = {:set} && is_heading = false';
  return app.findRecordsByFilter('criteria', filter, 'position', 0, 0, { version, set }).map((line) => ({
    code: line.getString('code'),
    maxPoints: line.getFloat('max_points'),
    leastFor: { 3: line.getFloat('least_for_3'), 4: line.getFloat('least_for_4'), 5: line.getFloat('least_for_5') },
  }));
}

function recognitionsBy(app, id) {
  return id === '' ? [] : app.findRecordsByFilter('recognitions', 'evaluation = {:id}', '', 0, 0, { id });
}

/** Whether a decision has recognised the result; a proposal to the ministry has not. */
function isRecognised(app, id) {
  return recognitionsBy(app, id).some((each) => !each.getBool('pending_central'));
}

function historyOf(app, product) {
  return app.findRecordsByFilter('recognitions', 'product = {:product}', '', 0, 0, { product }).map((each) => ({
    stars: each.getFloat('stars'),
    issuedOn: each.getString('issued_on'),
    expiresOn: each.getString('expires_on'),
    revokedOn: each.getString('revoked_on'),
    superseded: each.getString('superseded_by') !== '',
    pendingCentral: each.getBool('pending_central'),
  }));
}

/** The day in Hanoi, or the one that settings name for trying things out. */
function todayOf(app) {
  const settings = app.findRecordsByFilter('site_settings', '', '', 1, 0)[0];
  const tried = settings ? settings.getString('test_today') : '';
  return tried || rules.hanoiDay(Date.now());
}

/** What nobody said is proposed: the case by the product's history, the set of the product, the criteria in force. */
function fillIn(app, record, product) {
  if (record.getString('criteria_version') === '') record.set('criteria_version', CURRENT);
  if (record.getInt('criteria_set') === 0) record.set('criteria_set', product.getInt('criteria_set'));
  if (record.getString('case') === '') record.set('case', rules.proposedCase(historyOf(app, product.id), todayOf(app)));
}

function isTwice(app, record) {
  const filter = 'round = {:round} && product = {:product} && id != {:id}';
  const values = { round: record.getString('round'), product: record.getString('product'), id: record.id };
  return app.findRecordsByFilter('evaluations', filter, '', 1, 0, values).length > 0;
}

/** A result that is new in its round, where that round is closed. */
function joinsClosed(app, record) {
  if (!record.isNew() && !isChanged(record, ['round'])) return false;
  const [round] = app.findRecordsByIds('rounds', [record.getString('round')]);
  return round !== undefined && round.getString('state') === 'closed';
}

function draftOf(app, record, product) {
  const [version, set] = [record.getString('criteria_version'), record.getInt('criteria_set')];
  const draft = {
    state: record.getString('state'),
    criteriaVersion: version,
    criteriaSet: set,
    criteria: criteriaOf(app, version, set),
    productSet: product.getInt('criteria_set'),
    points: jsonOf(record, 'points', {}),
    statedTotal: record.getFloat('stated_total'),
    knockedOut: record.getString('knock_out') !== '',
    isRecognised: record.get(BY_DECISION) === true || isRecognised(app, record.id),
    isTwice: isTwice(app, record),
    joinsClosed: joinsClosed(app, record),
  };
  const band = rules.outcomeOf(draft).bandStars || 0;
  const lines = rules.dossierLines(record.getString('case'), set, band);
  return { ...draft, missing: rules.missingPapers(lines, jsonOf(record, 'dossier', [])) };
}

function judge(app, record) {
  const product = app.findRecordsByIds('products', [record.getString('product')])[0];
  // A product or round that is not there the field itself refuses.
  if (!product) return;
  fillIn(app, record, product);
  const draft = draftOf(app, record, product);
  refuse(rules.evaluationProblems(draft));
  const outcome = rules.outcomeOf(draft);
  record.set('total', outcome.total || 0);
  record.set('stars', outcome.stars || 0);
}

/** What a decision has decided by stays as it was, while the decision's recognition is there. */
function refuseSettled(app, record) {
  if (record.isNew() || record.get(BY_DECISION) === true || !isChanged(record, SETTLED)) return;
  if (isRecognised(app, record.id)) refuseAt('state', 'settled', rules.EVALUATION_WORDS.settled);
}

/** Saves a result that agrees with the rules, with the total and stars that follow from it. */
function save(e) {
  const { record } = e;
  hand.passAs(e, BY_HOOK, (app) => {
    refuseSettled(app, record);
    if (record.isNew() || isChanged(record, [...JUDGED, 'total', 'stars'])) judge(app, record);
  });
}

/** A recognition that names a result names one of its own product. */
function refuseForeignResult(e) {
  const { app, record } = e;
  const id = record.getString('evaluation');
  const result = id === '' ? undefined : app.findRecordsByIds('evaluations', [id])[0];
  if (result && result.getString('product') !== record.getString('product'))
    refuseAt('evaluation', 'otherProduct', OTHER_PRODUCT);
  e.next();
}

/** A result whose recognition goes is again what was put forward. */
function freeResult(e) {
  const id = e.record.getString('evaluation');
  hand.passAs(e, BY_HOOK, null, (app) => {
    const [result] = app
      .findRecordsByIds('evaluations', [id])
      .filter((each) => each.getString('state') === 'recognised');
    if (!result || isRecognised(app, id)) return;
    result.set('state', 'proposed');
    app.save(result);
  });
}

module.exports = {
  BY_DECISION,
  freeResult,
  isChanged,
  isRecognised,
  jsonOf,
  recognitionsBy,
  refuse,
  refuseAt,
  refuseForeignResult,
  save,
};
