// Rounds and their results. What each does stands in rounds.js and evaluations.js, the step to a decision in roundRows.js, criteria in criteria.js.

onRecordCreate((e) => {
  require(`${__hooks}/evaluations.js`).save(e);
}, 'evaluations');

onRecordUpdate((e) => {
  require(`${__hooks}/evaluations.js`).save(e);
}, 'evaluations');

onRecordCreate((e) => {
  require(`${__hooks}/rounds.js`).save(e);
}, 'rounds');

onRecordUpdate((e) => {
  require(`${__hooks}/rounds.js`).save(e);
}, 'rounds');

onRecordCreate((e) => {
  require(`${__hooks}/criteria.js`).keepCounted(e);
}, 'criteria');

onRecordUpdate((e) => {
  require(`${__hooks}/criteria.js`).keepCounted(e);
}, 'criteria');

onRecordDelete((e) => {
  require(`${__hooks}/criteria.js`).refuseDeletingUsed(e);
}, 'criteria');

onRecordCreate((e) => {
  require(`${__hooks}/evaluations.js`).refuseForeignResult(e);
}, 'recognitions');

onRecordUpdate((e) => {
  require(`${__hooks}/evaluations.js`).refuseForeignResult(e);
}, 'recognitions');

onRecordDelete((e) => {
  require(`${__hooks}/evaluations.js`).freeResult(e);
}, 'recognitions');

routerAdd(
  'POST',
  '/api/ocop/criteria',
  (e) => require(`${__hooks}/criteria.js`).bring(e),
  $apis.requireSuperuserAuth(),
);

routerAdd(
  'POST',
  '/api/ocop/rounds/{id}/recognitions',
  (e) => require(`${__hooks}/roundRows.js`).recognise(e),
  $apis.requireAuth('users', '_superusers'),
);
