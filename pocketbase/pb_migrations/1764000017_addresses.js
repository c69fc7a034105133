migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'addresses',
      fields: [
        { type: 'text', name: 'path', required: true, max: 300 },
        { type: 'text', name: 'collection', max: 40 },
        { type: 'text', name: 'record', max: 15 },
        { type: 'bool', name: 'printed' },
        { type: 'text', name: 'redirect', max: 300 },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_addresses_path ON addresses (path) WHERE path != ''",
        'CREATE INDEX idx_addresses_record ON addresses (record)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('addresses')),
);
