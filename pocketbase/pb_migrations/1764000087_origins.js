// Where the site and its tiles are: a host and nothing that could end an attribute or a content policy. Until now nearly any sign was taken.
const PORT = '[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]';
const BYTE = '25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]';
const IPV4 = `(?:(?:${BYTE})[.]){3}(?:${BYTE})`;

function originPattern(letters) {
  const rest = `(?:[${letters}0-9-]{0,61}[${letters}0-9])?`;
  return `https?://(?:localhost|${IPV4}|(?:[${letters}0-9]${rest}[.])+[${letters}]${rest})(?::(?:${PORT}))?`;
}

function tilePattern(signs, origin) {
  const number = '[{][zxy][}]';
  return `^${origin}/${signs}${number}${signs}${number}${signs}${number}${signs}$`;
}

function setPatterns(app, address, tiles) {
  const settings = app.findCollectionByNameOrId('site_settings');
  settings.fields.getByName('public_address').pattern = address;
  settings.fields.getByName('map_tiles').pattern = tiles;
  app.save(settings);
}

migrate(
  (app) => {
    setPatterns(
      app,
      `^${originPattern('a-z')}$`,
      tilePattern('[A-Za-z0-9._~!$&*+=:@/?%(){}-]*', originPattern('A-Za-z')),
    );
    // Capitals lead to the same host; stamps that carry them go on leading there.
    const sql =
      'UPDATE site_settings SET public_address = lower(public_address) WHERE public_address != lower(public_address)';
    app.db().newQuery(sql).execute();
  },
  (app) => setPatterns(app, '^https?://[^/?#]+$', tilePattern('[^ ;,<>"]*', 'https?://[A-Za-z0-9.-]+(:[0-9]+)?')),
);
