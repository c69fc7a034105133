// Imports asked for in the admin: the file, what was chosen, what was found. The collection is the queue; routes write it, never a person.
migrate(
  (app) => {
    const collection = app.findCollectionByNameOrId('imports');
    const upload = { type: 'file', maxSelect: 1, maxSize: 200000000, protected: true };
    collection.fields.getByName('state').values = ['queued', 'reading', 'dry', 'applied', 'undone', 'failed'];
    const fields = [
      { ...upload, name: 'source', maxSize: 50000000 },
      { type: 'json', name: 'choices', maxSize: 200000 },
      { type: 'json', name: 'answers', maxSize: 5000000 },
      { type: 'json', name: 'found', maxSize: 1000000 },
      { type: 'text', name: 'progress', max: 300 },
      { type: 'json', name: 'pages', maxSize: 1000000 },
      { ...upload, name: 'refused' },
    ];
    for (const field of fields) collection.fields.add(new Field(field));
    collection.indexes = [...collection.indexes, 'CREATE INDEX idx_imports_state ON imports (state)'];
    app.save(collection);
  },
  (app) => {
    const collection = app.findCollectionByNameOrId('imports');
    app.db().newQuery("DELETE FROM imports WHERE state IN ('queued', 'reading')").execute();
    collection.fields.getByName('state').values = ['dry', 'applied', 'undone', 'failed'];
    for (const name of ['source', 'choices', 'answers', 'found', 'progress', 'pages', 'refused'])
      collection.fields.removeByName(name);
    collection.removeIndex('idx_imports_state');
    app.save(collection);
  },
);
