// Whether a record may be written by who asks: the admin offers nothing that would be refused. What it does stands in access.js.

routerAdd(
  'GET',
  '/api/ocop/writable/{collection}/{id}',
  (e) => require(`${__hooks}/access.js`).tellWritable(e),
  $apis.requireAuth('users'),
);
