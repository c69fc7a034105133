migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'recognitions',
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
          name: 'decision',
          collectionId: app.findCollectionByNameOrId('decisions').id,
          maxSelect: 1,
        },
        { type: 'number', name: 'stars', min: 0, max: 5, onlyInt: true },
        { type: 'number', name: 'score', min: 0, max: 100 },
        { type: 'select', name: 'case', values: ['first', 'upgrade', 're_evaluation'], maxSelect: 1 },
        { type: 'select', name: 'legal_basis', values: ['qd1048', 'qd148', 'qd148_1489', 'qd26_2026'], maxSelect: 1 },
        { type: 'bool', name: 'pending_central' },
        { type: 'text', name: 'issued_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'expires_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'refiled_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'revoked_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        {
          type: 'select',
          name: 'revocation_ground',
          values: ['dishonest', 'criteria_lost', 'law_broken', 'mark_misused', 'stopped', 'other'],
          maxSelect: 1,
        },
        {
          type: 'relation',
          name: 'revocation_decision',
          collectionId: app.findCollectionByNameOrId('decisions').id,
          maxSelect: 1,
        },
        { type: 'text', name: 'note', max: 1000 },
        { type: 'url', name: 'source_url' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        'CREATE INDEX idx_recognitions_product ON recognitions (product)',
        'CREATE INDEX idx_recognitions_decision ON recognitions (decision)',
        'CREATE INDEX idx_recognitions_expires_on ON recognitions (expires_on)',
      ],
    });
    app.save(collection);
    collection.fields.add(new RelationField({ name: 'superseded_by', collectionId: collection.id, maxSelect: 1 }));
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('recognitions')),
);
