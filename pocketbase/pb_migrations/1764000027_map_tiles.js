// Where the map's tiles come from: empty until an office chooses a host, and asked only after a visitor's press.
migrate(
  (app) => {
    const settings = app.findCollectionByNameOrId('site_settings');
    const sign = '[^ ;,<>"]*';
    const number = '[{][zxy][}]';
    const tiles = `^https?://[A-Za-z0-9.-]+(:[0-9]+)?/${sign}${number}${sign}${number}${sign}${number}${sign}$`;
    settings.fields.add(new TextField({ name: 'map_tiles', max: 300, pattern: tiles }));
    settings.fields.add(new TextField({ name: 'map_credit', max: 200 }));
    app.save(settings);
  },
  (app) => {
    const settings = app.findCollectionByNameOrId('site_settings');
    for (const name of ['map_tiles', 'map_credit']) settings.fields.removeByName(name);
    app.save(settings);
  },
);
