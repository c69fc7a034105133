migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'lots',
      fields: [
        {
          type: 'relation',
          name: 'variant',
          required: true,
          collectionId: app.findCollectionByNameOrId('pack_variants').id,
          maxSelect: 1,
        },
        {
          type: 'text',
          name: 'lot_number',
          required: true,
          max: 20,
          pattern: '^[A-Za-z0-9!"%&\'()*+,./:;<=>?_-]{1,20}$',
        },
        { type: 'text', name: 'trace_code', max: 10, pattern: '^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{10}$' },
        { type: 'select', name: 'state', required: true, values: ['draft', 'active', 'recalled'], maxSelect: 1 },
        { type: 'text', name: 'produced_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'packed_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'use_by', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'number', name: 'quantity', min: 0 },
        { type: 'text', name: 'quantity_unit', max: 40 },
        { type: 'text', name: 'growing_area', max: 200 },
        { type: 'bool', name: 'stamps_printed' },
        { type: 'text', name: 'stamps_reason', max: 500 },
        { type: 'date', name: 'recalled_at' },
        { type: 'text', name: 'recall_reason', max: 1000 },
        { type: 'text', name: 'recall_phone', max: 40 },
        { type: 'text', name: 'recall_notice', max: 3000 },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_lots_trace_code ON lots (trace_code) WHERE trace_code != ''",
        "CREATE UNIQUE INDEX idx_lots_variant_lot_number ON lots (variant, lot_number) WHERE variant != ''",
        'CREATE INDEX idx_lots_variant ON lots (variant)',
        'CREATE INDEX idx_lots_state ON lots (state)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('lots')),
);
