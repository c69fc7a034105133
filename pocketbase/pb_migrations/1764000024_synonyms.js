migrate(
  (app) => {
    const role = (...names) => names.map((name) => `@request.auth.role = '${name}'`).join(' || ');
    const staff = role('viewer', 'editor', 'approver', 'admin');
    const writer = role('editor', 'approver', 'admin');
    const collection = new Collection({
      type: 'base',
      name: 'synonyms',
      listRule: staff,
      viewRule: staff,
      createRule: writer,
      updateRule: writer,
      deleteRule: role('admin'),
      fields: [
        {
          type: 'select',
          name: 'kind',
          required: true,
          values: ['same', 'abbreviation', 'narrower'],
          maxSelect: 1,
        },
        { type: 'text', name: 'general', max: 80 },
        { type: 'text', name: 'words', required: true, max: 2000 },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_synonyms_kind ON synonyms (kind)'],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('synonyms')),
);
