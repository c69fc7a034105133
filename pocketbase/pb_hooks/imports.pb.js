// Imports of spreadsheets are asked for (importAsk.js), and written and taken back in one step each (imports.js).

routerAdd(
  'POST',
  '/api/ocop/imports/{id}/apply',
  (e) => require(`${__hooks}/imports.js`).apply(e),
  $apis.requireAuth('users', '_superusers'),
);

routerAdd(
  'POST',
  '/api/ocop/imports/{id}/undo',
  (e) => require(`${__hooks}/imports.js`).undo(e),
  $apis.requireAuth('users', '_superusers'),
);

// A file of 50 MB with its form around it; PocketBase itself takes 32 MB.
routerAdd(
  'POST',
  '/api/ocop/imports',
  (e) => require(`${__hooks}/importAsk.js`).ask(e),
  $apis.requireAuth('users', '_superusers'),
  $apis.bodyLimit(52000000),
);

routerAdd(
  'POST',
  '/api/ocop/imports/{id}/look',
  (e) => require(`${__hooks}/importAsk.js`).look(e),
  $apis.requireAuth('users', '_superusers'),
);
