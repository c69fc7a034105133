// Whoever asks for a publish says what is asked and nothing of what programs write of it.
// Collection → see, create, update, delete.
const RULES = {
  releases: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `((@request.auth.role = 'approver' || @request.auth.role = 'admin') && ((@request.body.state = 'queued') && (@request.body.requested_by = @request.auth.id) && ((name = '') && (started_at = '') && (ended_at = '') && (@request.body.steps:isset = false) && (@request.body.counts:isset = false) && (@request.body.problems:isset = false) && (log = '') && (@request.body.changed:isset = false) && (size_bytes = 0)))) && (@request.body.id:isset = false)`,
    null,
    null,
  ],
};

migrate((app) => {
  for (const name of Object.keys(RULES)) {
    const [see, createRule, updateRule, deleteRule] = RULES[name];
    const collection = app.findCollectionByNameOrId(name);
    Object.assign(collection, { listRule: see, viewRule: see, createRule, updateRule, deleteRule });
    app.save(collection);
  }
});
