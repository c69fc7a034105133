// A product's dossier and result in a round. Producers and the public see nothing of it.
migrate(
  (app) => {
    const to = (name) => app.findCollectionByNameOrId(name).id;
    app.save(
      new Collection({
        type: 'base',
        name: 'evaluations',
        listRule: `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
        viewRule: `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
        createRule: `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
        updateRule: `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || ((product.producer.commune != '' && @request.auth.communes ~ product.producer.commune) && ((@request.body.product:changed = false) || (@request.body.product.producer.commune != '' && @request.auth.communes ~ @request.body.product.producer.commune)))))) || (@request.auth.role = 'admin')`,
        deleteRule: `@request.auth.role = 'admin'`,
        fields: [
          { type: 'relation', name: 'round', required: true, collectionId: to('rounds'), maxSelect: 1 },
          { type: 'relation', name: 'product', required: true, collectionId: to('products'), maxSelect: 1 },
          { type: 'select', name: 'case', values: ['first', 'upgrade', 're_evaluation'], maxSelect: 1 },
          { type: 'text', name: 'criteria_version', max: 40 },
          { type: 'number', name: 'criteria_set', min: 0, max: 99, onlyInt: true },
          {
            type: 'select',
            name: 'state',
            required: true,
            values: ['candidate', 'dossier_complete', 'scored', 'proposed', 'recognised', 'refused', 'withdrawn'],
            maxSelect: 1,
          },
          { type: 'text', name: 'full_dossier_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
          { type: 'json', name: 'dossier', maxSize: 200000 },
          { type: 'select', name: 'knock_out', values: ['dishonest', 'unlicensed', 'incomplete'], maxSelect: 1 },
          { type: 'json', name: 'points', maxSize: 200000 },
          { type: 'number', name: 'stated_total', min: 0, max: 100 },
          { type: 'number', name: 'total', min: 0, max: 100 },
          { type: 'number', name: 'stars', min: 0, max: 5, onlyInt: true },
          { type: 'text', name: 'note', max: 2000 },
          { type: 'number', name: 'version', min: 0, onlyInt: true },
          { type: 'autodate', name: 'created', onCreate: true },
          { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_evaluations_round_product ON evaluations (round, product)',
          'CREATE INDEX idx_evaluations_product ON evaluations (product)',
          'CREATE INDEX idx_evaluations_state ON evaluations (state)',
        ],
      }),
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId('evaluations')),
);
