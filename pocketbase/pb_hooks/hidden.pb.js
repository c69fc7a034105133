// What may not be seen is not found out by asking, and stays out of answers. What each does stands in hidden.js.

onRecordsListRequest((e) => {
  require(`${__hooks}/hidden.js`).refuseList(e);
  e.next();
});

onRealtimeSubscribeRequest((e) => {
  require(`${__hooks}/hidden.js`).refuseSubscriptions(e);
  e.next();
});

const { ACCESS } = require(`${__hooks}/accessTable.js`);

onRecordEnrich(
  (e) => {
    require(`${__hooks}/hidden.js`).hideOfficeOnly(e);
    e.next();
  },
  ...Object.keys(ACCESS).filter((name) => ACCESS[name].officeOnly),
);
