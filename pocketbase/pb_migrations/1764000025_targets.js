migrate(
  (app) => {
    const role = (...names) => names.map((name) => `@request.auth.role = '${name}'`).join(' || ');
    const staff = role('viewer', 'editor', 'approver', 'admin');
    const writer = role('editor', 'approver', 'admin');
    const collection = new Collection({
      type: 'base',
      name: 'targets',
      listRule: staff,
      viewRule: staff,
      createRule: writer,
      updateRule: writer,
      deleteRule: role('admin'),
      fields: [
        { type: 'text', name: 'name', required: true, max: 300 },
        { type: 'text', name: 'name_en', max: 300 },
        {
          type: 'select',
          name: 'measure',
          values: [
            'products',
            'in_force',
            'four_stars',
            'five_stars',
            'producers',
            'cooperative_share',
            'company_share',
            'online_share',
            'sales_points',
          ],
          maxSelect: 1,
        },
        { type: 'number', name: 'value', required: true, min: 0 },
        { type: 'text', name: 'unit', required: true, max: 40 },
        { type: 'text', name: 'unit_en', max: 40 },
        {
          type: 'text',
          name: 'due_on',
          required: true,
          max: 10,
          pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$',
        },
        { type: 'relation', name: 'commune', collectionId: app.findCollectionByNameOrId('communes').id, maxSelect: 1 },
        { type: 'text', name: 'former_area', max: 120 },
        { type: 'text', name: 'decided_by', max: 300 },
        { type: 'url', name: 'source_url' },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_targets_due_on ON targets (due_on)'],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('targets')),
);
