migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'published_figures',
      fields: [
        { type: 'text', name: 'metric', required: true, max: 500 },
        { type: 'text', name: 'value', required: true, max: 80 },
        { type: 'text', name: 'unit', max: 80 },
        { type: 'text', name: 'as_of', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'area', max: 200 },
        { type: 'text', name: 'source', max: 1000 },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_published_figures_as_of ON published_figures (as_of)'],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('published_figures')),
);
