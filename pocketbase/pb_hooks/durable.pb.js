// A file that came with a record is on the disk when the save is answered, as the record is. Named: the collections that have files.

onRecordAfterCreateSuccess(
  (e) => {
    require(`${__hooks}/durable.js`).keepFiles(e.app, e.record);
    e.next();
  },
  'media',
  'imports',
);

onRecordAfterUpdateSuccess(
  (e) => {
    require(`${__hooks}/durable.js`).keepFiles(e.app, e.record);
    e.next();
  },
  'media',
  'imports',
);
