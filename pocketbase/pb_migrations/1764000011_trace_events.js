migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'trace_events',
      fields: [
        {
          type: 'relation',
          name: 'lot',
          required: true,
          collectionId: app.findCollectionByNameOrId('lots').id,
          maxSelect: 1,
          cascadeDelete: true,
        },
        {
          type: 'select',
          name: 'step',
          required: true,
          values: [
            'sowing',
            'care',
            'harvest',
            'receiving',
            'inspecting',
            'processing',
            'packing',
            'storing',
            'shipping',
            'retail',
          ],
          maxSelect: 1,
        },
        {
          type: 'text',
          name: 'happened_at',
          max: 16,
          pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2}( [0-9]{2}:[0-9]{2})?)?)?$',
        },
        { type: 'text', name: 'place', max: 200 },
        { type: 'relation', name: 'commune', collectionId: app.findCollectionByNameOrId('communes').id, maxSelect: 1 },
        { type: 'text', name: 'location_code', max: 13 },
        { type: 'text', name: 'actor_role', max: 120 },
        { type: 'json', name: 'inputs', maxSize: 200000 },
        { type: 'number', name: 'quantity', min: 0 },
        { type: 'text', name: 'quantity_unit', max: 40 },
        { type: 'text', name: 'note', max: 2000 },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        'CREATE INDEX idx_trace_events_lot ON trace_events (lot)',
        'CREATE INDEX idx_trace_events_happened_at ON trace_events (happened_at)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('trace_events')),
);
