// Criteria: those by which a result was judged stay as they were, and whole sets come at once, by a program.

const hand = require(`${__hooks}/hand.js`);
const { isChanged, jsonOf, refuseAt } = require(`${__hooks}/evaluations.js`);

const USED =
  'Tiêu chí này đã dùng trong kết quả đánh giá nên không sửa hay xóa được. Hãy thêm bộ tiêu chí của văn bản mới bên cạnh.';

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

/**
 * A thousand lines of one decision are written by one statement: the triggers of revisions are long, and SQLite would read them anew for each
 * line. Lines that are there stay as they are.
 */
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

/** Numbers and gates of a criterion by which results were judged; its words may be mended. */
const COUNTED = [
  'criteria_version',
  'criteria_set',
  'part',
  'code',
  'max_points',
  'is_heading',
  'least_for_3',
  'least_for_4',
  'least_for_5',
];

/** Whether results have been judged by this line: by its set as a whole, since a line taken away or added changes every total. */
function isUsed(app, line) {
  const filter = `criteria_version = {:version} && criteria_set = {:set}`;
  const values = { version: line.getString('criteria_version'), set: line.getInt('criteria_set') };
  return app
    .findRecordsByFilter('evaluations', filter, '', 0, 0, values)
    .some((each) => Object.keys(jsonOf(each, 'points', {})).length > 0 || each.getFloat('total') > 0);
}

/** A set by which a result was judged stays as it was: no line changes its points and gates, none comes. */
function keepCounted(e) {
  const { app, record } = e;
  const isJudged = record.isNew() || isChanged(record, COUNTED);
  if (isJudged && (isUsed(app, record) || (!record.isNew() && isUsed(app, record.original()))))
    refuseAt('code', 'criterionUsed', USED);
  e.next();
}

function refuseDeletingUsed(e) {
  if (isUsed(e.app, e.record)) refuseAt('code', 'criterionUsed', USED);
  e.next();
}

module.exports = { bring, keepCounted, refuseDeletingUsed };
