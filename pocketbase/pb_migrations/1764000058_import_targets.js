// More that a spreadsheet may be about: lots, shops on floors with the codes of earlier stamp systems, certificates, growing areas.
migrate(
  (app) => {
    const imports = app.findCollectionByNameOrId('imports');
    const field = imports.fields.getByName('target');
    for (const target of ['lots', 'listings', 'certificates', 'growing_areas'])
      if (field.values.indexOf(target) < 0) field.values = [...field.values, target];
    app.save(imports);
  },
  (app) => {
    const imports = app.findCollectionByNameOrId('imports');
    const field = imports.fields.getByName('target');
    field.values = field.values.filter(
      (target) => ['lots', 'listings', 'certificates', 'growing_areas'].indexOf(target) < 0,
    );
    app.save(imports);
  },
);
