migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'decisions',
      fields: [
        { type: 'text', name: 'number', max: 80 },
        { type: 'text', name: 'decided_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'select', name: 'authority', values: ['district', 'province', 'ministry', 'central'], maxSelect: 1 },
        { type: 'text', name: 'authority_name', max: 300 },
        {
          type: 'select',
          name: 'kind',
          required: true,
          values: ['recognition', 'withdrawal', 'proposal', 'sales_point'],
          maxSelect: 1,
        },
        { type: 'text', name: 'title', max: 1000 },
        { type: 'relation', name: 'file', collectionId: app.findCollectionByNameOrId('media').id, maxSelect: 1 },
        { type: 'url', name: 'source_url' },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_decisions_number_decided_on_authority_name ON decisions (number, decided_on, authority_name) WHERE number != ''",
        'CREATE INDEX idx_decisions_decided_on ON decisions (decided_on)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('decisions')),
);
