// What the hooks about signing in do. Plain CommonJS for PocketBase's engine: each handler requires this file inside itself.

/** Letters that stay in the data folder when there is no mail server. */
const KEPT_LETTERS = 200;

/** One line of a letter's head: nothing in it may begin another. */
function headerLine(name, value) {
  return `${name}: ${String(value).replace(/[\r\n]+/g, ' ')}`;
}

function addressText({ name, address }) {
  return name === '' ? address : `"${name.replace(/["\\]/g, '')}" <${address}>`;
}

function list(goSlice) {
  return Array.from({ length: goSlice.length }, (_, at) => goSlice[at]);
}

/** The letter as a file that any mail program opens: RFC 5322, with UTF-8 in its head as RFC 6532 allows. */
function letterText(message) {
  const head = [
    headerLine('From', addressText(message.from)),
    headerLine('To', list(message.to).map(addressText).join(', ')),
    headerLine('Subject', message.subject),
    headerLine('Date', new DateTime().time().format('Mon, 02 Jan 2006 15:04:05 -0700')),
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return `${head.join('\r\n')}\r\n\r\n${message.html || message.text}\r\n`;
}

/** Files are named by time: the oldest go. */
function removeOldLetters(folder) {
  const names = list($os.readDir(folder)).map((entry) => entry.name());
  for (const name of names
    .filter((each) => each.endsWith('.eml'))
    .sort()
    .slice(0, -KEPT_LETTERS))
    $os.remove($filepath.join(folder, name));
}

/** Sends through the mail server; without one the letter is kept as a file, which only the owner of the data folder can read. */
function sendOrKeep(e) {
  if (e.app.settings().smtp.enabled) return e.next();
  const folder = $filepath.join($filepath.dir($app.dataDir()), 'mail');
  $os.mkdirAll(folder, 0o700);
  const time = new DateTime().string().replace(/\D/g, '');
  const name = `${time}-${$security.randomString(4)}.eml`;
  require(`${__hooks}/durable.js`).writeDurably(folder, name, letterText(e.message), 0o600);
  removeOldLetters(folder);
}

/** Whoever is locked is out at once: a session would otherwise go on until its end. */
function endSessionsOfLocked(user) {
  if (user.getBool('disabled') && !user.original().getBool('disabled')) user.refreshTokenKey();
}

/** The office makes people and changes their addresses; nobody needs letters for that, and nobody may have them sent. */
function refuseLetters() {
  throw new ForbiddenError('Địa chỉ thư điện tử do người quản trị của cơ quan đặt và đổi.');
}

const THIS_MACHINE = ['127.0.0.1', '::1', '0000:0000:0000:0000:0000:0000:0000:0001'];
/** Names of headers as PocketBase tells them to hooks. */
const FORWARDING = /^(x_forwarded|forwarded$|via$|x_real_ip$|x_client_ip$|true_client_ip$|cf_connecting_ip$)/;

/**
 * A request that was passed on is never this machine. In our own program guard.go has seen to that, and taken the headers away; the
 * released program believes whatever a proxy lets through.
 */
function refusePassedOn(e) {
  const isPassedOn = Object.keys(e.requestInfo().headers).some((name) => FORWARDING.test(name));
  if (isPassedOn && THIS_MACHINE.indexOf(e.realIP()) >= 0)
    throw new ForbiddenError('Chỉ đăng nhập được từ máy của cơ quan.');
}

module.exports = { endSessionsOfLocked, refuseLetters, refusePassedOn, sendOrKeep };
