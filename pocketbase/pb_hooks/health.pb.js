// How the server is: for monitors, for staff, and by letter. What each does stands in health.js and healthLetters.js.

onBootstrap((e) => {
  e.next();
  require(`${__hooks}/health.js`).noteStart();
});

// What is asked for as /api/health: guard.go and Caddy lead here. The released program without Caddy answers there for itself alone.
routerAdd('GET', '/api/ocop/health', (e) => require(`${__hooks}/health.js`).tell(e), $apis.skipSuccessActivityLog());

routerAdd(
  'POST',
  '/api/ocop/health',
  (e) => require(`${__hooks}/health.js`).keepBeat(e),
  $apis.requireSuperuserAuth(),
  $apis.skipSuccessActivityLog(),
);

routerAdd(
  'GET',
  '/api/ocop/server',
  (e) => require(`${__hooks}/health.js`).tellStaff(e),
  $apis.requireAuth('users', '_superusers'),
  $apis.skipSuccessActivityLog(),
);

cronAdd('ocopHealth', '* * * * *', () => {
  require(`${__hooks}/healthLetters.js`).look();
});
