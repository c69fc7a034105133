migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'certificates',
      fields: [
        {
          type: 'relation',
          name: 'producer',
          collectionId: app.findCollectionByNameOrId('producers').id,
          maxSelect: 1,
        },
        { type: 'relation', name: 'product', collectionId: app.findCollectionByNameOrId('products').id, maxSelect: 1 },
        {
          type: 'select',
          name: 'scheme',
          required: true,
          values: [
            'vietgap',
            'vietgahp',
            'globalgap',
            'organic',
            'haccp',
            'iso22000',
            'iso9001',
            'gmp',
            'food_safety',
            'quality_declaration',
            'geographical_indication',
            'collective_mark',
            'certification_mark',
            'trademark',
            'other',
          ],
          maxSelect: 1,
        },
        { type: 'text', name: 'scheme_name', max: 300 },
        { type: 'text', name: 'number', max: 80 },
        { type: 'text', name: 'issuer', max: 300 },
        { type: 'text', name: 'scope', max: 500 },
        { type: 'number', name: 'area_ha', min: 0 },
        { type: 'text', name: 'issued_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'expires_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'relation', name: 'file', collectionId: app.findCollectionByNameOrId('media').id, maxSelect: 1 },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        'CREATE INDEX idx_certificates_producer ON certificates (producer)',
        'CREATE INDEX idx_certificates_product ON certificates (product)',
        'CREATE INDEX idx_certificates_scheme ON certificates (scheme)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('certificates')),
);
