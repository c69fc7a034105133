// PocketBase's own shortest password, so that its forms say so too; pb_hooks/passwords.js judges the rest. Those set before go on opening.
const SHORTEST = 10;
const BEFORE = 8;

function setShortest(app, min) {
  for (const name of ['users', '_superusers']) {
    const collection = app.findCollectionByNameOrId(name);
    collection.fields.getByName('password').min = min;
    app.save(collection);
  }
}

migrate(
  (app) => setShortest(app, SHORTEST),
  (app) => setShortest(app, BEFORE),
);
