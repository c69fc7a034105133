// One decision with many products, recognised or withdrawn in one step: all rows are saved, or none and each tells what is wrong with it.

const rules = require(`${__hooks}/rules.js`);
const noRoom = require(`${__hooks}/noRoom.js`);
const hand = require(`${__hooks}/hand.js`);
const access = require(`${__hooks}/access.js`);
const { wordsOf } = require(`${__hooks}/imports.js`);

/** More products than any decision has had. */
const MOST_ROWS = 2000;

const NOT_FOUND = 'Không tìm thấy quyết định này, hoặc tài khoản này không được xem.';
const NOT_ALLOWED = 'Tài khoản này không được ghi công nhận sao.';
const NO_ROWS = 'Chưa có sản phẩm nào.';
const TOO_MANY = `Nhiều nhất ${MOST_ROWS} sản phẩm một lần.`;
const NOT_RECOGNITION = 'Quyết định này không phải quyết định công nhận. Hãy xem lại mục Loại của quyết định.';
const NOT_WITHDRAWAL =
  'Quyết định này không phải quyết định thu hồi giấy chứng nhận. Hãy xem lại mục Loại của quyết định.';
const NOTHING_SAVED = 'Chưa lưu dòng nào: có dòng cần sửa.';
const NOTHING_TO_WITHDRAW = 'Sản phẩm không có giấy chứng nhận nào còn hiệu lực vào ngày thu hồi.';
const NO_DAY = 'Hãy ghi ngày thu hồi giấy chứng nhận, hoặc ghi ngày ở quyết định.';

const COMMON = ['legal_basis', 'issued_on', 'expires_on', 'pending_central'];
const OWN = ['product', 'stars', 'score', 'case', 'note'];

function decisionOf(e, kinds, words) {
  const decision = $app.findRecordsByIds('decisions', [e.request.pathValue('id')])[0];
  if (!decision || !$app.canAccessRecord(decision, e.requestInfo(), decision.collection().viewRule))
    throw new NotFoundError(NOT_FOUND);
  if (kinds.indexOf(decision.getString('kind')) < 0) throw new BadRequestError(words);
  return decision;
}

function rowsOf(body) {
  const rows = body.rows;
  if (!Array.isArray(rows) || rows.length === 0) throw new BadRequestError(NO_ROWS);
  if (rows.length > MOST_ROWS) throw new BadRequestError(TOO_MANY);
  return rows;
}

function refuseUnlessAllowed(app, e, record, rule, values) {
  const info = e.requestInfo();
  info.body = values;
  if (!app.canAccessRecord(record, info, rule)) throw new ForbiddenError(NOT_ALLOWED);
}

function pick(from, names) {
  const found = {};
  for (const name of names) if (from && from[name] !== undefined) found[name] = from[name];
  return found;
}

/** Days of issue of those that a recognition took the place of. */
function endedBy(app, id) {
  return app
    .findRecordsByFilter('recognitions', 'superseded_by = {:id}', 'issued_on', 0, 0, { id })
    .map((each) => each.getString('issued_on'));
}

function recogniseRow(app, e, decision, common, row) {
  const collection = app.findCachedCollectionByNameOrId('recognitions');
  const record = new Record(collection);
  const values = { ...common, ...pick(row, OWN), decision: decision.id, source_url: decision.getString('source_url') };
  record.load(values);
  app.save(record);
  refuseUnlessAllowed(app, e, record, collection.createRule, values);
  return { product: record.getString('product'), ids: [record.id], ended: endedBy(app, record.id) };
}

function runsOn(record, day) {
  const term = rules.termOf(record.getString('issued_on'), record.getString('expires_on'));
  const bounds = rules.dayBounds(day);
  return term === null || bounds === null || term.latestEnd >= bounds.first;
}

/** The certificates of a product that are there to be withdrawn on that day. */
function runningOf(app, product, day) {
  const filter = `product = {:product} && superseded_by = '' && revoked_on = '' && pending_central = false`;
  const found = app.findRecordsByFilter('recognitions', filter, '', 0, 0, { product });
  return found.filter((record) => runsOn(record, day));
}

function withdrawRow(app, e, values, row) {
  const product = String(pick(row, OWN).product || '');
  const running = runningOf(app, product, values.revoked_on);
  if (running.length === 0) throw new BadRequestError(NOTHING_TO_WITHDRAW);
  for (const record of running) {
    refuseUnlessAllowed(app, e, record, record.collection().updateRule, values);
    record.load(values);
    app.save(record);
  }
  return { product, ids: running.map(({ id }) => id), ended: [] };
}

/**
 * Runs all rows in one transaction as whoever asks, after `prepare`; answers with each row's outcome, and what `more` adds. A row that asks for
 * nothing new answers null.
 */
function saveRows(e, rows, note, saveRow, { prepare = () => undefined, more = () => ({}) } = {}) {
  const saved = [];
  const refused = {};
  const all = (app) => {
    prepare(app);
    rows.forEach((row, at) => {
      try {
        const outcome = saveRow(app, row);
        if (outcome !== null) saved.push(outcome);
      } catch (error) {
        noRoom.throwOn(error);
        if (String(error).indexOf(NOT_ALLOWED) >= 0) throw error;
        refused[at] = wordsOf(error, 'recognitions');
      }
    });
    if (Object.keys(refused).length > 0) throw new BadRequestError(NOTHING_SAVED);
  };
  try {
    hand.writeAs($app, { ...hand.personOf(e), why: 'form', note }, all);
  } catch (error) {
    noRoom.throwOn(error);
    if (Object.keys(refused).length === 0) throw error;
    return e.json(400, { status: 400, message: NOTHING_SAVED, data: {}, rows: refused });
  }
  return e.json(200, { rows: saved, ...more() });
}

/** `POST /api/ocop/decisions/{id}/recognitions` with `{ common, rows }`: the products that a decision recognises. */
function recognise(e) {
  access.refuseUnlessWriter(e, ['recognitions'], NOT_ALLOWED);
  const decision = decisionOf(e, ['recognition', 'proposal'], NOT_RECOGNITION);
  const { body } = e.requestInfo();
  const rows = rowsOf(body);
  const common = pick(body.common, COMMON);
  return saveRows(e, rows, decision.getString('number'), (app, row) => recogniseRow(app, e, decision, common, row));
}

/** `POST /api/ocop/decisions/{id}/withdrawals` with `{ revoked_on, revocation_ground, rows }`: the running certificates of products. */
function withdraw(e) {
  access.refuseUnlessWriter(e, ['recognitions'], NOT_ALLOWED);
  const decision = decisionOf(e, ['withdrawal'], NOT_WITHDRAWAL);
  const { body } = e.requestInfo();
  const rows = rowsOf(body);
  const revoked_on = body.revoked_on || decision.getString('decided_on');
  if (!revoked_on) throw new BadRequestError(NO_DAY);
  const values = { revoked_on, revocation_ground: body.revocation_ground || '', revocation_decision: decision.id };
  return saveRows(e, rows, decision.getString('number'), (app, row) => withdrawRow(app, e, values, row));
}

module.exports = { MOST_ROWS, NOT_RECOGNITION, pick, recognise, recogniseRow, refuseUnlessAllowed, saveRows, withdraw };
