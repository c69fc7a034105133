// What may become of a lot that has left its draft (domain/rules/lotLife.ts): a fact is corrected with a reason, each correction is written
// into the lot's list, and nobody takes it out again, whoever saves: form, import, restoring, program.

const rules = require(`${__hooks}/rules.js`);

/** Not a field: the reason that comes with a save, kept in the list of corrections. */
const REASON = 'correction_reason';

function refuse(field, message) {
  throw new ApiError(400, message, { [field]: new ValidationError('validation_lot', message) });
}

function plain(record) {
  return JSON.parse(JSON.stringify(record));
}

const today = () => rules.hanoiDay(Date.now());

/** Takes the reason of a correction from a request to the record that it saves. */
function takeReason(e, record = e.record) {
  if (record.collection().name !== 'lots') return;
  const sent = e.requestInfo().body[REASON];
  if (typeof sent === 'string') record.set(REASON, rules.storedText(sent).trim());
}

/** The day of a withdrawal is today where none is said; a lot that comes back into circulation has none. */
function setWithdrawal(record) {
  const [was, is] = [record.original().getString('state'), record.getString('state')];
  if (is === 'withdrawn' && record.getString('withdrawn_on') === '') record.set('withdrawn_on', today());
  if (is === 'active' && was === 'withdrawn') {
    record.set('withdrawn_on', '');
    record.set('withdrawal_reason', '');
  }
}

/** A code on a label must lead to a page: that of a product which nobody may see yet has none. */
function refuseHiddenProduct(app, before, after) {
  if (!rules.goesOut(before, after)) return;
  const [variant] = app.findRecordsByIds('pack_variants', [after.variant]);
  const [product] = variant ? app.findRecordsByIds('products', [variant.getString('product')]) : [];
  const problem = product ? rules.lotProductProblem(plain(product), today()) : null;
  if (problem !== null) refuse(problem.field, problem.message);
}

/** Only a program (a loader) brings corrections with a new lot; drafts have none. */
function refuseWrongStart(app, record) {
  setWithdrawal(record);
  const lot = plain(record);
  const problem = rules.lotStateProblem(null, lot, today());
  if (problem !== null) refuse(problem.field, problem.message);
  refuseHiddenProduct(app, null, lot);
  const brought = lot.corrections || [];
  if (brought.length === 0) return;
  if (lot.state === 'draft' || !rules.areCorrections(brought)) refuse('corrections', rules.LOT_WORDS.kept);
}

function keepCorrections(app, record) {
  const before = plain(record.original());
  setWithdrawal(record);
  const after = plain(record);
  const kept = before.corrections || [];
  if (JSON.stringify(after.corrections || []) !== JSON.stringify(kept)) refuse('corrections', rules.LOT_WORDS.kept);
  const problem = rules.lotStateProblem(before, after, today());
  if (problem !== null) refuse(problem.field, problem.message);
  refuseHiddenProduct(app, before, after);
  const fields = rules.correctedFields(before, after, rules.changedFields(before, after));
  if (fields.length === 0) return;
  const reason = record.getString(REASON);
  if (reason === '') refuse(REASON, rules.LOT_WORDS.facts);
  const wrong = rules.reasonProblem(reason);
  if (wrong !== null) refuse(REASON, wrong);
  record.set('corrections', [...kept, { day: today(), fields, reason }]);
}

module.exports = { keepCorrections, refuseWrongStart, takeReason };
