migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'pack_variants',
      fields: [
        {
          type: 'relation',
          name: 'product',
          required: true,
          collectionId: app.findCollectionByNameOrId('products').id,
          maxSelect: 1,
        },
        { type: 'text', name: 'net_contents', required: true, max: 80 },
        { type: 'text', name: 'net_contents_en', max: 80 },
        { type: 'text', name: 'gtin', max: 14, pattern: '^([0-9]{8}|[0-9]{12,14})$' },
        { type: 'number', name: 'reference_price', min: 0 },
        { type: 'text', name: 'price_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'number', name: 'shelf_life_days', min: 0, onlyInt: true },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_pack_variants_gtin ON pack_variants (gtin) WHERE gtin != ''",
        'CREATE INDEX idx_pack_variants_product ON pack_variants (product)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('pack_variants')),
);
