// PocketBase's own settings that must hold from the first start.
migrate((app) => {
  const settings = app.settings();
  settings.meta.appName = 'OCOP';
  settings.meta.hideControls = true;
  // Visitors' addresses are personal data; nothing here needs them.
  settings.logs.logIP = false;
  settings.logs.maxDays = 7;
  app.save(settings);
});
