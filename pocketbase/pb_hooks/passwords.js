// Passwords as they are set and typed. Plain CommonJS for PocketBase's engine: each handler requires this file inside itself.

const rules = require(`${__hooks}/rules.js`);
const common = require(`${__hooks}/commonPasswords.js`);

/** Refuses a password that is being set and easily guessed. One that was set before stays, and opens, as it is. */
function keepStrong(record) {
  // Only what is being set is readable.
  const typed = record.getString('password');
  if (typed === '') return;
  const owner = { email: record.getString('email'), name: record.getString('name') };
  const words = rules.passwordProblem(typed, owner, common);
  if (words !== '') throw new ApiError(400, words, { password: new ValidationError('weak_password', words) });
  const stored = rules.storedPassword(typed);
  if (stored !== typed) record.setPassword(stored);
}

/** Keyboards write one letter in two ways; what was set before that was minded is tried as it was typed. */
function compose(e) {
  const composed = rules.storedPassword(e.password);
  if (composed !== e.password && e.record && !e.record.validatePassword(e.password)) e.password = composed;
}

module.exports = { compose, keepStrong };
