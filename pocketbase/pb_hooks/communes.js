// The public list of a commune's products stands under its slug. When the slug changes or the commune merges into another, the old
// address leads on; no other commune gets it.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);

const TAKEN = 'Địa chỉ này đã dùng cho một xã, phường khác và không cấp lại.';
const CIRCLE = 'Xã, phường không sáp nhập vào chính nó, cũng không đi vòng.';

function refuse(field, code, message) {
  throw new ApiError(400, message, { [field]: new ValidationError(code, message) });
}

function rowOf(app, path) {
  return app.findRecordsByFilter('addresses', 'path = {:path}', '', 1, 0, { path })[0] || null;
}

/** The commune in which a merged one has ended; itself where it was not merged. */
function successorOf(app, commune) {
  const seen = [commune.id];
  let present = commune;
  while (present.getString('merged_into') !== '') {
    const next = present.getString('merged_into');
    if (seen.indexOf(next) >= 0) refuse('merged_into', 'validation_merged_in_a_circle', CIRCLE);
    seen.push(next);
    present = app.findRecordById('communes', next);
  }
  return present;
}

function leadOn(app, commune, path, target) {
  const row =
    rowOf(app, path) || new Record(app.findCollectionByNameOrId('addresses'), { path, collection: 'communes' });
  const owner = row.getString('record');
  if (owner !== '' && owner !== commune.id) return;
  row.set('record', commune.id);
  row.set('redirect', path === target ? '' : target);
  app.save(row);
}

/** Saves a commune with its addresses, or neither. */
function saveWithAddresses(e) {
  hand.passAs(e, { why: 'hook' }, null, (app) => {
    const commune = e.record;
    const own = rules.communeAddress(commune.getString('slug'));
    const taken = rowOf(app, own);
    if (taken !== null && taken.getString('record') !== commune.id) refuse('slug', 'validation_address_taken', TAKEN);
    const target = rules.communeAddress(successorOf(app, commune).getString('slug'));
    const before = commune.original().getString('slug');
    const paths = app
      .findRecordsByFilter('addresses', 'record = {:id}', '', 0, 0, { id: commune.id })
      .map((row) => row.getString('path'));
    if (before !== '' && before !== commune.getString('slug')) paths.push(rules.communeAddress(before));
    if (own !== target) paths.push(own);
    for (const path of paths) leadOn(app, commune, path, target);
  });
}

module.exports = { saveWithAddresses };
