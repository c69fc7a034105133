// One-time codes by mail: PocketBase's own second factor, switched by the setting, for approvers and admins (the rule stands in migration
// 1764000051), only while letters go somewhere. A code is a second step and never a way in by itself: it is sent only to who has just
// typed the right password.

const noRoom = require(`${__hooks}/noRoom.js`);

const NO_MAIL =
  'Chưa bật được: chưa có máy chủ thư nên mã không đến được ai. Hãy nhờ người vận hành đặt OCOP_SMTP_HOST rồi thử lại.';
const NOT_SENT = 'Chưa bật được: máy chủ thư không nhận thư thử. Hãy nhờ người vận hành xem lại rồi thử lại.';

/** Whether letters reach people: through a mail server, or as files where development and tests say so. */
function mailWorks(app) {
  return app.settings().smtp.enabled || $os.getenv('OCOP_MAIL') === 'file';
}

function refuse(words) {
  throw new BadRequestError(words, { one_time_codes: new ValidationError('validation_no_mail', words) });
}

/** A server that is named but takes no letter would lock all approvers out. */
function sendTrial(e) {
  const { senderAddress: address, senderName: name } = e.app.settings().meta;
  const letter = new MailerMessage({
    from: { address, name },
    to: [{ address: e.auth.email() }],
    subject: 'Mã đăng nhập qua thư: thư thử',
    html: '<p>Chào bạn,</p><p>Thư này đến được bạn nên mã đăng nhập một lần qua thư bật được.</p>',
  });
  try {
    e.app.newMailClient().send(letter);
  } catch (error) {
    e.app.logger().warn('The trial letter of one-time codes was not sent', 'error', String(error));
    refuse(NOT_SENT);
  }
}

/** Asked before the transaction of the save, which a slow mail server would hold. */
function refuseWithoutMail(e) {
  const isSwitchedOn = e.record.getBool('one_time_codes') && !e.record.original().getBool('one_time_codes');
  if (!isSwitchedOn) return;
  if (!mailWorks(e.app)) refuse(NO_MAIL);
  sendTrial(e);
}

/** Has PocketBase ask for codes, or not, as the settings and the mail server are now. */
function follow(app) {
  if (!app.hasTable('site_settings')) return;
  const users = app.findCollectionByNameOrId('users');
  // An older data folder, before its migrations.
  if (users.mfa.rule === '') return;
  const settings = app.findRecordsByFilter('site_settings', 'one_time_codes = true', '', 1, 0);
  const isWanted = settings.length > 0 && mailWorks(app);
  if (users.mfa.enabled === isWanted && users.otp.enabled === isWanted) return;
  users.mfa.enabled = isWanted;
  users.otp.enabled = isWanted;
  app.save(users);
}

/** Sends a code to who has just typed the right password; to anybody else nothing, with the same answer. */
function sendToKnown(e) {
  const steps = e.record === null ? [] : e.app.findAllMFAsByRecord(e.record);
  const limit = e.collection.mfa.durationTime();
  const hasPassword = steps.some((step) => step.method() === 'password' && !step.hasExpired(limit));
  if (!hasPassword) return e.json(200, { otpId: $security.randomString(15) });
  return noRoom.telling(() => e.next());
}

module.exports = { follow, refuseWithoutMail, sendToKnown };
