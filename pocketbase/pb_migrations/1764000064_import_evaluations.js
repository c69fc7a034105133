// The results of an evaluation round come from the scoring software's sheet too.
migrate(
  (app) => {
    const imports = app.findCollectionByNameOrId('imports');
    const field = imports.fields.getByName('target');
    if (field.values.indexOf('evaluations') < 0) field.values = [...field.values, 'evaluations'];
    app.save(imports);
  },
  (app) => {
    const imports = app.findCollectionByNameOrId('imports');
    const field = imports.fields.getByName('target');
    field.values = field.values.filter((target) => target !== 'evaluations');
    app.save(imports);
  },
);
