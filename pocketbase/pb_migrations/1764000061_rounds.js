// Evaluation rounds of a council: the office's alone.
migrate(
  (app) => {
    const day = (name) => ({ type: 'text', name, max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' });
    app.save(
      new Collection({
        type: 'base',
        name: 'rounds',
        listRule: `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
        viewRule: `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
        createRule: `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
        updateRule: `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')`,
        deleteRule: `@request.auth.role = 'admin'`,
        fields: [
          { type: 'text', name: 'name', max: 300 },
          {
            type: 'select',
            name: 'level',
            required: true,
            values: ['province', 'commune', 'ministry'],
            maxSelect: 1,
          },
          { type: 'number', name: 'year', required: true, min: 0, max: 2100, onlyInt: true },
          { type: 'number', name: 'number', required: true, min: 0, max: 99, onlyInt: true },
          { type: 'select', name: 'state', required: true, values: ['planned', 'open', 'closed'], maxSelect: 1 },
          day('opens_on'),
          day('proposals_by'),
          day('done_by'),
          { type: 'text', name: 'note', max: 2000 },
          { type: 'bool', name: 'demonstration' },
          { type: 'number', name: 'version', min: 0, onlyInt: true },
          { type: 'autodate', name: 'created', onCreate: true },
          { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_rounds_level_year_number ON rounds (level, year, number)',
          'CREATE INDEX idx_rounds_state ON rounds (state)',
        ],
      }),
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId('rounds')),
);
