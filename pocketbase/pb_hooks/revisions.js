// Keeps the triggers that write revisions in step with the collections, and the revisions as they are.

const rules = require(`${__hooks}/rules.js`);
const nounWords = require(`${__hooks}/nounWords.js`);

function isRevised(collection) {
  return collection.type !== 'view' && !collection.system && rules.UNREVISED.indexOf(collection.name) < 0;
}

function hasRevisions(app) {
  return app.hasTable('revisions') && app.hasTable(rules.HAND_TABLE);
}

/** A collection's fields as the rule on triggers needs them. */
function fieldsOf(collection) {
  const fields = [];
  for (const field of collection.fields) {
    const many = typeof field.isMultiple === 'function' && field.isMultiple();
    fields.push({ name: field.getName(), type: field.type(), many });
  }
  return fields;
}

function run(app, sql) {
  app.db().newQuery(sql).execute();
}

function dropTriggers(app, name) {
  for (const trigger of rules.revisionTriggerNames(name)) run(app, `DROP TRIGGER IF EXISTS [${trigger}]`);
}

function installTriggers(app, collection) {
  dropTriggers(app, collection.name);
  // The engine's own SQL parser is asked for nothing: no `{:name}` or `[[name]]` stands in these statements.
  const title = nounWords[collection.name] ? nounWords[collection.name].title : '';
  for (const sql of rules.revisionTriggers(collection.name, fieldsOf(collection), title)) run(app, sql);
}

/** A collection is made or changed: its columns cannot change under triggers that name them. */
function followSchema(e) {
  const outer = e.app;
  outer.runInTransaction((app) => {
    e.app = app;
    const old = e.collection.isNew() ? null : app.findCollectionByNameOrId(e.collection.id).name;
    if (old !== null) dropTriggers(app, old);
    e.next();
    if (e.collection.name === 'revisions') installAll(app);
    else if (hasRevisions(app) && isRevised(e.collection)) installTriggers(app, e.collection);
  });
  e.app = outer;
}

function installAll(app) {
  for (const sql of rules.REVISION_GUARDS) run(app, sql);
  for (const collection of app.findAllCollections('base', 'auth'))
    if (isRevised(collection)) installTriggers(app, collection);
}

/** At the start: the program may be newer than the triggers, or somebody with the database in hand took one away. */
function installAtStart(app) {
  if (!hasRevisions(app)) return;
  app.runInTransaction((inner) => {
    run(inner, `DELETE FROM ${rules.HAND_TABLE}`);
    installAll(inner);
  });
}

const KEPT = 'Lịch sử thay đổi do hệ thống ghi; không ai thêm, sửa hay xóa được.';

/** Nobody writes them past the triggers, superusers included. */
function refuse() {
  throw new BadRequestError(KEPT);
}

/** A schema sent whole could leave the revisions out. */
function refuseSchema() {
  throw new BadRequestError('Cấu trúc dữ liệu chỉ đổi khi nâng cấp phần mềm.');
}

/** Nor takes the whole collection away. */
function keepCollection(e) {
  if (e.collection.name === 'revisions') refuse();
  e.next();
}

module.exports = { followSchema, installAtStart, isRevised, keepCollection, refuse, refuseSchema };
