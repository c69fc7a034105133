// Criteria sets as data, a row a line, by the decision that set them. Admins alone write them; scripts/seed/criteria.ts brings those of 26/2026.
migrate(
  (app) => {
    const points = (name, more = {}) => ({ type: 'number', name, min: 0, max: 100, ...more });
    app.save(
      new Collection({
        type: 'base',
        name: 'criteria',
        listRule: `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
        viewRule: `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
        createRule: `(@request.auth.role = 'admin') && (@request.body.id:isset = false)`,
        updateRule: `@request.auth.role = 'admin'`,
        deleteRule: `@request.auth.role = 'admin'`,
        fields: [
          { type: 'text', name: 'criteria_version', required: true, max: 40 },
          { type: 'number', name: 'criteria_set', required: true, min: 0, max: 99, onlyInt: true },
          { type: 'number', name: 'position', required: true, min: 0, max: 9999, onlyInt: true },
          { type: 'select', name: 'part', required: true, values: ['A', 'B', 'C'], maxSelect: 1 },
          { type: 'text', name: 'code', required: true, max: 20 },
          { type: 'text', name: 'label', required: true, max: 300 },
          points('max_points', { required: true }),
          { type: 'bool', name: 'is_heading' },
          points('least_for_3'),
          points('least_for_4'),
          points('least_for_5'),
          { type: 'number', name: 'version', min: 0, onlyInt: true },
          { type: 'autodate', name: 'created', onCreate: true },
          { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_criteria_criteria_version_criteria_set_code ON criteria (criteria_version, criteria_set, code)',
        ],
      }),
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId('criteria')),
);
