// What the office's letters need beside its name.
const FIELDS = ['office_parent', 'letter_place', 'signer_title'];

migrate(
  (app) => {
    const settings = app.findCollectionByNameOrId('site_settings');
    for (const name of FIELDS) settings.fields.add(new TextField({ name, max: 200 }));
    app.save(settings);
  },
  (app) => {
    const settings = app.findCollectionByNameOrId('site_settings');
    for (const name of FIELDS) settings.fields.removeByName(name);
    app.save(settings);
  },
);
