migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'platforms',
      fields: [
        { type: 'text', name: 'name', required: true, max: 120 },
        { type: 'url', name: 'website' },
        { type: 'text', name: 'opened_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'closed_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ["CREATE UNIQUE INDEX idx_platforms_name ON platforms (name) WHERE name != ''"],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('platforms')),
);
