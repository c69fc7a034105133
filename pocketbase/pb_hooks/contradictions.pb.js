// Days in the wrong order and codes with a wrong check digit, whoever writes them. What is done stands in contradictions.js.

onRecordCreate((e) => {
  require(`${__hooks}/contradictions.js`).refuseContradictions(e.app, e.record);
  e.next();
});

onRecordUpdate((e) => {
  require(`${__hooks}/contradictions.js`).refuseContradictions(e.app, e.record);
  e.next();
});
