// Every change of every record. The rows are written by triggers (domain/rules/revisionTriggers.ts), which hooks keep in step with the
// collections (pb_hooks/revisions.js); nobody writes them through the API, and further triggers keep all others from altering them.
migrate(
  (app) => {
    const any = (...rules) => rules.map((rule) => `(${rule})`).join(' || ');
    const role = (...names) => any(...names.map((name) => `@request.auth.role = '${name}'`));
    const about = (name) => `collection = '${name}'`;
    // Whoever may not see a record may not see what it was.
    const see = any(
      `(${role('viewer', 'editor', 'approver', 'admin')}) && collection != 'producer_contacts' && collection != 'users'`,
      `(${role('editor', 'approver')}) && ${about('producer_contacts')}`,
      role('admin'),
    );
    const collection = new Collection({
      type: 'base',
      name: 'revisions',
      listRule: see,
      viewRule: see,
      fields: [
        { type: 'text', name: 'collection', max: 40 },
        { type: 'text', name: 'record', max: 40 },
        { type: 'text', name: 'title', max: 300 },
        {
          type: 'select',
          name: 'action',
          required: true,
          values: ['create', 'update', 'delete', 'erase'],
          maxSelect: 1,
        },
        { type: 'json', name: 'before', maxSize: 10000000 },
        { type: 'json', name: 'after', maxSize: 10000000 },
        { type: 'number', name: 'record_version', min: 0, onlyInt: true },
        { type: 'text', name: 'actor', max: 40 },
        { type: 'text', name: 'actor_name', max: 300 },
        {
          type: 'select',
          name: 'why',
          required: true,
          values: ['form', 'review', 'import', 'undo', 'restore', 'hook', 'job', 'erase'],
          maxSelect: 1,
        },
        { type: 'text', name: 'note', max: 500 },
        { type: 'text', name: 'import', max: 40 },
        { type: 'text', name: 'tx', max: 40 },
        { type: 'autodate', name: 'created', onCreate: true },
      ],
      indexes: [
        'CREATE INDEX idx_revisions_record ON revisions (record)',
        "CREATE INDEX idx_revisions_tx ON revisions (tx) WHERE tx != ''",
        "CREATE INDEX idx_revisions_import ON revisions (import) WHERE import != ''",
        "CREATE INDEX idx_revisions_deleted ON revisions (collection) WHERE action = 'delete'",
      ],
    });
    const run = (sql) => app.db().newQuery(sql).execute();
    run(`CREATE TABLE revision_hand (one INTEGER PRIMARY KEY CHECK (one = 1), actor TEXT NOT NULL, actor_name TEXT NOT NULL,
      why TEXT NOT NULL, note TEXT NOT NULL, import TEXT NOT NULL, tx TEXT NOT NULL)`);
    app.save(collection);
  },
  (app) => {
    const run = (sql) => app.db().newQuery(sql).execute();
    const triggers = arrayOf(new DynamicModel({ name: '' }));
    app.db().newQuery("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'revis*'").all(triggers);
    for (const { name } of triggers) run(`DROP TRIGGER [${name}]`);
    app.delete(app.findCollectionByNameOrId('revisions'));
    run('DROP TABLE revision_hand');
  },
);
