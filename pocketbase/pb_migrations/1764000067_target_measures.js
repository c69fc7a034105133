// More of what a target may ask for can be counted from the records.
const ADDED = [
  'participating',
  'recognised_in_year',
  'upgraded_in_year',
  'household_share',
  'online',
  'traced_share',
  'growing_codes',
  'packing_codes',
  'coded_area',
  'e_diary_share',
  'trained_share',
  'trained_people',
];

migrate(
  (app) => {
    const targets = app.findCollectionByNameOrId('targets');
    const measure = targets.fields.getByName('measure');
    measure.values = [...measure.values, ...ADDED];
    app.save(targets);
  },
  (app) => {
    const targets = app.findCollectionByNameOrId('targets');
    const measure = targets.fields.getByName('measure');
    measure.values = [...measure.values].filter((value) => ADDED.indexOf(value) < 0);
    app.save(targets);
  },
);
