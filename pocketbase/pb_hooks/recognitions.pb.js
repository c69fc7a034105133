// Recognitions: wrong combinations refused, the later one in the place of the earlier. What each does stands in recognitions.js.

onRecordCreate((e) => {
  require(`${__hooks}/recognitions.js`).save(e);
}, 'recognitions');

onRecordUpdate((e) => {
  require(`${__hooks}/recognitions.js`).save(e);
}, 'recognitions');

onRecordUpdate((e) => {
  require(`${__hooks}/recognitions.js`).keepGranted(e);
}, 'decisions');

// A decision with all its products in one step. What each does stands in decisionRows.js.

routerAdd(
  'POST',
  '/api/ocop/decisions/{id}/recognitions',
  (e) => require(`${__hooks}/decisionRows.js`).recognise(e),
  $apis.requireAuth('users', '_superusers'),
);

routerAdd(
  'POST',
  '/api/ocop/decisions/{id}/withdrawals',
  (e) => require(`${__hooks}/decisionRows.js`).withdraw(e),
  $apis.requireAuth('users', '_superusers'),
);
