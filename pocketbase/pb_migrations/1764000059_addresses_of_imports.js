// Which import brought the code of an earlier stamp system: the ledger has no revisions, and undoing the import takes its codes back.
migrate(
  (app) => {
    const addresses = app.findCollectionByNameOrId('addresses');
    addresses.fields.add(new TextField({ name: 'import', max: 15 }));
    app.save(addresses);
  },
  (app) => {
    const addresses = app.findCollectionByNameOrId('addresses');
    addresses.fields.removeByName('import');
    app.save(addresses);
  },
);
