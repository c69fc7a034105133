migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'site_settings',
      fields: [
        { type: 'select', name: 'kind', required: true, values: ['demonstration', 'real'], maxSelect: 1 },
        { type: 'text', name: 'set_name', max: 60 },
        { type: 'text', name: 'province_code', required: true, max: 2, pattern: '^[0-9]{2}$' },
        { type: 'text', name: 'province', required: true, max: 80 },
        { type: 'text', name: 'province_en', max: 80 },
        { type: 'text', name: 'office', required: true, max: 300 },
        { type: 'text', name: 'office_en', max: 300 },
        { type: 'text', name: 'office_phone', max: 40 },
        { type: 'email', name: 'office_email' },
        { type: 'text', name: 'office_address', max: 300 },
        { type: 'text', name: 'public_address', max: 120, pattern: '^https?://[^/?#]+$' },
        { type: 'bool', name: 'stamps_printed' },
        { type: 'bool', name: 'grace' },
        { type: 'number', name: 'expires_soon_days', min: 0, onlyInt: true },
        { type: 'relation', name: 'emblem', collectionId: app.findCollectionByNameOrId('media').id, maxSelect: 1 },
        { type: 'text', name: 'test_today', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('site_settings')),
);
