// Writes status/tinh-trang.json (pocketbase/domain/standing.ts) from the records: recalled and withdrawn lots, and personal items that a kept release
// shows although nobody may see them any more. The only writer of that file.

const rules = require(`${__hooks}/rules.js`);
const { isThere, writeDurably } = require(`${__hooks}/durable.js`);
const noRoom = require(`${__hooks}/noRoom.js`);

function statusFolder() {
  return $filepath.join($filepath.dir($app.dataDir()), 'status');
}

/** What a file holds; null where it is not there, as before the first release, or was cut short. */
function readJson(file) {
  try {
    return JSON.parse(toString($os.readFile(file)));
  } catch (_) {
    return null;
  }
}

/** Producer id → items that some kept release shows; written by publishing, beside the folder that is served. */
function shownItems() {
  return readJson($filepath.join(statusFolder(), '..', 'shown.json')) || {};
}

function recalledLots(app) {
  const recalled = {};
  for (const lot of app.findRecordsByFilter('lots', 'state = "recalled"', 'id', 0, 0)) {
    recalled[lot.id] = {
      lot: lot.getString('lot_number'),
      at: lot.getDateTime('recalled_at').unix() * 1000,
      reason: lot.getString('recall_reason'),
      phone: lot.getString('recall_phone'),
    };
  }
  return recalled;
}

function withdrawnLots(app) {
  const withdrawn = {};
  for (const lot of app.findRecordsByFilter('lots', 'state = "withdrawn"', 'id', 0, 0)) {
    withdrawn[lot.id] = {
      lot: lot.getString('lot_number'),
      day: lot.getString('withdrawn_on'),
      reason: lot.getString('withdrawal_reason'),
    };
  }
  return withdrawn;
}

function firstRecord(app, collection, filter, params) {
  return app.findRecordsByFilter(collection, filter, '', 1, 0, params)[0] || null;
}

const VALUES = { address: 'address_as_printed', phone: 'phone', email: 'email', representative: 'representative' };

/** What the rule on consent needs; an item whose value was deleted counts as taken back. */
function consentOf(app, id) {
  const producer = firstRecord(app, 'producers', 'id = {:id}', { id });
  const contact = firstRecord(app, 'producer_contacts', 'producer = {:id}', { id });
  const allowed = {};
  for (const item of rules.PERSONAL_ITEMS) {
    const hasValue = contact !== null && (!VALUES[item] || contact.getString(VALUES[item]) !== '');
    allowed[item] = hasValue && contact.getBool(`${item}_public`);
  }
  return {
    exists: producer !== null,
    facts: { naturalPerson: producer === null || producer.getBool('natural_person'), allowed },
  };
}

function withdrawnItems(app) {
  const shown = shownItems();
  const withdrawn = {};
  for (const id of Object.keys(shown)) {
    const consent = consentOf(app, id);
    const items = shown[id].filter((item) => !consent.exists || !rules.mayShow(item, consent.facts));
    if (items.length > 0) withdrawn[id] = items;
  }
  return withdrawn;
}

/** Computes the file anew and writes it whole; returns what it holds. */
function writeStanding(app) {
  const standing = {
    recalled: recalledLots(app),
    withdrawn: withdrawnItems(app),
    lotsWithdrawn: withdrawnLots(app),
  };
  const folder = statusFolder();
  $os.mkdirAll(folder, 0o755);
  const write = () => writeDurably(folder, 'tinh-trang.json', JSON.stringify(standing), 0o644);
  try {
    write();
  } catch (error) {
    // A recall goes before everything that the reserve is kept for.
    if (!noRoom.openReserve()) throw error;
    write();
  }
  return standing;
}

/** Larger than what one more recall adds. */
const MORE_BYTES = 65536;

/**
 * Throws where the file would find no room. Asked before a recall or a withdrawn consent is saved: once it is, it is answered as saved,
 * whatever becomes of the file.
 */
function refuseWithoutRoom() {
  const folder = statusFolder();
  $os.mkdirAll(folder, 0o755);
  const probe = $filepath.join(folder, `room.${$security.pseudorandomString(8)}.part`);
  const present = JSON.stringify(readJson($filepath.join(folder, 'tinh-trang.json')));
  try {
    $os.writeFile(probe, present + ' '.repeat(MORE_BYTES), 0o600);
  } finally {
    $os.removeAll(probe);
  }
}

/** A lot matters when it is recalled or withdrawn, or was; a file that cannot be read is made again by whatever is saved next. */
function lotChanged(e) {
  const file = $filepath.join(statusFolder(), 'tinh-trang.json');
  const was = readJson(file);
  const isNow = ['recalled', 'withdrawn'].indexOf(e.record.getString('state')) >= 0;
  const { recalled = {}, lotsWithdrawn = {} } = was || {};
  const isTold = was === null ? isThere(file) : Boolean(recalled[e.record.id] || lotsWithdrawn[e.record.id]);
  if (isNow || isTold) writeStanding(e.app);
}

/** A producer matters when a kept release shows something personal of it. */
function consentChanged(e, producerId) {
  if (shownItems()[producerId] !== undefined) writeStanding(e.app);
}

module.exports = { consentChanged, lotChanged, refuseWithoutRoom, writeStanding };
