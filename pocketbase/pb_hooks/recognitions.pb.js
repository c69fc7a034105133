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
