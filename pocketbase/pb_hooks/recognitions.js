// Recognitions agree with their decision and with one another, whoever writes them: form, import, API or a cascade.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);

/** The hand of a change that no request asked for. */
const BY_HOOK = { why: 'hook' };

/** Not a field: what a recognition carries while those after it are being deleted, their ids in one text. */
const WITHOUT = 'succeeds_without';

/** A change of any of these is judged anew; what was stored before a rule was written stands in the way of nothing else. */
const JUDGED = [
  'decision',
  'stars',
  'score',
  'legal_basis',
  'pending_central',
  'issued_on',
  'expires_on',
  'revoked_on',
  'revocation_ground',
  'revocation_decision',
];
/** A change of any of these may put a recognition before or behind another one. */
const ORDERED = ['product', 'issued_on', 'expires_on', 'revoked_on', 'superseded_by', 'pending_central'];

const OTHER_PRODUCT = 'Lần công nhận thay thế phải là một lần khác của cùng sản phẩm. Hãy chọn lại, hoặc để trống.';

function isChanged(record, names) {
  const before = record.original();
  return names.some((name) => String(before.get(name)) !== String(record.get(name)));
}

function decisionFacts(decision) {
  return { decidedOn: decision.getString('decided_on'), authority: decision.getString('authority') };
}

function factsOf(app, id) {
  const found = app.findRecordsByIds('decisions', [id])[0];
  return found ? decisionFacts(found) : null;
}

/** The decisions that grant and withdraw; `known` stands for one that is about to change. */
function decisionsOf(app, record, known) {
  const of = (name) => {
    const id = record.getString(name);
    return known && known.id === id ? known.facts : factsOf(app, id);
  };
  return { decision: of('decision'), revocation: of('revocation_decision') };
}

/** The basis; empty for what is none, which the field itself refuses. */
function basisOf(record) {
  const basis = record.getString('legal_basis');
  return record.collection().fields.getByName('legal_basis').values.indexOf(basis) < 0 ? '' : basis;
}

function draftOf(record, decisions) {
  return {
    id: record.id,
    stars: record.getFloat('stars'),
    score: record.getFloat('score'),
    pendingCentral: record.getBool('pending_central'),
    legalBasis: basisOf(record),
    issuedOn: record.getString('issued_on'),
    expiresOn: record.getString('expires_on'),
    revokedOn: record.getString('revoked_on'),
    revocationGround: record.getString('revocation_ground'),
    superseded: record.getString('superseded_by') !== '',
    decision: decisions ? decisions.decision : null,
    revocation: decisions ? decisions.revocation : null,
  };
}

/** Refuses with every problem at its field; of several at one field the first is told. */
function refuse(problems) {
  if (problems.length === 0) return;
  const data = {};
  for (const problem of problems) {
    const field = rules.PROBLEM_FIELDS[problem];
    if (!data[field]) data[field] = new ValidationError(`recognition_${problem}`, rules.PROBLEM_WORDS[problem]);
  }
  throw new ApiError(400, rules.PROBLEM_WORDS[problems[0]], data);
}

function othersOf(app, record) {
  const product = record.getString('product');
  if (product === '') return [];
  const filter = 'product = {:product} && id != {:id}';
  return app
    .findRecordsByFilter('recognitions', filter, '', 0, 0, { product, id: record.id })
    .filter((each) => record.getString(WITHOUT).indexOf(each.id) < 0);
}

function refuseForeignSuccessor(record, others) {
  const successor = record.getString('superseded_by');
  // One that is not there at all the field itself refuses.
  if (successor === '' || others.some(({ id }) => id === successor)) return;
  throw new ApiError(400, OTHER_PRODUCT, {
    superseded_by: new ValidationError('recognition_otherProduct', OTHER_PRODUCT),
  });
}

/** Writes down which one took the place of this one, where nobody said; the ids of those whose place this one takes. */
function settle(app, record) {
  const others = othersOf(app, record);
  refuseForeignSuccessor(record, others);
  const succession = rules.successionOf(
    draftOf(record, null),
    others.map((each) => draftOf(each, null)),
  );
  if (succession.unclear.length > 0) refuse(['twoRunning']);
  if (succession.supersededBy !== '') record.set('superseded_by', succession.supersededBy);
  return succession.supersedes;
}

/** Refuses a recognition that does not agree with its decision or in itself. */
function refuseWrong(app, record) {
  refuse(rules.recognitionProblems(draftOf(record, decisionsOf(app, record))));
}

/** Saves a recognition that agrees with the rules, and ends those whose place it takes, or nothing. */
function save(e) {
  const { record } = e;
  const isFresh = record.isNew();
  let ended = [];
  const prepare = (app) => {
    if (isFresh || isChanged(record, JUDGED)) refuseWrong(app, record);
    if (isFresh || isChanged(record, ORDERED)) ended = settle(app, record);
  };
  const endEarlier = (app) => {
    for (const earlier of app.findRecordsByIds('recognitions', ended)) {
      earlier.set('superseded_by', record.id);
      app.save(earlier);
    }
  };
  hand.passAs(e, BY_HOOK, prepare, endEarlier);
}

/** The same before many recognitions are deleted at once; `ids` is a JSON list. */
function freeAllEarlier(app, ids) {
  const gone = '(SELECT value FROM json_each({:ids}))';
  const sql = `SELECT earlier.id, group_concat(other.id, ' ') AS without FROM recognitions earlier
    JOIN recognitions other ON other.product = earlier.product AND other.id IN ${gone}
    WHERE earlier.superseded_by IN ${gone} AND earlier.id NOT IN ${gone} GROUP BY earlier.id`;
  const rows = arrayOf(new DynamicModel({ id: '', without: '' }));
  app.db().newQuery(sql).bind({ ids }).all(rows);
  for (const { id, without } of rows) {
    const earlier = app.findRecordById('recognitions', id);
    earlier.set('superseded_by', '');
    earlier.set(WITHOUT, without);
    app.save(earlier);
  }
}

/** Before a recognition is deleted: those whose place it took run again, or are followed by the next one. */
function freeEarlier(app, record) {
  if (record.collection().name !== 'recognitions') return;
  const { id } = record;
  for (const earlier of app.findRecordsByFilter('recognitions', 'superseded_by = {:id}', '', 0, 0, { id })) {
    earlier.set('superseded_by', '');
    earlier.set(WITHOUT, id);
    app.save(earlier);
  }
}

const DECISION_FIELDS = {
  basisNotInForce: 'decided_on',
  authorityCouldNotGrant: 'authority',
  authorityCouldNotWithdraw: 'authority',
};

/** Problems between a decision and a recognition that it grants or withdraws. */
function problemsBy(app, record, decision) {
  const draft = draftOf(record, decisionsOf(app, record, decision));
  return rules.recognitionProblems(draft).filter((each) => DECISION_FIELDS[each]);
}

/** A decision whose day or level changes must still be able to grant what it granted, and to withdraw what it withdrew. */
function keepGranted(e) {
  const { app, record } = e;
  const { id } = record;
  if (isChanged(record, ['decided_on', 'authority'])) {
    const [before, after] = [decisionFacts(record.original()), decisionFacts(record)];
    const filter = 'decision = {:id} || revocation_decision = {:id}';
    for (const each of app.findRecordsByFilter('recognitions', filter, '', 0, 0, { id })) {
      const known = problemsBy(app, each, { id, facts: before });
      const [fresh] = problemsBy(app, each, { id, facts: after }).filter((problem) => known.indexOf(problem) < 0);
      if (!fresh) continue;
      const product = app.findRecordById('products', each.getString('product')).getString('name');
      const words = `${product}: ${rules.PROBLEM_WORDS[fresh]}`;
      throw new ApiError(400, words, {
        [DECISION_FIELDS[fresh]]: new ValidationError(`recognition_${fresh}`, words),
      });
    }
  }
  e.next();
}

module.exports = { freeAllEarlier, freeEarlier, keepGranted, refuseWrong, save };
