// One-time codes by mail for approvers and admins. What each does stands in oneTimeCodes.js.

onBootstrap((e) => {
  e.next();
  require(`${__hooks}/oneTimeCodes.js`).follow(e.app);
});

onSettingsUpdateRequest((e) => {
  require(`${__hooks}/noRoom.js`).telling(() => e.next());
  require(`${__hooks}/oneTimeCodes.js`).follow(e.app);
});

onRecordCreateRequest((e) => {
  require(`${__hooks}/oneTimeCodes.js`).refuseWithoutMail(e);
  e.next();
}, 'site_settings');

onRecordUpdateRequest((e) => {
  require(`${__hooks}/oneTimeCodes.js`).refuseWithoutMail(e);
  e.next();
}, 'site_settings');

onRecordAfterCreateSuccess((e) => {
  require(`${__hooks}/oneTimeCodes.js`).follow(e.app);
  e.next();
}, 'site_settings');

onRecordAfterUpdateSuccess((e) => {
  require(`${__hooks}/oneTimeCodes.js`).follow(e.app);
  e.next();
}, 'site_settings');

onRecordRequestOTPRequest((e) => {
  return require(`${__hooks}/oneTimeCodes.js`).sendToKnown(e);
}, 'users');
