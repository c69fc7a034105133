// Records: versions, trace codes, the ledger of public addresses. What each does stands in records.js.

onRecordUpdateRequest((e) => {
  require(`${__hooks}/records.js`).saveOnlyFresh(e);
});

onRecordCreate((e) => {
  require(`${__hooks}/records.js`).startVersion(e.record);
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

onRecordDeleteRequest(
  (e) => {
    require(`${__hooks}/records.js`).refuseDeletingPublished(e.app, e.record);
    e.next();
  },
  'products',
  'producers',
  'sales_points',
  'fairs',
  'pack_variants',
  'lots',
);

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

onRecordUpdate((e) => {
  require(`${__hooks}/records.js`).freezePublicAddress(e.record);
  e.next();
}, 'site_settings');
