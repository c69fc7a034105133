// What the record hooks do. Plain CommonJS for PocketBase's engine: each handler requires this file inside itself.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);
const noRoom = require(`${__hooks}/noRoom.js`);
const references = require(`${__hooks}/references.js`);
const recognitions = require(`${__hooks}/recognitions.js`);
const review = require(`${__hooks}/review.js`);
const standing = require(`${__hooks}/standing.js`);
const lots = require(`${__hooks}/lots.js`);

/** The hand of a change that no request asked for. */
const BY_HOOK = { why: 'hook' };

const SAVED_BY_OTHERS = 'Người khác vừa lưu bản ghi này. Những gì bạn nhập vẫn còn; hãy mở bản mới, so lại rồi lưu.';

/** Not a field: what a restored record carries while it is saved. */
const COUNT_ON_FROM = 'count_on_from';

function refuse(field, code, message, status = 400) {
  throw new ApiError(status, message, { [field]: new ValidationError(code, message) });
}

function hasField(record, name) {
  return record.collection().fields.getByName(name) !== null;
}

/**
 * A person must say which version was changed; the number is compared where nobody else can write in between. A program need not, but
 * what it asked for was laid over the record as read before, so it too is refused when somebody saved since.
 */
function saveOnlyFresh(e) {
  const read = e.record.original().getInt('version');
  const sent = e.requestInfo().body.version;
  const check = (app) => {
    if (!hasField(e.record, 'version')) return;
    const kept = app.findRecordById(e.record.collection().id, e.record.id).getInt('version');
    if (sent === undefined && !e.hasSuperuserAuth())
      refuse('version', 'validation_required', 'Thiếu số phiên bản của bản ghi.');
    if ((sent !== undefined && Number(sent) !== kept) || read !== kept)
      refuse('version', 'stale_version', SAVED_BY_OTHERS, 409);
    e.record.set('version', kept);
    lots.takeReason(e);
    review.refuseUnproposed(app, e, e.record);
  };
  if (!isUrgent(e.record)) return hand.passRequest(e, check);
  noRoom.tellingUrgent(() => {
    standing.refuseWithoutRoom();
    hand.passRequest(e, check);
  });
}

/** What must reach the public on a full disk too: a recall, and whatever may take a consent back. */
function isUrgent(record) {
  const collection = record.collection().name;
  return collection === 'producer_contacts' || (collection === 'lots' && record.getString('state') === 'recalled');
}

/** Counts on from the version that was read, whoever saves: form, route, or a cascade. */
function countVersion(record) {
  if (hasField(record, 'version')) record.set('version', record.original().getInt('version') + 1);
}

/** A record that comes back counts on from the version it had. */
function startVersion(record) {
  if (hasField(record, 'version')) record.set('version', record.getInt(COUNT_ON_FROM) + 1);
}

/** Whether another lot ever had the code: one that is there, one that was public, one that was deleted as a draft. */
function isUsedTraceCode(app, code, lot) {
  const others = $dbx.exp('id != {:lot}', { lot });
  const inLots = app.countRecords('lots', $dbx.hashExp({ trace_code: code }), others);
  const inLedger = app.countRecords(
    'addresses',
    $dbx.hashExp({ path: `/t/${code}` }),
    $dbx.exp('record != {:lot}', { lot }),
  );
  const deleted = `collection = 'lots' AND action = 'delete' AND record != {:lot} AND json_extract(before, '$.trace_code') = {:code}`;
  return inLots + inLedger + app.countRecords('revisions', $dbx.exp(deleted, { lot, code })) > 0;
}

/** Nine random signs and their check sign, never one that was used before. */
function freshTraceCode(app) {
  for (;;) {
    const code = rules.withCheckSign($security.randomStringWithAlphabet(9, rules.TRACE_ALPHABET));
    if (!isUsedTraceCode(app, code, '')) return code;
  }
}

/** A code is the program's to give. Only a superuser (a loader, an import) may bring one, and it must be right. */
function giveTraceCode(e) {
  const brought = e.record.getString('trace_code');
  if (brought !== '' && !rules.isTraceCode(brought))
    refuse('trace_code', 'validation_trace_code', 'Mã truy xuất gõ chưa đúng.');
  if (brought !== '' && isUsedTraceCode(e.app, brought, e.record.id))
    refuse('trace_code', 'validation_trace_code_used', 'Mã truy xuất này đã cấp cho lô khác và không cấp lại.');
  if (brought === '') e.record.set('trace_code', freshTraceCode(e.app));
}

function keepTraceCode(record) {
  const before = record.original();
  if (before.getString('trace_code') !== record.getString('trace_code')) {
    refuse('trace_code', 'validation_trace_code_fixed', 'Mã truy xuất đã cấp thì không đổi.');
  }
  if (before.getString('state') !== 'draft' && record.getString('state') === 'draft') {
    refuse(
      'state',
      'validation_lot_left_draft',
      'Lô đã phát hành mã không quay lại bản nháp được: mã in trên tem phải luôn trả lời.',
    );
  }
  if (record.getString('state') === 'recalled' && record.getDateTime('recalled_at').isZero())
    record.set('recalled_at', new DateTime());
}

/** A household's address says nothing of the person, whoever writes the record. */
function neutralAddress(record) {
  if (record.getBool('natural_person') && !/^ho-[a-z0-9]{4,}$/.test(record.getString('slug'))) {
    record.set(
      'slug',
      rules.neutralSlug(record.id || $security.randomStringWithAlphabet(8, 'abcdefghijkmnpqrstuvwxyz23456789')),
    );
  }
}

function find(app, collection, id) {
  return id === '' ? null : app.findRecordById(collection, id);
}

/** What the rule on public addresses needs of a record. */
function addressFacts(app, record) {
  const collection = record.collection().name;
  const variant = collection === 'lots' ? find(app, 'pack_variants', record.getString('variant')) : null;
  const product = collection === 'pack_variants' ? find(app, 'products', record.getString('product')) : null;
  return {
    collection,
    state: (product || record).getString('state'),
    slug: hasField(record, 'slug') ? record.getString('slug') : '',
    traceCode: collection === 'lots' ? record.getString('trace_code') : '',
    gtin: collection === 'pack_variants' ? record.getString('gtin') : variant ? variant.getString('gtin') : '',
    lotNumber: collection === 'lots' ? record.getString('lot_number') : '',
  };
}

function addressRow(app, path) {
  const found = app.findRecordsByFilter('addresses', 'path = {:path}', '', 1, 0, { path });
  return found[0] || null;
}

/** Writes one address into the ledger. An address that ever belonged to another record is refused: it is on a label or in an index. */
function claimAddress(app, record, path) {
  const collection = record.collection().name;
  const row = addressRow(app, path) || new Record(app.findCollectionByNameOrId('addresses'), { path });
  const owner = row.getString('record');
  if (owner !== '' && owner !== record.id) {
    const field = collection === 'pack_variants' ? 'gtin' : collection === 'lots' ? 'lot_number' : 'slug';
    refuse(field, 'validation_address_taken', `Địa chỉ ${path} đã dùng cho một bản ghi khác và không cấp lại.`);
  }
  const printed = row.getBool('printed') || (collection === 'lots' && record.getBool('stamps_printed'));
  if (owner === record.id && row.getString('redirect') === '' && row.getBool('printed') === printed) return;
  row.set('collection', collection);
  row.set('record', record.id);
  row.set('redirect', '');
  row.set('printed', printed);
  app.save(row);
}

/** The addresses a record had before lead to those it has now. One that names a natural person goes: privacy before permanence. */
function redirectOldAddresses(app, record, present) {
  const isPerson = record.collection().name === 'producers' && record.getBool('natural_person');
  for (const row of app.findRecordsByFilter('addresses', 'record = {:id}', '', 0, 0, { id: record.id })) {
    const path = row.getString('path');
    const target = rules.redirectOf(path, present);
    if (target === null) continue;
    if (isPerson && !/\/ho-[a-z0-9]+$/.test(path)) {
      app.delete(row);
    } else if (row.getString('redirect') !== target) {
      row.set('redirect', target);
      app.save(row);
    }
  }
}

function keepLedgerOf(app, record) {
  const present = rules.publicAddresses(addressFacts(app, record));
  for (const path of present) claimAddress(app, record, path);
  redirectOldAddresses(app, record, present);
}

/** Records whose addresses hang on this one: packs on their product's state, lots on their pack's GTIN. */
function dependants(app, record) {
  const collection = record.collection().name;
  if (collection === 'products')
    return app.findRecordsByFilter('pack_variants', 'product = {:id}', '', 0, 0, { id: record.id });
  if (collection === 'pack_variants')
    return app.findRecordsByFilter('lots', 'variant = {:id}', '', 0, 0, { id: record.id });
  return [];
}

/** Saves a record with its addresses, or neither. */
function saveWithAddresses(e) {
  hand.passAs(e, BY_HOOK, null, (app) => {
    keepLedgerOf(app, e.record);
    for (const dependant of dependants(app, e.record)) keepLedgerOf(app, dependant);
  });
}

/** Once stamps carry an address it cannot change any more, unless whoever keeps the server says that it leads on to the new one. */
function freezePublicAddress(record) {
  const before = record.original();
  if (!before.getBool('stamps_printed')) return;
  const address = before.getString('public_address');
  // What is no address stands on no stamp that leads anywhere.
  const isFrozen = rules.isOrigin(address) && !rules.isFormerSite(address, $os.getenv('OCOP_FORMER_SITE'));
  if (isFrozen && before.getString('public_address') !== record.getString('public_address')) {
    refuse('public_address', 'validation_address_frozen', 'Đã in tem mang địa chỉ này nên không đổi được nữa.');
  }
  if (!record.getBool('stamps_printed'))
    refuse('stamps_printed', 'validation_address_frozen', 'Tem đã in thì không gỡ dấu được.');
}

/** What ever had a public address or stands on labels may be withdrawn, never deleted. */
function refuseDeletingPublished(app, record) {
  const collection = record.collection().name;
  if (collection === 'lots' && record.getBool('stamps_printed')) {
    const words = `Tem của lô ${record.getString('lot_number')} đã in nên không xóa được lô. Hãy thu hồi lô hàng.`;
    refuse('state', 'validation_stamps_printed', words);
  }
  const rows = app.findRecordsByFilter('addresses', 'record = {:id}', '', 1, 0, { id: record.id });
  if (rows.length === 0) return;
  const message = `Địa chỉ ${rows[0].getString('path')} đã công khai nên không xóa được bản ghi này. Hãy ${references.wayOut(record)}.`;
  refuse(hasField(record, 'state') ? 'state' : 'gtin', 'validation_address_public', message);
}

/** Deletes a record with what belongs to it alone; nothing else may point at it, nor any label or index. */
function deleteUnreferred(e) {
  hand.passAs(e, BY_HOOK, (app) => {
    recognitions.freeEarlier(app, e.record);
    references.refuseDeletingReferred(app, e.record);
    refuseDeletingPublished(app, e.record);
  });
}

module.exports = {
  COUNT_ON_FROM,
  countVersion,
  deleteUnreferred,
  freezePublicAddress,
  giveTraceCode,
  keepTraceCode,
  neutralAddress,
  saveOnlyFresh,
  saveWithAddresses,
  startVersion,
};
