// Communes go on merging and splitting: the former one stays, says into which it went, and its address leads there.
migrate(
  (app) => {
    const communes = app.findCollectionByNameOrId('communes');
    communes.fields.add(new RelationField({ name: 'merged_into', collectionId: communes.id, maxSelect: 1 }));
    app.save(communes);
  },
  (app) => {
    const communes = app.findCollectionByNameOrId('communes');
    communes.fields.removeByName('merged_into');
    app.save(communes);
  },
);
