// Limits of requests by address, superusers only from named addresses, sessions that end.
migrate(
  (app) => {
    const settings = app.settings();
    const here = ['127.0.0.1', '::1'];
    // This machine is the worker and the commands; visitors come through a proxy that tells their addresses, or over the network.
    settings.rateLimits.excludedIPs = here;
    settings.rateLimits.rules = [
      // One office may be many people behind one address.
      { label: '*:auth', audience: '', maxRequests: 10, duration: 60 },
      { label: '*:requestPasswordReset', audience: '', maxRequests: 5, duration: 300 },
      { label: '*:confirmPasswordReset', audience: '', maxRequests: 10, duration: 300 },
      { label: '*:requestOTP', audience: '', maxRequests: 10, duration: 300 },
      // Pictures of a list carry a token of their own and count as nobody's.
      { label: '*:file', audience: '', maxRequests: 1200, duration: 10 },
      { label: '/api/', audience: '@guest', maxRequests: 120, duration: 10 },
      { label: '/api/', audience: '@auth', maxRequests: 1200, duration: 10 },
    ];
    settings.rateLimits.enabled = true;
    settings.superuserIPs = here;
    app.save(settings);

    // Twelve hours after its last use; the admin renews it while it is open.
    const users = app.findCollectionByNameOrId('users');
    users.authToken.duration = 43200;
    app.save(users);
  },
  (app) => {
    const settings = app.settings();
    settings.rateLimits.enabled = false;
    settings.superuserIPs = [];
    app.save(settings);
    const users = app.findCollectionByNameOrId('users');
    users.authToken.duration = 432000;
    app.save(users);
  },
);
