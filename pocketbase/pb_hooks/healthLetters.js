// Letters about the server's health: one a failure and day, one when it is well again (domain/rules/healthNotices.ts). They go to the
// addresses of OCOP_NOTICE_TO, else to all admins. What was told stands in a file beside the database, and in memory where the disk takes none.

const rules = require(`${__hooks}/rules.js`);
const health = require(`${__hooks}/health.js`);

const TOLD = 'ocopToldNotices';
const TRIED = 'ocopTriedNotices';
const LOOKING = 'ocopLooksForNotices';
const HAS_SAID = 'ocopSaidNoMail';
/** A mail server that took nothing is asked again so much later. */
const AGAIN_MS = 3600000;

function file() {
  return $filepath.join($filepath.dir($app.dataDir()), 'notices.json');
}

function readTold() {
  const kept = $app.store().get(TOLD);
  if (kept) return JSON.parse(kept);
  try {
    return JSON.parse(toString($os.readFile(file())));
  } catch (_) {
    // Not there before the first letter, or cut short: told once more.
    return {};
  }
}

function keepTold(told) {
  const text = JSON.stringify(told);
  $app.store().set(TOLD, text);
  try {
    $os.writeFile(`${file()}.part`, text, 0o600);
    $os.rename(`${file()}.part`, file());
  } catch (error) {
    $app.logger().warn('What letters told could not be written down', 'error', String(error));
  }
}

function recipients() {
  const named = $os
    .getenv('OCOP_NOTICE_TO')
    .split(/[\s,]+/)
    .filter((each) => each !== '');
  if (named.length > 0) return named;
  const admins = $app.findRecordsByFilter('users', 'role = "admin" && disabled = false', 'created', 0, 0);
  return admins.map((admin) => admin.email());
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Which of the office's servers: the letter may be one of several. */
function whose() {
  const settings = $app.findRecordsByFilter('site_settings', '', 'created', 1)[0];
  const province = settings ? settings.getString('province') : '';
  return province === '' ? 'OCOP' : `OCOP ${province}`;
}

function letterOf({ ill, well }, known, state) {
  const { senderAddress: address, senderName: name, appURL } = $app.settings().meta;
  const bad = ill.map((part) => rules.illWords(part, state, known));
  const good = well.map((part) => rules.wellWords(part));
  const items = [...bad, ...good].map((words) => `<li>${escaped(words)}</li>`).join('');
  const end = bad.length > 0 ? 'Thư này gửi mỗi ngày một lần cho đến khi xử lý xong.' : 'Không cần làm gì thêm.';
  return new MailerMessage({
    from: { address, name },
    to: recipients().map((to) => ({ address: to })),
    subject: `${whose()}: ${bad.length > 0 ? bad[0] : good[0]}`,
    html: `<p>Máy chủ ${escaped(whose())} (${escaped(appURL)}) báo:</p><ul>${items}</ul><p>${end}</p>`,
  });
}

function sayOnce(words) {
  if ($app.store().get(HAS_SAID) === words) return;
  $app.store().set(HAS_SAID, words);
  console.log(words);
}

function reachesPeople() {
  return $app.settings().smtp.enabled || $os.getenv('OCOP_MAIL') === 'file';
}

function send(notices, known, state) {
  if (recipients().length === 0)
    return sayOnce('Nobody is told of failures by mail: there is no admin and no OCOP_NOTICE_TO.');
  if (known.now - Number($app.store().get(TRIED) || 0) < AGAIN_MS) return;
  try {
    $app.newMailClient().send(letterOf(notices, known, state));
    $app.store().remove(TRIED);
    keepTold(notices.told);
  } catch (error) {
    $app.store().set(TRIED, String(known.now));
    console.log(`The letter about ${[...notices.ill, ...notices.well].join(', ')} was not sent: ${error}`);
  }
}

function lookNow() {
  const known = health.facts();
  const state = rules.healthOf(known);
  const notices = rules.noticesDue(state, readTold(), rules.hanoiDay(known.now));
  if (notices.ill.length + notices.well.length === 0) return;
  if (reachesPeople()) return send(notices, known, state);
  const words = notices.ill.map((part) => rules.illWords(part, state, known)).join(' ');
  if (words !== '') sayOnce(`${words} (No mail server is set, so nobody was told by letter.)`);
}

/** Looks how the server is and writes what is due. A slow mail server may take longer than it is until the next look: one at a time. */
function look() {
  const mine = $security.randomString(12);
  if ($app.store().getOrSet(LOOKING, () => mine) !== mine) return;
  try {
    lookNow();
  } finally {
    $app.store().remove(LOOKING);
  }
}

module.exports = { look };
