// What the programme gave and taught: the office's alone, told to the public as sums of reports only.
migrate(
  (app) => {
    const role = (...names) => names.map((name) => `@request.auth.role = '${name}'`).join(' || ');
    const idOf = (name) => app.findCollectionByNameOrId(name).id;
    const DAY = '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$';
    const staff = role('viewer', 'editor', 'approver', 'admin');
    const writer = role('editor', 'approver', 'admin');
    const access = {
      listRule: staff,
      viewRule: staff,
      createRule: writer,
      updateRule: writer,
      deleteRule: role('admin'),
    };
    const kept = [
      { type: 'bool', name: 'demonstration' },
      { type: 'number', name: 'version', min: 0, onlyInt: true },
      { type: 'autodate', name: 'created', onCreate: true },
      { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
    ];
    app.save(
      new Collection({
        type: 'base',
        name: 'supports',
        ...access,
        fields: [
          { type: 'text', name: 'name', required: true, max: 300 },
          {
            type: 'select',
            name: 'purpose',
            required: true,
            values: [
              'packaging',
              'machinery',
              'certification',
              'dossier',
              'promotion',
              'sales_point',
              'online',
              'loan',
              'reward',
              'other',
            ],
            maxSelect: 1,
          },
          { type: 'text', name: 'granted_on', required: true, max: 10, pattern: DAY },
          { type: 'number', name: 'amount', min: 0, onlyInt: true },
          {
            type: 'select',
            name: 'source',
            values: ['central', 'province', 'commune', 'project', 'social', 'own'],
            maxSelect: 1,
          },
          { type: 'text', name: 'decision', max: 300 },
          { type: 'relation', name: 'producer', collectionId: idOf('producers'), maxSelect: 1 },
          { type: 'relation', name: 'product', collectionId: idOf('products'), maxSelect: 1 },
          { type: 'relation', name: 'commune', collectionId: idOf('communes'), maxSelect: 1 },
          { type: 'text', name: 'note', max: 2000 },
          ...kept,
        ],
        indexes: ['granted_on', 'producer', 'product', 'commune'].map(
          (field) => `CREATE INDEX idx_supports_${field} ON supports (${field})`,
        ),
      }),
    );
    app.save(
      new Collection({
        type: 'base',
        name: 'trainings',
        ...access,
        fields: [
          { type: 'text', name: 'name', required: true, max: 300 },
          { type: 'text', name: 'starts_on', required: true, max: 10, pattern: DAY },
          { type: 'text', name: 'ends_on', max: 10, pattern: DAY },
          { type: 'text', name: 'place', max: 300 },
          { type: 'relation', name: 'commune', collectionId: idOf('communes'), maxSelect: 1 },
          { type: 'text', name: 'organiser', max: 300 },
          { type: 'number', name: 'participants', min: 0, onlyInt: true },
          { type: 'relation', name: 'producers', collectionId: idOf('producers'), maxSelect: 1000 },
          { type: 'text', name: 'note', max: 2000 },
          ...kept,
        ],
        indexes: ['starts_on', 'commune'].map((field) => `CREATE INDEX idx_trainings_${field} ON trainings (${field})`),
      }),
    );
  },
  (app) => {
    for (const name of ['trainings', 'supports']) app.delete(app.findCollectionByNameOrId(name));
  },
);
