// First access rules. Guests read nothing: the public sees releases, never this database.
// Staff by role; a producer only its own. Reviews, limits of editors and the full table come with later migrations.
migrate(
  (app) => {
    const any = (...rules) => rules.map((rule) => `(${rule})`).join(' || ');
    const all = (...rules) => rules.map((rule) => `(${rule})`).join(' && ');
    const role = (...names) => any(...names.map((name) => `@request.auth.role = '${name}'`));

    const staff = role('viewer', 'editor', 'approver', 'admin');
    const writer = role('editor', 'approver', 'admin');
    const approver = role('approver', 'admin');
    const admin = role('admin');
    const own = (path) => all(role('producer'), `@request.auth.producer != ''`, `@request.auth.producer = ${path}`);

    // A record becomes or stops being public only by an approver's hand.
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

    const rules = (see, create, update, remove = admin) => ({
      listRule: see,
      viewRule: see,
      createRule: create,
      updateRule: update,
      deleteRule: remove,
    });
    const seen = (path) => any(staff, own(path));
    // A producer's own lots: it opens them and describes them while they are drafts; the office puts them on the market and recalls them.
    const lotOf = 'variant.product.producer';
    const draftOfMine = all(
      own(lotOf),
      `state = 'draft'`,
      '@request.body.state:changed = false',
      '@request.body.stamps_printed:changed = false',
    );

    const table = {
      media: rules(
        any(
          staff,
          all(
            role('producer'),
            `@request.auth.producer != ''`,
            any(
              'producers_via_pictures.id ?= @request.auth.producer',
              'products_via_pictures.producer ?= @request.auth.producer',
            ),
          ),
        ),
        writer,
        null,
        null,
      ),
      communes: rules(any(staff, role('producer')), admin, admin),
      producers: rules(seen('id'), all(writer, reviewedCreate), all(writer, reviewedUpdate)),
      producer_contacts: rules(any(writer, own('producer')), writer, writer),
      products: rules(seen('producer'), all(writer, reviewedCreate), all(writer, reviewedUpdate)),
      pack_variants: rules(seen('product.producer'), writer, writer),
      decisions: rules(staff, approver, approver),
      recognitions: rules(seen('product.producer'), approver, approver),
      certificates: rules(any(staff, own('producer'), own('product.producer')), writer, writer),
      lots: rules(
        seen(lotOf),
        // The program gives the code; nobody who signs in brings one.
        all(
          any('@request.body.trace_code:isset = false', `@request.body.trace_code = ''`),
          any(writer, all(own(lotOf), `@request.body.state = 'draft'`, '@request.body.stamps_printed != true')),
        ),
        any(writer, draftOfMine),
      ),
      trace_events: rules(
        seen('lot.variant.product.producer'),
        any(writer, all(own('lot.variant.product.producer'), `lot.state = 'draft'`)),
        any(
          writer,
          all(own('lot.variant.product.producer'), `lot.state = 'draft'`, '@request.body.lot:changed = false'),
        ),
        any(admin, all(own('lot.variant.product.producer'), `lot.state = 'draft'`)),
      ),
      sales_points: rules(staff, all(writer, reviewedCreate), all(writer, reviewedUpdate)),
      fairs: rules(staff, all(writer, reviewedCreate), all(writer, reviewedUpdate)),
      platforms: rules(any(staff, role('producer')), writer, writer),
      listings: rules(seen('product.producer'), writer, writer),
      published_figures: rules(staff, writer, writer),
      // Ledgers: programs write them. A person may only ask for a publish or for an earlier release.
      addresses: rules(staff, null, null, null),
      releases: rules(
        staff,
        all(approver, `@request.body.state = 'queued'`, '@request.body.requested_by = @request.auth.id'),
        null,
        null,
      ),
      site_settings: rules(any(staff, role('producer')), null, admin, null),
    };
    for (const name of Object.keys(table)) {
      const collection = app.findCollectionByNameOrId(name);
      Object.assign(collection, table[name]);
      app.save(collection);
    }

    const users = app.findCollectionByNameOrId('users');
    const self = 'id = @request.auth.id';
    const onlyName = all(
      self,
      '@request.body.role:changed = false',
      '@request.body.producer:changed = false',
      '@request.body.communes:changed = false',
      '@request.body.collections:changed = false',
      '@request.body.disabled:changed = false',
    );
    Object.assign(users, {
      listRule: any(self, staff),
      viewRule: any(self, staff),
      createRule: admin,
      updateRule: any(admin, onlyName),
      deleteRule: all(admin, 'id != @request.auth.id'),
      manageRule: admin,
      authRule: 'disabled = false',
    });
    app.save(users);
  },
  (app) => {
    for (const collection of app.findAllCollections('base', 'auth')) {
      if (collection.system) continue;
      Object.assign(collection, {
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
      });
      app.save(collection);
    }
  },
);
