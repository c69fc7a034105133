// Proposed changes of approved records. What each route does stands in proposals.js and proposalDecisions.js.

routerAdd(
  'POST',
  '/api/ocop/proposals',
  (e) => require(`${__hooks}/proposals.js`).propose(e),
  $apis.requireAuth('users'),
);

routerAdd(
  'POST',
  '/api/ocop/proposals/{id}/approve',
  (e) => require(`${__hooks}/proposalDecisions.js`).approve(e),
  $apis.requireAuth('users', '_superusers'),
);

routerAdd(
  'POST',
  '/api/ocop/proposals/{id}/refuse',
  (e) => require(`${__hooks}/proposalDecisions.js`).refuse(e),
  $apis.requireAuth('users', '_superusers'),
);

routerAdd(
  'POST',
  '/api/ocop/proposals/{id}/withdraw',
  (e) => require(`${__hooks}/proposalDecisions.js`).withdraw(e),
  $apis.requireAuth('users', '_superusers'),
);
