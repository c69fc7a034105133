// Texts as they are stored: composed, without what nobody sees; what deceives a reader or breaks a file is refused at its field, in words.

const rules = require(`${__hooks}/rules.js`);

/** Kinds of field that hold what somebody typed. */
const TYPED = ['text', 'editor', 'email', 'url', 'json'];

/** Collection → its typed fields; asked once for each state of the schema. */
const known = {};

function typedFields(collection) {
  const key = collection.id;
  const stamp = collection.updated.string();
  if (known[key] && known[key].stamp === stamp) return known[key].fields;
  const fields = [];
  for (const field of collection.fields) {
    const [name, kind] = [field.getName(), field.type()];
    if (name !== 'id' && !field.getHidden() && TYPED.indexOf(kind) >= 0) fields.push({ name, kind });
  }
  known[key] = { stamp, fields };
  return fields;
}

function refuse(field, problem) {
  const words = rules.TEXT_PROBLEM_WORDS[problem];
  throw new ApiError(400, words, { [field]: new ValidationError(`text_${problem}`, words) });
}

function keepJson(record, name, raw) {
  const value = JSON.parse(raw);
  const problem = rules.valueProblem(value);
  if (problem !== null) refuse(name, problem);
  const stored = rules.storedValue(value);
  if (JSON.stringify(stored) !== JSON.stringify(value)) record.set(name, stored);
}

function keepText(record, { name, kind }, text) {
  const problem = rules.textProblem(text);
  if (problem !== null) refuse(name, problem);
  if (kind === 'url' && !rules.isWebLink(text)) refuse(name, 'linkNotWeb');
  const stored = rules.storedText(text);
  if (stored !== text) record.set(name, stored);
}

/** Judges what is new: what was stored before a rule was written stands in the way of nothing else. */
function keepPlain(record) {
  const before = record.isNew() ? null : record.original();
  for (const field of typedFields(record.collection())) {
    const text = record.getString(field.name);
    if (text === '' || (before !== null && before.getString(field.name) === text)) continue;
    if (field.kind === 'json') keepJson(record, field.name, text);
    else keepText(record, field, text);
  }
}

module.exports = { keepPlain };
