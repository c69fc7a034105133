// Changes of approved records that wait for an approver. Hook routes alone write them (pb_hooks/proposals.js): one may be read by staff
// and by who sent it.
migrate(
  (app) => {
    const staff = ['viewer', 'editor', 'approver', 'admin']
      .map((name) => `@request.auth.role = '${name}'`)
      .join(' || ');
    const see = `${staff} || (@request.auth.role = 'producer' && author = @request.auth.id)`;
    const collection = new Collection({
      type: 'base',
      name: 'proposals',
      listRule: see,
      viewRule: see,
      fields: [
        { type: 'text', name: 'collection', required: true, max: 40 },
        { type: 'text', name: 'record', required: true, max: 40 },
        { type: 'text', name: 'title', max: 300 },
        {
          type: 'select',
          name: 'state',
          required: true,
          values: ['waiting', 'approved', 'refused', 'withdrawn'],
          maxSelect: 1,
        },
        { type: 'json', name: 'before', maxSize: 2000000 },
        { type: 'json', name: 'after', maxSize: 2000000 },
        { type: 'number', name: 'base_version', min: 0, onlyInt: true },
        { type: 'text', name: 'comment', max: 2000 },
        { type: 'text', name: 'author', max: 40 },
        { type: 'text', name: 'author_name', max: 300 },
        { type: 'text', name: 'decided_by', max: 40 },
        { type: 'text', name: 'decided_by_name', max: 300 },
        { type: 'date', name: 'decided_at' },
        { type: 'text', name: 'decision_note', max: 2000 },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        'CREATE INDEX idx_proposals_record ON proposals (record)',
        'CREATE INDEX idx_proposals_state ON proposals (state)',
        'CREATE INDEX idx_proposals_author ON proposals (author)',
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('proposals')),
);
