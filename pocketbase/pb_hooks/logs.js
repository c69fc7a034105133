// What the log keeps of a request. Plain CommonJS for PocketBase's engine: each handler requires this file inside itself.

const rules = require(`${__hooks}/rules.js`);

/** Fields that hold an address and nothing else. */
const ADDRESSES = ['url', 'referer'];

function kept(name, value) {
  return ADDRESSES.indexOf(name) >= 0 ? rules.addressForLog(String(value)) : rules.valueForLog(value);
}

function clean(row) {
  const data = JSON.parse(row.data.string());
  row.message = data.type === 'request' ? rules.addressForLog(row.message) : rules.textForLog(row.message);
  for (const name of Object.keys(data)) row.data.set(name, kept(name, data[name]));
}

/** Takes secrets out of a row. One that cannot be read keeps nothing: a row refused here would be printed whole by PocketBase. */
function keepNoSecret(row) {
  try {
    clean(row);
  } catch (_) {
    row.message = 'This row could not be read, and nothing of it is kept.';
    row.data = {};
  }
}

module.exports = { keepNoSecret };
