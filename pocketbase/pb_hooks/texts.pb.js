// What texts may hold, whoever writes them: form, import, API or a program. What is done stands in texts.js.

onRecordCreate((e) => {
  require(`${__hooks}/texts.js`).keepPlain(e.record);
  e.next();
});

onRecordUpdate((e) => {
  require(`${__hooks}/texts.js`).keepPlain(e.record);
  e.next();
});
