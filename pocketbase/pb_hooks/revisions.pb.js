// Revisions: written by triggers, altered by nobody. What each hook does stands in revisions.js.

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
