// Whole criteria sets at once, by a program: a thousand lines of one decision are written by one statement, since the triggers of revisions are
// long and SQLite would read them anew for each line.

const hand = require(`${__hooks}/hand.js`);

const FIELDS = [
  'id',
  'criteria_version',
  'criteria_set',
  'position',
  'part',
  'code',
  'label',
  'max_points',
  'is_heading',
  'least_for_3',
  'least_for_4',
  'least_for_5',
];

/** Lines that are there stay as they are. */
const INSERT = `INSERT OR IGNORE INTO criteria (${FIELDS.join(', ')}, version, created, updated)
  SELECT ${FIELDS.map((name) => `json_extract(value, '$.${name}')`).join(', ')}, 1, {:now}, {:now} FROM json_each({:lines})`;

/** `POST /api/ocop/criteria` with `{ lines }`: brings those that are not there yet, all or none; answers with how many that were. */
function bring(e) {
  const { lines } = e.requestInfo().body;
  if (!Array.isArray(lines)) throw new BadRequestError('Thiếu các dòng tiêu chí.');
  let made = 0;
  hand.writeAs($app, { ...hand.personOf(e), why: 'job' }, (app) => {
    const values = { lines: JSON.stringify(lines), now: new DateTime().string() };
    made = app.db().newQuery(INSERT).bind(values).execute().rowsAffected();
  });
  return e.json(200, { made });
}

module.exports = { bring };
