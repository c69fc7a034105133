// The office's texts about the site: reviewed like everything that the public sees.
migrate(
  (app) => {
    const any = (...rules) => rules.map((rule) => `(${rule})`).join(' || ');
    const all = (...rules) => rules.map((rule) => `(${rule})`).join(' && ');
    const role = (...names) => any(...names.map((name) => `@request.auth.role = '${name}'`));
    const writer = role('editor', 'approver', 'admin');
    const approver = role('approver', 'admin');
    const unapproved = any(`@request.body.state = 'draft'`, `@request.body.state = 'waiting'`);
    const staff = role('viewer', 'editor', 'approver', 'admin');
    const day = '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$';

    const collection = new Collection({
      type: 'base',
      name: 'pages',
      listRule: staff,
      viewRule: staff,
      createRule: all(writer, any(unapproved, approver)),
      updateRule: all(
        writer,
        any(
          '@request.body.state:changed = false',
          all(unapproved, `state != 'approved'`, `state != 'withdrawn'`),
          approver,
        ),
      ),
      deleteRule: role('admin'),
      fields: [
        {
          type: 'select',
          name: 'kind',
          required: true,
          values: ['about', 'privacy', 'accessibility', 'terms'],
          maxSelect: 1,
        },
        { type: 'text', name: 'title', required: true, max: 200 },
        { type: 'text', name: 'title_en', max: 200 },
        { type: 'text', name: 'body', required: true, max: 20000 },
        { type: 'text', name: 'body_en', max: 20000 },
        {
          type: 'select',
          name: 'state',
          required: true,
          values: ['draft', 'waiting', 'approved', 'withdrawn'],
          maxSelect: 1,
        },
        { type: 'text', name: 'visible_from', max: 10, pattern: day },
        { type: 'text', name: 'visible_until', max: 10, pattern: day },
        { type: 'bool', name: 'demonstration' },
        { type: 'url', name: 'source_url' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: ['CREATE INDEX idx_pages_kind ON pages (kind)'],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('pages')),
);
