// Growing areas and packing houses with their codes. Lots and diary entries point to them; what is not recorded stays in the lots' own words.
migrate(
  (app) => {
    const any = (...rules) => rules.map((rule) => `(${rule})`).join(' || ');
    const all = (...rules) => rules.map((rule) => `(${rule})`).join(' && ');
    const role = (...names) => any(...names.map((name) => `@request.auth.role = '${name}'`));
    const idOf = (name) => app.findCollectionByNameOrId(name).id;
    const DAY = '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$';

    const writer = role('editor', 'approver', 'admin');
    const approver = role('approver', 'admin');
    const own = all(role('producer'), `@request.auth.producer != ''`, 'producers.id ?= @request.auth.producer');
    const see = any(role('viewer', 'editor', 'approver', 'admin'), own);
    const reviewedCreate = any(`@request.body.state = 'draft'`, `@request.body.state = 'waiting'`, approver);
    const reviewedUpdate = any(
      '@request.body.state:changed = false',
      all(
        any(`@request.body.state = 'draft'`, `@request.body.state = 'waiting'`),
        `state != 'approved'`,
        `state != 'withdrawn'`,
      ),
      approver,
    );

    const collection = new Collection({
      type: 'base',
      name: 'growing_areas',
      listRule: see,
      viewRule: see,
      createRule: all(writer, reviewedCreate),
      updateRule: all(writer, reviewedUpdate),
      deleteRule: role('admin'),
      fields: [
        { type: 'text', name: 'code', required: true, max: 80 },
        {
          type: 'select',
          name: 'kind',
          required: true,
          values: ['domestic', 'export', 'packing_house'],
          maxSelect: 1,
        },
        { type: 'text', name: 'name', max: 300 },
        { type: 'text', name: 'name_en', max: 300 },
        { type: 'text', name: 'market', max: 200 },
        { type: 'text', name: 'market_en', max: 200 },
        { type: 'text', name: 'crop', max: 200 },
        { type: 'text', name: 'crop_en', max: 200 },
        { type: 'number', name: 'area_ha', min: 0 },
        { type: 'relation', name: 'commune', collectionId: idOf('communes'), maxSelect: 1 },
        { type: 'geoPoint', name: 'point' },
        { type: 'bool', name: 'point_approximate' },
        { type: 'relation', name: 'producers', collectionId: idOf('producers'), maxSelect: 500 },
        { type: 'relation', name: 'products', collectionId: idOf('products'), maxSelect: 500 },
        { type: 'relation', name: 'certificates', collectionId: idOf('certificates'), maxSelect: 50 },
        { type: 'text', name: 'issued_on', max: 10, pattern: DAY },
        { type: 'text', name: 'ended_on', max: 10, pattern: DAY },
        { type: 'text', name: 'note', max: 2000 },
        {
          type: 'select',
          name: 'state',
          required: true,
          values: ['draft', 'waiting', 'approved', 'withdrawn'],
          maxSelect: 1,
        },
        { type: 'text', name: 'visible_from', max: 10, pattern: DAY },
        { type: 'text', name: 'visible_until', max: 10, pattern: DAY },
        { type: 'bool', name: 'demonstration' },
        { type: 'url', name: 'source_url' },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_growing_areas_code ON growing_areas (code) WHERE code != ''",
        'CREATE INDEX idx_growing_areas_kind ON growing_areas (kind)',
        'CREATE INDEX idx_growing_areas_commune ON growing_areas (commune)',
        'CREATE INDEX idx_growing_areas_state ON growing_areas (state)',
      ],
    });
    app.save(collection);

    const lots = app.findCollectionByNameOrId('lots');
    lots.fields.add(new RelationField({ name: 'areas', collectionId: collection.id, maxSelect: 20 }));
    app.save(lots);
    const events = app.findCollectionByNameOrId('trace_events');
    events.fields.add(new RelationField({ name: 'area', collectionId: collection.id, maxSelect: 1 }));
    app.save(events);
  },
  (app) => {
    for (const [name, field] of [
      ['lots', 'areas'],
      ['trace_events', 'area'],
    ]) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.removeByName(field);
      app.save(collection);
    }
    app.delete(app.findCollectionByNameOrId('growing_areas'));
  },
);
