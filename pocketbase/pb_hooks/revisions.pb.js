// Revisions: written by triggers, altered by nobody (revisions.js); what was is restored (restore.js), or forgotten for a person (erase.js).

onBootstrap((e) => {
  e.next();
  require(`${__hooks}/revisions.js`).installAtStart(e.app);
});

onCollectionCreateExecute((e) => {
  require(`${__hooks}/revisions.js`).followSchema(e);
});

onCollectionUpdateExecute((e) => {
  require(`${__hooks}/revisions.js`).followSchema(e);
});

onCollectionUpdateRequest((e) => {
  require(`${__hooks}/revisions.js`).keepCollection(e);
});

onCollectionDeleteRequest((e) => {
  require(`${__hooks}/revisions.js`).keepCollection(e);
});

onCollectionsImportRequest(() => {
  require(`${__hooks}/revisions.js`).refuseSchema();
});

onRecordCreate(() => {
  require(`${__hooks}/revisions.js`).refuse();
}, 'revisions');

onRecordUpdate(() => {
  require(`${__hooks}/revisions.js`).refuse();
}, 'revisions');

onRecordDelete(() => {
  require(`${__hooks}/revisions.js`).refuse();
}, 'revisions');

routerAdd(
  'POST',
  '/api/ocop/revisions/{id}/restore',
  (e) => require(`${__hooks}/restore.js`).restore(e),
  $apis.requireAuth('users', '_superusers'),
);

routerAdd(
  'POST',
  '/api/ocop/erasures',
  (e) => require(`${__hooks}/erase.js`).erase(e),
  $apis.requireAuth('users', '_superusers'),
);
