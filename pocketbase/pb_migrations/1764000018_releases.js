migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'releases',
      fields: [
        { type: 'select', name: 'action', required: true, values: ['publish', 'activate'], maxSelect: 1 },
        {
          type: 'select',
          name: 'state',
          required: true,
          values: ['queued', 'running', 'live', 'kept', 'done', 'covered', 'failed', 'pruned'],
          maxSelect: 1,
        },
        { type: 'select', name: 'reason', values: ['button', 'daily', 'command', 'first', 'missed'], maxSelect: 1 },
        { type: 'text', name: 'note', max: 500 },
        {
          type: 'relation',
          name: 'requested_by',
          collectionId: app.findCollectionByNameOrId('users').id,
          maxSelect: 1,
        },
        { type: 'text', name: 'name', max: 60 },
        { type: 'date', name: 'started_at' },
        { type: 'date', name: 'ended_at' },
        { type: 'json', name: 'steps', maxSize: 200000 },
        { type: 'json', name: 'counts', maxSize: 200000 },
        { type: 'json', name: 'problems', maxSize: 5000000 },
        { type: 'text', name: 'log', max: 500000 },
        { type: 'json', name: 'changed', maxSize: 5000000 },
        { type: 'number', name: 'size_bytes', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_releases_state ON releases (state)'],
    });
    app.save(collection);
    collection.fields.add(new RelationField({ name: 'target', collectionId: collection.id, maxSelect: 1 }));
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('releases')),
);
