// Writes the steps of an import. New records of the collections below are checked one by one but written by one prepared statement for
// all: the triggers of revisions are long, and SQLite would read them anew for each record. Every other step is a save like any other.
//
// What a save checks holds here too: the collection's own checks (`app.validate`), and what hooks do with a new record of these
// collections (Writer.write and PREPARE). A hook that is added for them belongs here as well: tests/pocketbase/importHooks.test.ts asks.

const noRoom = require(`${__hooks}/noRoom.js`);
const records = require(`${__hooks}/records.js`);
const recognitions = require(`${__hooks}/recognitions.js`);
const contradictions = require(`${__hooks}/contradictions.js`);
const texts = require(`${__hooks}/texts.js`);
const { wordOf, wordsOf } = require(`${__hooks}/importWords.js`);

const nothing = () => undefined;

/** What the hooks do with a new record before it is written; none has a public address, since no import approves. */
const PREPARE = {
  producers: (_, record) => records.neutralAddress(record),
  producer_contacts: nothing,
  products: nothing,
  decisions: nothing,
  recognitions: (app, record) => recognitions.refuseWrong(app, record),
  sales_points: nothing,
  fairs: nothing,
};

function recordOf(app, { collection, id, action, fields }) {
  const record =
    action === 'create'
      ? new Record(app.findCachedCollectionByNameOrId(collection))
      : app.findRecordById(collection, id);
  record.load(fields);
  if (action === 'create') record.set('id', id);
  return record;
}

/** Writes new records of one collection by one statement. */
class Writer {
  constructor(app, collection) {
    const names = [];
    for (const field of collection.fields) names.push(field.getName());
    const columns = names.map((name) => `[[${name}]]`).join(', ');
    const values = names.map((name) => `{:${name}}`).join(', ');
    this.app = app;
    this.dates = names.filter((name) => collection.fields.getByName(name).type() === 'autodate');
    this.insert = app.db().newQuery(`INSERT INTO {{${collection.name}}} (${columns}) VALUES (${values})`).prepare();
  }

  write(record) {
    records.startVersion(record);
    texts.keepPlain(record);
    contradictions.refuseContradictions(this.app, record);
    PREPARE[record.collection().name](this.app, record);
    this.app.validate(record);
    const now = new DateTime();
    for (const name of this.dates) record.setRaw(name, now);
    this.insert.bind(record.dbExport(this.app)).execute();
  }

  close() {
    this.insert.close();
  }
}

/** Products with more than one recognition, there or in the plan: which one takes whose place is settled by saving them one by one. */
function contendedProducts(app, lines) {
  const taken = {};
  const rows = arrayOf(new DynamicModel({ product: '' }));
  app.db().newQuery('SELECT DISTINCT product FROM recognitions').all(rows);
  for (const { product } of rows) taken[product] = 1;
  for (const line of lines) {
    // A line takes longer to parse than to search.
    if (line.indexOf('"recognitions"') < 0) continue;
    const { collection, action, fields } = JSON.parse(line);
    if (collection !== 'recognitions' || action !== 'create') continue;
    taken[fields.product] = (taken[fields.product] || 0) + 1;
  }
  return taken;
}

function isSimple({ collection, action, fields }, taken) {
  if (action !== 'create' || !PREPARE[collection]) return false;
  if (collection !== 'recognitions') return true;
  return taken[fields.product] === 1 && !fields.superseded_by && !fields.evaluation;
}

/** Writes one step; `writers` are the statements open so far. */
function write(app, step, writers, taken) {
  const record = recordOf(app, step);
  if (!isSimple(step, taken)) return app.save(record);
  if (!writers[step.collection]) writers[step.collection] = new Writer(app, record.collection());
  try {
    writers[step.collection].write(record);
  } catch (error) {
    // What the database itself refuses, such as an address that is taken, a plain save tells in words.
    if (/constraint failed/.test(String(error))) return app.save(recordOf(app, step));
    throw error;
  }
}

/** Writes all steps of a plan, in order. */
function writeAll(app, lines) {
  const taken = contendedProducts(app, lines);
  const writers = {};
  try {
    for (const line of lines) {
      const step = JSON.parse(line);
      try {
        write(app, step, writers, taken);
      } catch (error) {
        noRoom.throwOn(error);
        const where = `${wordOf(step.collection)} “${step.title}”, dòng ${step.row}`;
        throw new BadRequestError(`${where}: ${wordsOf(error, step.collection)} Chưa ghi gì.`);
      }
    }
  } finally {
    for (const name of Object.keys(writers)) writers[name].close();
  }
}

module.exports = { writeAll };
