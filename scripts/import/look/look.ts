/** A dry run that was asked for in the admin: from the file of an import's record to its report. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type PocketBase from 'pocketbase';
import type { AccessPerson } from '#domain/access.ts';
import type { ImportRun } from '#domain/importRun.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import type { User } from '#domain/user.ts';
import { now } from '../../clock.ts';
import { stepsOf } from '../apply/plan.ts';
import { refusedWorkbook } from '../apply/refusedRows.ts';
import { keepLook } from '../apply/runs.ts';
import { type FileChoices, NoHeading, NotImportable, openFile, prepare, recall } from '../prepare.ts';
import { ENCODINGS, type Encoding } from '../read/sheet.ts';
import { readExisting } from '../readExisting.ts';
import { foundIn, foundWithoutHeading } from './foundIn.ts';

const isEncoding = (name: string): name is Encoding => Object.hasOwn(ENCODINGS, name);
const update = (pb: PocketBase, id: string, fields: Record<string, unknown>) =>
  pb.collection('imports').update(id, fields, { requestKey: null });

async function download(pb: PocketBase, run: ImportRun, path: string): Promise<void> {
  const token = await pb.files.getToken({ requestKey: null });
  const answer = await fetch(pb.files.getURL(run, run.source, { token }));
  if (!answer.ok || answer.body === null) throw new Error(`the file of import ${run.id} answers ${answer.status}`);
  await pipeline(answer.body, createWriteStream(path));
}

/** What a person chose, as the steps take it. */
function choicesOf({ choices }: ImportRun): FileChoices {
  const { sheet, encoding, separator, heading, shift, columns = {} } = choices ?? {};
  return {
    read: {
      ...(encoding !== undefined && isEncoding(encoding) ? { encoding } : {}),
      ...(separator === undefined ? {} : { separator }),
    },
    ...(sheet === undefined ? {} : { sheet }),
    mapping: {
      columns: Object.fromEntries(Object.entries(columns).map(([column, field]) => [Number(column), field])),
      ...(heading === undefined ? {} : { heading }),
      ...(shift === undefined ? {} : { shift }),
    },
  };
}

/** Who asked, and within what limits; nobody in particular where a program did. An account that is gone since is told by the route. */
async function askerOf(pb: PocketBase, { preparer }: ImportRun): Promise<AccessPerson | undefined> {
  if (preparer === '') return undefined;
  const [user] = await pb
    .collection('users')
    .getFullList<User>({ filter: pb.filter('id = {:preparer}', { preparer }), requestKey: null });
  return user && { role: user.role, communes: user.communes, collections: user.collections };
}

async function lookAt(pb: PocketBase, run: ImportRun, path: string): Promise<void> {
  const choices = choicesOf(run);
  const opened = await recall(pb, await openFile(path, run.target, choices), choices);
  const found = foundIn(opened.file, opened.sheet, opened.mapped);
  const rows = opened.mapped.rows.length.toLocaleString('vi');
  await update(pb, run.id, { found, progress: `Đang so ${rows} dòng với hồ sơ` });
  const given = { written: [], known: run.answers ?? {} };
  const { report, office, sha256, mapped } = prepare(
    opened,
    await readExisting(pb, run.target),
    hanoiDay(now()),
    given,
    await askerOf(pb, run),
  );
  await update(pb, run.id, { progress: 'Đang ghi báo cáo' });
  const refused = await refusedWorkbook(mapped, report);
  await keepLook(pb, run.id, report, stepsOf(report, office.existing), { sha256, refused });
}

/** Words for the screen, where no command is at hand. */
const NO_HEADING = 'Không tìm thấy dòng tiêu đề. Hãy chỉ dòng tiêu đề ở bên dưới, hoặc chọn trang tính khác.';

async function refuse(pb: PocketBase, run: ImportRun, error: NotImportable): Promise<void> {
  const found = error instanceof NoHeading ? { found: foundWithoutHeading(error.file, error.sheet, run.target) } : {};
  const problem = error instanceof NoHeading ? NO_HEADING : error.message;
  await update(pb, run.id, { state: 'failed', progress: '', problem, ...found });
}

/** Carries one out, unless somebody else has taken it. What the person can mend is told in the record; only a mistake of ours throws. */
export async function look(pb: PocketBase, id: string): Promise<void> {
  const run = await pb.collection('imports').getOne<ImportRun>(id, { requestKey: null });
  if (run.state !== 'queued') return;
  await update(pb, id, { state: 'reading', progress: 'Đang đọc tệp' });
  const folder = await mkdtemp(join(tmpdir(), 'ocop-import-'));
  try {
    const path = join(folder, 'source');
    await download(pb, run, path);
    await lookAt(pb, run, path);
  } catch (error) {
    if (!(error instanceof NotImportable)) throw error;
    await refuse(pb, run, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
