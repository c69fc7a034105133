// Restoring an earlier version of a record, or a record that was deleted. All rules and checks of a save hold for it.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const lots = require(`${__hooks}/lots.js`);
const review = require(`${__hooks}/review.js`);
const { COUNT_ON_FROM } = require(`${__hooks}/records.js`);

const NOT_FOUND = 'Không tìm thấy thay đổi này trong lịch sử, hoặc tài khoản này không được xem.';
const SAME = 'Bản ghi đang giống hệt phiên bản này.';
const ERASED = 'Giá trị cũ của bản ghi này đã xóa theo yêu cầu về dữ liệu cá nhân nên không khôi phục được.';
const NOT_ALLOWED = 'Tài khoản này không được khôi phục phiên bản này.';
const FILE_GONE = 'Tệp đã xóa hẳn cùng bản ghi nên không khôi phục được. Hãy tải lên lại.';
const STALE = 'Người khác vừa lưu bản ghi này. Hãy xem lại lịch sử rồi khôi phục.';

/** Given once by programs: they come with the record and are no choice of who restores. */
const GIVEN = ['created', 'updated', 'version', 'trace_code', 'corrections', 'verified'];
/** What only grows: no earlier version takes any of it back. */
const GROWING = ['corrections'];

function jsonOf(revision, field) {
  return JSON.parse(revision.getString(field) || 'null') || {};
}

/** A record's revisions from the newest back to this one. */
function backTo(app, revision) {
  const about = { collection: revision.getString('collection'), record: revision.getString('record') };
  const all = app.findRecordsByFilter(
    'revisions',
    'collection = {:collection} && record = {:record}',
    '-@rowid',
    0,
    0,
    about,
  );
  const later = [];
  for (const each of all) {
    if (each.id === revision.id) return later;
    later.push(each);
  }
  return later;
}

function canBeSet(collection, name) {
  const field = collection.fields.getByName(name);
  return field !== null && ['autodate', 'password', 'file'].indexOf(field.type()) < 0 && name !== 'version';
}

function onlySettable(collection, values) {
  const kept = {};
  for (const name of Object.keys(values)) if (canBeSet(collection, name)) kept[name] = values[name];
  return kept;
}

function titleInHistory(app, id) {
  const found = app.findRecordsByFilter('revisions', 'record = {:id}', '-@rowid', 1, 0, { id })[0];
  return found ? found.getString('title') || id : id;
}

/** Refuses to restore a relation to what is no longer there: that comes back first. */
function refuseMissing(app, collection, values) {
  for (const name of Object.keys(values)) {
    const field = collection.fields.getByName(name);
    if (field.type() !== 'relation') continue;
    const ids = [].concat(values[name] || []);
    const there = app.findRecordsByIds(field.collectionId, ids).map((each) => each.id);
    const missing = ids.filter((id) => there.indexOf(id) < 0);
    if (missing.length === 0) continue;
    const names = missing.map((id) => `“${titleInHistory(app, id)}”`).join(', ');
    const label = nounWords[collection.name] ? nounWords[collection.name].fields[name] : name;
    const message = `Mục “${label}” trỏ đến ${names} đã xóa. Hãy khôi phục bản ghi đó trước.`;
    throw new ApiError(400, message, { [name]: new ValidationError('validation_missing_rel_records', message) });
  }
}

function refuseUnlessAllowed(app, e, record, rule, values) {
  const info = e.requestInfo();
  const body = {};
  for (const name of Object.keys(values)) if (GIVEN.indexOf(name) < 0) body[name] = values[name];
  info.body = body;
  if (!app.canAccessRecord(record, info, rule)) throw new ForbiddenError(NOT_ALLOWED);
}

/** Gives a record that is there the values of an earlier version; `chosen` narrows the fields. */
function turnBack(app, e, record, values, chosen) {
  const collection = record.collection();
  lots.takeReason(e, record);
  const sent = e.requestInfo().body.version;
  if (collection.fields.getByName('version') !== null && Number(sent) !== record.getInt('version'))
    throw new ApiError(409, STALE, { version: new ValidationError('stale_version', STALE) });
  const wanted = {};
  for (const name of Object.keys(values))
    if (GROWING.indexOf(name) < 0 && (!chosen || chosen.indexOf(name) >= 0)) wanted[name] = values[name];
  refuseMissing(app, collection, wanted);
  refuseUnlessAllowed(app, e, record, collection.updateRule, wanted);
  record.load(wanted);
  review.refuseUnproposed(app, e, record);
  app.save(record);
}

/** Makes a deleted record anew under its id, as it was but for what `earlier` says. */
function bringBack(app, deletion, earlier) {
  const collection = app.findCollectionByNameOrId(deletion.getString('collection'));
  for (const field of collection.fields) if (field.type() === 'file') throw new BadRequestError(FILE_GONE);
  const before = jsonOf(deletion, 'before');
  const values = onlySettable(collection, { ...before, ...earlier });
  refuseMissing(app, collection, values);
  const record = new Record(collection);
  record.load(values);
  record.set('id', deletion.getString('record'));
  record.setRaw('created', new DateTime(before.created));
  record.set(COUNT_ON_FROM, deletion.getInt('record_version'));
  if (collection.isAuth()) record.setRandomPassword();
  app.save(record);
  return { record, values };
}

function belongsTo(app, deletion, ids) {
  const collection = app.findCollectionByNameOrId(deletion.getString('collection'));
  const before = jsonOf(deletion, 'before');
  for (const field of collection.fields) {
    if (field.type() === 'relation' && field.cascadeDelete && ids.indexOf(before[field.getName()]) >= 0) return true;
  }
  return false;
}

/** What was deleted only because this was, in the same transaction; the outermost was deleted last. */
function bringBackItsOwn(app, deletion) {
  const tx = deletion.getString('tx');
  if (tx === '') return;
  const back = [deletion.getString('record')];
  for (const each of app.findRecordsByFilter('revisions', "tx = {:tx} && action = 'delete'", '-@rowid', 0, 0, { tx })) {
    if (each.id === deletion.id || !belongsTo(app, each, back)) continue;
    bringBack(app, each, {});
    back.push(each.getString('record'));
  }
}

function restoreIn(app, e, revision) {
  const later = backTo(app, revision);
  if (later.some((each) => each.getString('action') === 'erase')) throw new BadRequestError(ERASED);
  const collection = app.findCollectionByNameOrId(revision.getString('collection'));
  const updates = later.filter((each) => each.getString('action') === 'update');
  const values = onlySettable(
    collection,
    rules.stateBefore(
      {},
      updates.map((each) => jsonOf(each, 'before')),
    ),
  );
  const present = app.findRecordsByIds(collection.name, [revision.getString('record')])[0];
  if (present) {
    if (Object.keys(values).length === 0) throw new BadRequestError(SAME);
    return turnBack(app, e, present, values, e.requestInfo().body.fields);
  }
  const deletion = [...later, revision].filter((each) => each.getString('action') === 'delete')[0];
  if (!deletion) throw new NotFoundError(NOT_FOUND);
  const made = bringBack(app, deletion, values);
  refuseUnlessAllowed(app, e, made.record, collection.createRule, made.values);
  review.refuseUnproposed(app, e, made.record);
  bringBackItsOwn(app, deletion);
}

/** `POST /api/ocop/revisions/{id}/restore` with `{ version, fields? }`: the record is again what it was after this revision. */
function restore(e) {
  const id = e.request.pathValue('id');
  const revision = $app.findRecordsByIds('revisions', [id])[0];
  if (!revision || !$app.canAccessRecord(revision, e.requestInfo(), revision.collection().viewRule))
    throw new NotFoundError(NOT_FOUND);
  hand.writeAs($app, { ...hand.personOf(e), why: 'restore', note: id }, (app) => restoreIn(app, e, revision));
  return e.json(200, { collection: revision.getString('collection'), record: revision.getString('record') });
}

module.exports = { restore };
