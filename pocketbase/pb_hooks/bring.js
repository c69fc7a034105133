// Many records at once, brought by a program: all of them or none. PocketBase's own batches run each request within the one before, and each
// holds an engine until all are done: a demonstration of 2,000 products took 2.6 GB.

const noRoom = require(`${__hooks}/noRoom.js`);
const hand = require(`${__hooks}/hand.js`);

function bringOne(app, { collection, fields }) {
  try {
    const record = new Record(app.findCachedCollectionByNameOrId(collection));
    record.load(fields);
    app.save(record);
  } catch (error) {
    noRoom.throwOn(error);
    const title = fields.name || fields.lot_number || fields.id;
    throw new BadRequestError(`${collection} "${title}": ${error.value?.message || error.message || error}`);
  }
}

/** `POST /api/ocop/records` with `{ records: [{ collection, fields }] }`, in an order in which each finds those it points to. */
function bring(e) {
  const { records } = e.requestInfo().body;
  if (!Array.isArray(records)) throw new BadRequestError('Thiếu các bản ghi.');
  hand.writeAs($app, { ...hand.personOf(e), why: 'job' }, (app) => {
    for (const record of records) bringOne(app, record);
  });
  return e.json(200, { made: records.length });
}

module.exports = { bring };
