migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'listings',
      fields: [
        {
          type: 'relation',
          name: 'product',
          required: true,
          collectionId: app.findCollectionByNameOrId('products').id,
          maxSelect: 1,
        },
        {
          type: 'relation',
          name: 'platform',
          required: true,
          collectionId: app.findCollectionByNameOrId('platforms').id,
          maxSelect: 1,
        },
        { type: 'url', name: 'url', required: true },
        { type: 'select', name: 'holder', values: ['producer', 'locality'], maxSelect: 1 },
        { type: 'select', name: 'takes_cashless', values: ['yes', 'no'], maxSelect: 1 },
        { type: 'text', name: 'listed_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'closed_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'bool', name: 'demonstration' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_listings_product_platform_url ON listings (product, platform, url) WHERE product != ''",
        'CREATE INDEX idx_listings_product ON listings (product)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('listings')),
);
