// What the table of access (domain/access.ts) says to routes that write many records. Single records PocketBase's own rules guard.

const table = require(`${__hooks}/accessTable.js`);
const rules = require(`${__hooks}/rules.js`);

const NOT_ALLOWED = 'Tài khoản này không được ghi các loại bản ghi này.';
const NOT_FOUND = 'Không tìm thấy bản ghi này, hoặc tài khoản này không được xem.';
const OUT_OF_LIMITS = rules.LIMIT_WORDS.outside;

/** Who asks, as the table knows people; a locked one is nobody. */
function personOf(e) {
  const user = e.auth;
  if (!user || user.getBool('disabled')) return { role: '', communes: [], collections: [] };
  return {
    role: user.getString('role'),
    communes: user.getStringSlice('communes'),
    collections: user.getStringSlice('collections'),
  };
}

/** Whether who asks makes and changes records of a collection; of which communes is asked for each record. */
function mayWrite(e, collection) {
  if (e.hasSuperuserAuth()) return true;
  const person = personOf(e);
  return ['create', 'update'].every((deed) => ['all', 'limited'].indexOf(table.grantOf(person, deed, collection)) >= 0);
}

function refuseUnlessWriter(e, collections, words) {
  if (!collections.every((name) => mayWrite(e, name))) throw new ForbiddenError(words || NOT_ALLOWED);
}

/** Whether who asks may do a deed that is no single record's. */
function mayDo(e, deed) {
  return e.hasSuperuserAuth() || table.mayDo(personOf(e).role, deed);
}

/** Whether each record has to be asked for: nearly everybody writes for the whole province. */
function isLimitedToCommunes(e) {
  return !e.hasSuperuserAuth() && personOf(e).communes.length > 0;
}

/** Whether PocketBase's own rule lets who asks make this record, or change it by `values`. */
function mayWriteRecord(app, e, record, action, values) {
  const info = e.requestInfo();
  info.body = values;
  const { createRule, updateRule } = record.collection();
  return app.canAccessRecord(record, info, action === 'create' ? createRule : updateRule);
}

/** `GET /api/ocop/writable/{collection}/{id}`: whether PocketBase's own rule would let who asks change the record. */
function tellWritable(e) {
  const collection = e.request.pathValue('collection');
  const record = table.ACCESS[collection] ? $app.findRecordsByIds(collection, [e.request.pathValue('id')])[0] : null;
  if (!record || !$app.canAccessRecord(record, e.requestInfo(), record.collection().viewRule))
    throw new NotFoundError(NOT_FOUND);
  return e.json(200, { writable: mayWriteRecord($app, e, record, 'update', {}) });
}

module.exports = { OUT_OF_LIMITS, isLimitedToCommunes, mayDo, mayWriteRecord, refuseUnlessWriter, tellWritable };
