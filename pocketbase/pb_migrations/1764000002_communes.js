migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'communes',
      fields: [
        { type: 'text', name: 'code', required: true, max: 5, pattern: '^[0-9]{5}$' },
        { type: 'text', name: 'name', required: true, max: 120 },
        { type: 'text', name: 'name_en', max: 120 },
        { type: 'text', name: 'slug', required: true, max: 120 },
        { type: 'select', name: 'type', required: true, values: ['xa', 'phuong', 'dac_khu'], maxSelect: 1 },
        { type: 'text', name: 'province_code', required: true, max: 2, pattern: '^[0-9]{2}$' },
        { type: 'geoPoint', name: 'point' },
        { type: 'text', name: 'point_source', max: 300 },
        { type: 'json', name: 'former_names', maxSize: 200000 },
        { type: 'url', name: 'source_url' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_communes_code ON communes (code) WHERE code != ''",
        'CREATE INDEX idx_communes_province_code ON communes (province_code)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('communes')),
);
