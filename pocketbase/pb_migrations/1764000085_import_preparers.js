// An import knows the account that asked for its dry run, and what it would write, so that it can be told beforehand who may write it.
migrate(
  (app) => {
    const collection = app.findCollectionByNameOrId('imports');
    collection.fields.add(new Field({ type: 'json', name: 'deeds', maxSize: 20000 }));
    collection.fields.add(new Field({ type: 'text', name: 'preparer', max: 40 }));
    app.save(collection);
    // Imports of before knew the name alone.
    const sql = `UPDATE imports SET preparer = coalesce((SELECT id FROM users
      WHERE prepared_by IN (name, email) AND prepared_by != '' ORDER BY created LIMIT 1), '')`;
    app.db().newQuery(sql).execute();
  },
  (app) => {
    const collection = app.findCollectionByNameOrId('imports');
    for (const name of ['deeds', 'preparer']) collection.fields.removeByName(name);
    app.save(collection);
  },
);
