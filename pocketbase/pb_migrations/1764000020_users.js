// PocketBase makes this collection itself; its roles and limits are ours.
migrate(
  (app) => {
    const collection = app.findCollectionByNameOrId('users');
    collection.fields.removeByName('avatar');
    collection.fields.removeByName('name');
    for (const field of [
      { type: 'text', name: 'name', max: 200 },
      {
        type: 'select',
        name: 'role',
        required: true,
        values: ['viewer', 'editor', 'approver', 'admin', 'producer'],
        maxSelect: 1,
      },
      { type: 'relation', name: 'producer', collectionId: app.findCollectionByNameOrId('producers').id, maxSelect: 1 },
      { type: 'relation', name: 'communes', collectionId: app.findCollectionByNameOrId('communes').id, maxSelect: 200 },
      {
        type: 'select',
        name: 'collections',
        values: ['producers', 'products', 'decisions', 'lots', 'sales_points', 'fairs'],
        maxSelect: 6,
      },
      { type: 'bool', name: 'disabled' },
    ]) {
      collection.fields.add(new Field(field));
    }
    collection.authRule = 'disabled = false';
    app.save(collection);
  },
  (app) => {
    const collection = app.findCollectionByNameOrId('users');
    for (const name of ['name', 'role', 'producer', 'communes', 'collections', 'disabled'])
      collection.fields.removeByName(name);
    app.save(collection);
  },
);
