// Records: versions, trace codes, the ledger of public addresses. What each does stands in records.js and communes.js.

onRecordCreateRequest((e) => {
  const review = require(`${__hooks}/review.js`);
  review.refuseUnreviewed(e);
  require(`${__hooks}/hand.js`).passRequest(e, (app) => review.refuseUnproposedInner(app, e));
});

onRecordUpdateRequest((e) => {
  require(`${__hooks}/records.js`).saveOnlyFresh(e);
});

onRecordDeleteRequest((e) => {
  const review = require(`${__hooks}/review.js`);
  require(`${__hooks}/hand.js`).passRequest(e, (app) => review.refuseUnproposedInner(app, e));
});

onRecordCreate((e) => {
  require(`${__hooks}/records.js`).startVersion(e.record);
  e.next();
});

onRecordUpdate((e) => {
  require(`${__hooks}/records.js`).countVersion(e.record);
  e.next();
});

onRecordCreate((e) => {
  require(`${__hooks}/records.js`).giveTraceCode(e);
  e.next();
}, 'lots');

onRecordUpdate((e) => {
  require(`${__hooks}/records.js`).keepTraceCode(e.record);
  e.next();
}, 'lots');

onRecordCreate((e) => {
  require(`${__hooks}/lots.js`).refuseWrongStart(e.app, e.record);
  e.next();
}, 'lots');

onRecordUpdate((e) => {
  require(`${__hooks}/lots.js`).keepCorrections(e.app, e.record);
  e.next();
}, 'lots');

onRecordDelete((e) => {
  require(`${__hooks}/records.js`).deleteUnreferred(e);
});

onRecordCreate((e) => {
  require(`${__hooks}/records.js`).neutralAddress(e.record);
  e.next();
}, 'producers');

onRecordUpdate((e) => {
  require(`${__hooks}/records.js`).neutralAddress(e.record);
  e.next();
}, 'producers');

onRecordCreate(
  (e) => {
    require(`${__hooks}/records.js`).saveWithAddresses(e);
  },
  'products',
  'producers',
  'sales_points',
  'fairs',
  'pack_variants',
  'lots',
);

onRecordUpdate(
  (e) => {
    require(`${__hooks}/records.js`).saveWithAddresses(e);
  },
  'products',
  'producers',
  'sales_points',
  'fairs',
  'pack_variants',
  'lots',
);

onRecordCreate((e) => {
  require(`${__hooks}/communes.js`).saveWithAddresses(e);
}, 'communes');

onRecordUpdate((e) => {
  require(`${__hooks}/communes.js`).saveWithAddresses(e);
}, 'communes');

onRecordUpdate((e) => {
  require(`${__hooks}/records.js`).freezePublicAddress(e.record);
  e.next();
}, 'site_settings');
