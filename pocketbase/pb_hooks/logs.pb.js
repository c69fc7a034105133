// PocketBase's own log of requests (auxiliary.db) holds no secret, whatever was asked. What is done stands in logs.js.

onModelCreate((e) => {
  require(`${__hooks}/logs.js`).keepNoSecret(e.model);
  e.next();
}, '_logs');
