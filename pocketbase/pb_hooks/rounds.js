// Evaluation rounds: one of each number in a year, under a name, with days that stand in order.

const rules = require(`${__hooks}/rules.js`);
const hand = require(`${__hooks}/hand.js`);
const evaluations = require(`${__hooks}/evaluations.js`);

/** The hand of a change that no request asked for. */
const BY_HOOK = { why: 'hook' };

const TAKEN_ROUND = 'Đã có đợt này của cùng cấp và năm. Hãy xem lại số đợt.';
const LEVEL_WORDS = { province: '', commune: ' cấp xã', ministry: ' Trung ương' };

function roundName(record) {
  const level = LEVEL_WORDS[record.getString('level')] || '';
  return `Đợt ${record.getInt('number')} năm ${record.getInt('year')}${level}`;
}

/** Days that nobody gave a new round are those of the decision. */
function fillDeadlines(record) {
  const level = record.getString('level');
  if (LEVEL_WORDS[level] === undefined) return;
  const deadlines = rules.roundDeadlines(level, record.getInt('year'), record.getInt('number'));
  if (deadlines === null) return;
  if (record.getString('proposals_by') === '') record.set('proposals_by', deadlines.proposalsBy);
  if (record.getString('done_by') === '') record.set('done_by', deadlines.doneBy);
}

function refuseTakenRound(app, record) {
  const filter = 'level = {:level} && year = {:year} && number = {:number} && id != {:id}';
  const values = {
    level: record.getString('level'),
    year: record.getInt('year'),
    number: record.getInt('number'),
    id: record.id,
  };
  if (app.findRecordsByFilter('rounds', filter, '', 1, 0, values).length > 0)
    evaluations.refuseAt('number', 'roundTaken', TAKEN_ROUND);
}

/** Saves a round whose days stand in order, under a name. */
function save(e) {
  const { record } = e;
  hand.passAs(e, BY_HOOK, (app) => {
    if (record.isNew()) fillDeadlines(record);
    if (record.getString('name') === '') record.set('name', roundName(record));
    evaluations.refuse(
      rules.roundProblems({
        year: record.getInt('year'),
        opensOn: record.getString('opens_on'),
        proposalsBy: record.getString('proposals_by'),
        doneBy: record.getString('done_by'),
      }),
    );
    refuseTakenRound(app, record);
  });
}

module.exports = { save };
