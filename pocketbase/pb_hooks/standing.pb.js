// Recalls, withdrawn lots and withdrawn consent reach the public the moment they are saved, without a publish. What each does stands in standing.js.

onRecordAfterCreateSuccess((e) => {
  require(`${__hooks}/standing.js`).lotChanged(e);
  e.next();
}, 'lots');

onRecordAfterUpdateSuccess((e) => {
  require(`${__hooks}/standing.js`).lotChanged(e);
  e.next();
}, 'lots');

onRecordAfterDeleteSuccess((e) => {
  require(`${__hooks}/standing.js`).lotChanged(e);
  e.next();
}, 'lots');

onRecordAfterCreateSuccess((e) => {
  require(`${__hooks}/standing.js`).consentChanged(e, e.record.getString('producer'));
  e.next();
}, 'producer_contacts');

onRecordAfterUpdateSuccess((e) => {
  require(`${__hooks}/standing.js`).consentChanged(e, e.record.getString('producer'));
  e.next();
}, 'producer_contacts');

onRecordAfterDeleteSuccess((e) => {
  require(`${__hooks}/standing.js`).consentChanged(e, e.record.getString('producer'));
  e.next();
}, 'producer_contacts');

onRecordAfterUpdateSuccess((e) => {
  require(`${__hooks}/standing.js`).consentChanged(e, e.record.id);
  e.next();
}, 'producers');

onRecordAfterDeleteSuccess((e) => {
  require(`${__hooks}/standing.js`).consentChanged(e, e.record.id);
  e.next();
}, 'producers');

// Publishing asks for it anew before a release goes live, when it has written which items the kept releases show.
routerAdd(
  'POST',
  '/api/ocop/standing',
  (e) => {
    const write = () => require(`${__hooks}/standing.js`).writeStanding($app);
    return e.json(200, require(`${__hooks}/noRoom.js`).telling(write));
  },
  $apis.requireSuperuserAuth(),
);

// The origin that trial stamps carry while no public address is set: what `npm start` listens on, else what the browser asked for.
routerAdd(
  'GET',
  '/api/ocop/trial-address',
  (e) => e.json(200, { address: $os.getenv('OCOP_TRIAL_ADDRESS') || `http://${e.request.host}` }),
  $apis.requireAuth('users', '_superusers'),
);
