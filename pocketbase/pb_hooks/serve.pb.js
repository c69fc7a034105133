// One port: public pages, admin and API. What each address answers stands in serve.js.

// Pictures are compressed already.
routerAdd('GET', '/anh/{path...}', (e) => require(`${__hooks}/serve.js`).serve(e), $apis.skipSuccessActivityLog());

// No visitor is written down.
routerAdd(
  'GET',
  '/{path...}',
  (e) => require(`${__hooks}/serve.js`).serve(e),
  $apis.gzip(),
  $apis.skipSuccessActivityLog(),
);
