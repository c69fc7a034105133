// Asking for a dry run: the file comes in with what was chosen, and waits for the worker (scripts/worker/imports.ts).

const hand = require(`${__hooks}/hand.js`);
const { findRun, refuseUnlessAllowed } = require(`${__hooks}/imports.js`);

const NO_FILE = 'Hãy chọn một tệp.';
const TOO_LARGE = 'Tệp lớn quá 50 MB. Hãy tách thành nhiều tệp nhỏ hơn.';
const BUSY = 'Tệp này đang được xem trước. Hãy đợi xong rồi sửa lựa chọn.';
const DONE = 'Lần nhập này đã ghi. Hãy chọn lại tệp để nhập lần nữa.';
const NO_SOURCE = 'Lần nhập này không giữ tệp. Hãy chọn lại tệp.';
const WRONG = 'Lựa chọn chưa đúng khuôn mẫu.';

/** Largest file, as in domain/importRun.ts. */
const FILE_BYTES = 50000000;

function parsed(text) {
  try {
    const value = JSON.parse(text || '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (_) {
    // Told below.
  }
  throw new BadRequestError(WRONG);
}

function uploaded(e) {
  try {
    return e.findUploadedFiles('source')[0];
  } catch (_) {
    // PocketBase throws where there is none.
    throw new BadRequestError(NO_FILE);
  }
}

/** A file's name without signs that nobody sees: they would hide what it is. */
function shownName(name) {
  const hidden = [
    [0, 31],
    [127, 159],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfeff, 0xfeff],
  ];
  const isShown = (sign) => !hidden.some(([first, last]) => sign.charCodeAt(0) >= first && sign.charCodeAt(0) <= last);
  return name.split('').filter(isShown).join('').slice(-300) || 'bang';
}

/** What an earlier look left goes: a plan must not be written while another is being made. */
function queue(app, run, who, isProgram) {
  for (const name of ['plan', 'report', 'refused', 'problem', 'progress']) run.set(name, '');
  for (const name of ['counts', 'deeds', 'pages']) run.set(name, null);
  run.set('state', 'queued');
  run.set('prepared_by', who.name);
  // Programs prepare for nobody in particular, and within nobody's limits.
  run.set('preparer', isProgram ? '' : who.actor);
  app.save(run);
}

/** `POST /api/ocop/imports`, a form of `source` (the file), `target` and `choices` (JSON). */
function ask(e) {
  const file = uploaded(e);
  const target = e.request.formValue('target');
  const collection = $app.findCachedCollectionByNameOrId('imports');
  if (collection.fields.getByName('target').values.indexOf(target) < 0) throw new BadRequestError(WRONG);
  refuseUnlessAllowed(e, [target]);
  if (file.size > FILE_BYTES) throw new BadRequestError(TOO_LARGE);
  const run = new Record(collection);
  run.set('file_name', shownName(file.originalName));
  run.set('target', target);
  run.set('choices', parsed(e.request.formValue('choices')));
  run.set('answers', {});
  run.set('source', file);
  hand.writeAs($app, { ...hand.personOf(e), why: 'form' }, (app) =>
    queue(app, run, hand.personOf(e), e.hasSuperuserAuth()),
  );
  return e.json(200, { id: run.id, state: 'queued' });
}

/** `POST /api/ocop/imports/{id}/look`: the same file again, with other choices or with answers to its questions. */
function look(e) {
  const found = findRun(e);
  refuseUnlessAllowed(e, [found.getString('target')]);
  const { choices, answers } = e.requestInfo().body;
  hand.writeAs($app, { ...hand.personOf(e), why: 'form' }, (app) => {
    const run = app.findRecordById('imports', found.id);
    const state = run.getString('state');
    if (state === 'queued' || state === 'reading') throw new ApiError(409, BUSY, {});
    if (state === 'applied' || state === 'undone') throw new BadRequestError(DONE);
    if (run.getString('source') === '') throw new BadRequestError(NO_SOURCE);
    if (choices !== undefined) run.set('choices', parsed(JSON.stringify(choices)));
    if (answers !== undefined) run.set('answers', parsed(JSON.stringify(answers)));
    queue(app, run, hand.personOf(e), e.hasSuperuserAuth());
  });
  return e.json(200, { id: found.id, state: 'queued' });
}

module.exports = { ask, look };
