// A recognition tells which result of which round it rests on, and by which criteria. Not public.
migrate(
  (app) => {
    const collection = app.findCollectionByNameOrId('recognitions');
    const evaluations = app.findCollectionByNameOrId('evaluations');
    collection.fields.add(new RelationField({ name: 'evaluation', collectionId: evaluations.id, maxSelect: 1 }));
    collection.fields.add(new TextField({ name: 'criteria_version', max: 40 }));
    collection.indexes = [
      ...collection.indexes,
      'CREATE INDEX idx_recognitions_evaluation ON recognitions (evaluation)',
    ];
    app.save(collection);
  },
  (app) => {
    const collection = app.findCollectionByNameOrId('recognitions');
    collection.indexes = collection.indexes.filter((each) => each.indexOf('idx_recognitions_evaluation') < 0);
    collection.fields.removeByName('evaluation');
    collection.fields.removeByName('criteria_version');
    app.save(collection);
  },
);
