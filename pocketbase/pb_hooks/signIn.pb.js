// Signing in and what belongs to it: letters without a mail server, sessions of locked people. What each does stands in signIn.js.

onMailerSend((e) => {
  require(`${__hooks}/signIn.js`).sendOrKeep(e);
});

onRecordUpdate((e) => {
  require(`${__hooks}/signIn.js`).endSessionsOfLocked(e.record);
  e.next();
}, 'users');

// Whoever sets a password, a form, a letter's link, a command or the dashboard, saves a record.
onRecordCreate(
  (e) => {
    require(`${__hooks}/passwords.js`).keepStrong(e.record);
    e.next();
  },
  'users',
  '_superusers',
);

onRecordUpdate(
  (e) => {
    require(`${__hooks}/passwords.js`).keepStrong(e.record);
    e.next();
  },
  'users',
  '_superusers',
);

// Signing in, renewing and every other way to a superuser's token.
onRecordAuthRequest((e) => {
  require(`${__hooks}/signIn.js`).refusePassedOn(e);
  e.next();
}, '_superusers');

onRecordAuthWithPasswordRequest((e) => {
  require(`${__hooks}/passwords.js`).compose(e);
  // Of whom a code is asked as well, the first step is written down.
  require(`${__hooks}/noRoom.js`).telling(() => e.next());
});

onRecordConfirmPasswordResetRequest((e) => {
  require(`${__hooks}/noRoom.js`).telling(() => e.next());
});

onRecordRequestVerificationRequest(() => {
  require(`${__hooks}/signIn.js`).refuseLetters();
}, 'users');

onRecordRequestEmailChangeRequest(() => {
  require(`${__hooks}/signIn.js`).refuseLetters();
}, 'users');

// Whether a forgotten password can be mended by letter: the sign-in screen asks before anybody is signed in.
routerAdd('GET', '/api/ocop/sign-in', (e) => e.json(200, { mail: e.app.settings().smtp.enabled }));
