// A commune's slug is part of an address like any other, and has the same form.
const PATTERN = '^[a-z0-9]+(-[a-z0-9]+)*$';

function setPattern(app, pattern) {
  const communes = app.findCollectionByNameOrId('communes');
  communes.fields.getByName('slug').pattern = pattern;
  app.save(communes);
}

migrate(
  (app) => setPattern(app, PATTERN),
  (app) => setPattern(app, ''),
);
