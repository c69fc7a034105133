// Users and media count their versions as all other records do: a stale save of them is refused too.
const COUNTED = ['users', 'media'];

migrate(
  (app) => {
    for (const name of COUNTED) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.add(new NumberField({ name: 'version', min: 0, onlyInt: true }));
      app.save(collection);
    }
  },
  (app) => {
    for (const name of COUNTED) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.removeByName('version');
      app.save(collection);
    }
  },
);
