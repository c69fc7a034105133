migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'media',
      fields: [
        {
          type: 'file',
          name: 'file',
          required: true,
          maxSelect: 1,
          maxSize: 20000000,
          mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'],
          protected: true,
        },
        { type: 'text', name: 'alt', max: 500 },
        { type: 'text', name: 'alt_en', max: 500 },
        { type: 'text', name: 'credit', max: 300 },
        { type: 'text', name: 'licence', max: 300 },
        { type: 'text', name: 'sha256', max: 64 },
        { type: 'bool', name: 'drawn' },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_media_sha256 ON media (sha256)'],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('media')),
);
