// Spreadsheets that came in. Programs write them; who may see contacts may see what a file says of them.
migrate(
  (app) => {
    const writer = ['editor', 'approver', 'admin'].map((name) => `@request.auth.role = '${name}'`).join(' || ');
    const upload = { type: 'file', maxSelect: 1, maxSize: 200000000, protected: true };
    const collection = new Collection({
      type: 'base',
      name: 'imports',
      listRule: writer,
      viewRule: writer,
      fields: [
        { type: 'text', name: 'file_name', required: true, max: 300 },
        { type: 'text', name: 'sha256', max: 64 },
        {
          type: 'select',
          name: 'target',
          required: true,
          values: ['products', 'producers', 'sales_points', 'fairs'],
          maxSelect: 1,
        },
        { type: 'text', name: 'sheet', max: 300 },
        { type: 'text', name: 'heading', max: 20 },
        { type: 'json', name: 'columns', maxSize: 200000 },
        { type: 'text', name: 'signature', max: 64 },
        {
          type: 'select',
          name: 'state',
          required: true,
          values: ['dry', 'applied', 'undone', 'failed'],
          maxSelect: 1,
        },
        { type: 'json', name: 'counts', maxSize: 200000 },
        { ...upload, name: 'plan' },
        { ...upload, name: 'report' },
        { type: 'text', name: 'problem', max: 5000 },
        { type: 'text', name: 'prepared_by', max: 300 },
        { type: 'text', name: 'applied_by', max: 300 },
        { type: 'date', name: 'applied_at' },
        { type: 'text', name: 'undone_by', max: 300 },
        { type: 'date', name: 'undone_at' },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_imports_signature ON imports (signature)'],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('imports')),
);
