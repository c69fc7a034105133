// Imports of spreadsheets are written and taken back in one step each. What each does stands in imports.js.

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
