// What points at a record: it cannot be deleted under them, and they are named.

const rules = require(`${__hooks}/rules.js`);
const nounWords = require(`${__hooks}/nounWords.js`);

/** So many are named; of more only the number is told. */
const NAMED = 3;
const COUNTED = 100;

/** What to do instead of deleting. */
const WAYS_OUT = {
  lots: 'thu hồi lô hàng',
  pack_variants: 'rút sản phẩm khỏi danh mục',
  users: 'khóa tài khoản',
};

function wayOut(record) {
  const collection = record.collection();
  if (WAYS_OUT[collection.name]) return WAYS_OUT[collection.name];
  return collection.fields.getByName('visible_from') ? 'rút khỏi danh mục' : 'gỡ khỏi các bản ghi đó trước';
}

/** A record's name as a person knows it: its title, or that of the record which names it; empty where it has none. */
function titleOf(app, record) {
  const words = nounWords[record.collection().name];
  if (!words) return '';
  const field = record.collection().fields.getByName(words.title);
  const value = record.getString(words.title);
  if (value === '' || field === null || field.type() !== 'relation') return value;
  const named = app.findRecordsByIds(field.collectionId, [value])[0];
  return named ? titleOf(app, named) : '';
}

function wordOf(collection) {
  return nounWords[collection] ? nounWords[collection].one : collection;
}

/** Records that hang on a record through another one, and matter more than that one. */
const THROUGH = { products: { collection: 'lots', name: 'variant.product' } };

function cached(app, name) {
  try {
    return app.findCachedCollectionByNameOrId(name);
  } catch (_) {
    // A later migration makes it.
    return null;
  }
}

/** Relation fields of one noun that point at a collection. */
function fieldsTo(app, noun, target) {
  // The cached one: an import that is undone asks this of thousands of records.
  const collection = cached(app, noun);
  const found = [];
  for (const field of collection === null ? [] : collection.fields) {
    if (field.type() !== 'relation' || field.collectionId !== target.id) continue;
    found.push({ collection, name: field.getName(), isMany: field.isMultiple(), isCascade: field.cascadeDelete });
  }
  return found;
}

/** Relation fields that point at a collection and do not go with what they point at. */
function fieldsPointingAt(app, target) {
  const through = THROUGH[target.name];
  const found = through
    ? [{ collection: app.findCachedCollectionByNameOrId(through.collection), name: through.name }]
    : [];
  for (const noun of Object.keys(nounWords)) {
    for (const field of fieldsTo(app, noun, target)) if (!field.isCascade) found.push(field);
  }
  return found;
}

/** `3 sản phẩm (Mật ong, Trà, Rượu)` for each collection in which records point at this one. */
function referrers(app, record) {
  const told = [];
  for (const { collection, name, isMany } of fieldsPointingAt(app, record.collection())) {
    // A list is kept as text: `=` and `?=` compare all of it. Ids hold no sign that LIKE knows.
    const filter = `${name} ${isMany ? '~' : '='} {:id} && id != {:id}`;
    const records = app.findRecordsByFilter(collection.name, filter, '', COUNTED, 0, { id: record.id });
    if (records.length === 0) continue;
    const names = records
      .slice(0, NAMED)
      .map((each) => titleOf(app, each))
      .filter((each) => each !== '');
    if (names.length > 0 && records.length > NAMED) names.push('…');
    const count = records.length === COUNTED ? `ít nhất ${COUNTED}` : String(records.length);
    told.push(`${count} ${wordOf(collection.name).toLowerCase()}${names.length > 0 ? ` (${names.join('; ')})` : ''}`);
  }
  return told;
}

/** Refuses to delete what others point at: PocketBase would quietly leave them pointing nowhere. */
function refuseDeletingReferred(app, record) {
  const collection = record.collection();
  if (collection.system || rules.UNREVISED.indexOf(collection.name) >= 0) return;
  const found = referrers(app, record);
  if (found.length === 0) return;
  const name = titleOf(app, record) || wordOf(collection.name).toLowerCase();
  const message = `Chưa xóa được “${name}”: còn ${found.join(', ')}. Hãy ${wayOut(record)}.`;
  throw new ApiError(400, message, { id: new ValidationError('validation_referred', message) });
}

module.exports = { fieldsTo, refuseDeletingReferred, wayOut };
