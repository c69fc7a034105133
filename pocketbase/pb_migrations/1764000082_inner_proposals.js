// Records inside a reviewed one (packs, certificates, shops) are proposed to be made, changed or removed; until now a proposal was
// always a change.
migrate(
  (app) => {
    const proposals = app.findCollectionByNameOrId('proposals');
    const deed = { type: 'select', name: 'deed', values: ['change', 'create', 'remove'], maxSelect: 1 };
    proposals.fields.add(new Field(deed));
    proposals.fields.add(new Field({ type: 'json', name: 'owners', maxSize: 200000 }));
    app.save(proposals);
    app.db().newQuery("UPDATE proposals SET deed = 'change'").execute();
    proposals.fields.getByName('deed').required = true;
    app.save(proposals);
  },
  (app) => {
    const proposals = app.findCollectionByNameOrId('proposals');
    for (const name of ['deed', 'owners']) proposals.fields.removeByName(name);
    app.save(proposals);
  },
);
