/**
 * What is left of mending once the database answers: the live release's own files are made again from its pages and the records, releases
 * that were set aside are so in the list too, and a database that is behind what is public gets recalls and consents back.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import type { Release } from '#domain/release.ts';
import { PERSONAL_ITEMS } from '#domain/rules/consent.ts';
import { type DataFolder, type ReleaseFolder, releaseFolder } from '../dataFolder.ts';
import { keepStanding, presentStanding } from '../restore/keepStanding.ts';
import { liveRelease } from './activate.ts';
import { HiddenFinder } from './hidden.ts';
import { inspectPages } from './inspect.ts';
import { writeManifest } from './manifest.ts';
import { brokenReleases, mendReleases } from './mendReleases.ts';
import { whilePublishing } from './publishLock.ts';
import { ask, inState } from './queue.ts';
import { readPublicRecords } from './readPublic.ts';
import { releaseFaults } from './releaseFaults.ts';
import { ShownFinder, shownPersonal } from './shown.ts';

const SILENT = { requestKey: null };

interface SnapshotLot {
  id: string;
  state: string;
  lot_number: string;
  trace_code: string;
}

/** The lots of a release's snapshot; none where it has none any more. */
function lotsOf({ snapshot }: ReleaseFolder): SnapshotLot[] {
  if (!existsSync(snapshot)) return [];
  const database = new DatabaseSync(snapshot, { readOnly: true });
  try {
    const rows = database.prepare("SELECT json FROM record WHERE collection = 'lots'").all();
    return rows.map(({ json }) => JSON.parse(String(json)) as SnapshotLot);
  } finally {
    database.close();
  }
}

/**
 * Writes a release's own files again. Which personal items it shows is looked for among all that the records hold, allowed or not: what was
 * taken back since must stay hidden.
 */
async function describeAgain(pb: PocketBase, data: DataFolder, name: string): Promise<void> {
  const release = releaseFolder(data, name);
  const { office, content, persons, today } = await readPublicRecords({ pb, data });
  const all = new Map([...persons].map(([id, person]) => [id, { ...person, shown: new Set(PERSONAL_ITEMS) }]));
  const personal = shownPersonal(all, office, content);
  const { addresses, lots, counts, sizeBytes } = await inspectPages({
    pages: release.pages,
    present: new Map(),
    texts: new Map(),
    owed: new Map(),
    finder: new HiddenFinder(new Map(), new Set()),
    shown: new ShownFinder(personal),
    producerNames: new Map(),
    hasShared: () => true,
  });
  const lotsIn = (state: string) =>
    lotsOf(release)
      .filter((lot) => lot.state === state)
      .map((lot) => lot.id);
  const [recalled, lotsWithdrawn] = [lotsIn('recalled'), lotsIn('withdrawn')];
  await writeManifest(
    release,
    { name, asOf: today, recalled, lotsWithdrawn, personal, counts, sizeBytes },
    { addresses, lots },
  );
}

/** Makes the live release's own files again where they are broken; pages are made again by the publish that is asked for. */
async function mendLive(pb: PocketBase, data: DataFolder): Promise<string[]> {
  const live = await liveRelease(data);
  if (live === undefined) return [];
  const faults = await releaseFaults(releaseFolder(data, live));
  if (faults.length === 0) return [];
  const own = faults.filter((fault) => fault !== 'pages');
  if (own.length === 0) return [`Bản đăng ${live} bị hỏng: đang chờ đăng lại từ dữ liệu.`];
  await describeAgain(pb, data, live);
  return [`Tệp của bản đăng ${live} bị hỏng (${own.join(', ')}): đã ghi lại từ các trang của nó.`];
}

/** Says in the list of releases which ones can be shown no more. */
async function noteBroken(pb: PocketBase, data: DataFolder): Promise<void> {
  for (const { name, folder } of await brokenReleases(data)) {
    const filter = pb.filter('name = {:name} && (state = "live" || state = "kept")', { name });
    for (const record of await pb.collection<Release>('releases').getFullList({ ...SILENT, filter })) {
      const note = `Tệp bị hỏng, đã để riêng thành ${folder}.`;
      await pb
        .collection('releases')
        .update(record.id, { state: 'pruned', note, log: `${record.log}${note}\n` }, SILENT);
    }
  }
}

/** Whether the database knows a release by its name. */
async function isKnown(pb: PocketBase, name: string): Promise<boolean> {
  const filter = pb.filter('name = {:name}', { name });
  return (await pb.collection('releases').getList(1, 1, { ...SILENT, filter, fields: 'id' })).totalItems > 0;
}

/** Whether the public sees another release than was last made live, because that one was broken. One that is being made live is no such case. */
async function showsAnother(pb: PocketBase, data: DataFolder): Promise<boolean> {
  const live = await liveRelease(data);
  if ((await inState(pb, 'running')).length > 0 || (live !== undefined && !(await isKnown(pb, live)))) return false;
  return (await inState(pb, 'live')).some((record) => record.name !== live);
}

async function askForWhole(pb: PocketBase): Promise<void> {
  const waiting = [...(await inState(pb, 'queued')), ...(await inState(pb, 'running'))];
  if (waiting.some((each) => each.action === 'publish')) return;
  await ask(pb, { reason: 'missed', note: 'Tệp của bản đang hiển thị bị hỏng: đăng lại từ dữ liệu.' });
}

/** Lots that the public knows and the records do not. */
async function lostLots(pb: PocketBase, release: ReleaseFolder): Promise<string[]> {
  const lots = lotsOf(release);
  if (lots.length === 0) return [];
  const known = new Set((await pb.collection('lots').getFullList({ ...SILENT, fields: 'id' })).map(({ id }) => id));
  return lots
    .filter((lot) => !known.has(lot.id))
    .map(
      (lot) => `Lô ${lot.lot_number} (mã ${lot.trace_code}) đã công khai nhưng không còn trong dữ liệu: hãy nhập lại.`,
    );
}

/**
 * A database that does not know the release the public sees is older than that: the power failed while PocketBase's own program served, or
 * its folder was put back by hand. What the public was warned of, or a person took back, since then is brought into it.
 */
async function bringBack(pb: PocketBase, data: DataFolder): Promise<string[]> {
  const live = await liveRelease(data);
  if (live === undefined || (await isKnown(pb, live))) return [];
  const before = await presentStanding(data);
  return [
    `Dữ liệu cũ hơn bản đăng ${live} đang hiển thị: lệnh thu hồi và đồng ý đã rút được giữ lại.`,
    ...(await keepStanding(pb, before)),
    ...(await lostLots(pb, releaseFolder(data, live))),
  ];
}

/**
 * Mends what is broken beside the database, and what the database lost; returns what was done, in words. Where the public sees less than it
 * did, a publish is asked for. Throws nothing: what cannot be mended keeps nobody from publishing.
 */
export async function mend(pb: PocketBase, data: DataFolder): Promise<string[]> {
  const lines: string[] = [];
  const tell = async (step: Promise<string[]>) => {
    const told = await step.catch((error: Error) => [`Chưa sửa được hết: ${error.message}`]);
    lines.push(...told);
    return told.length > 0;
  };
  await whilePublishing(data, async () => {
    await tell(mendReleases(data));
    await tell(bringBack(pb, data));
    const mended = await tell(mendLive(pb, data));
    await tell(
      (async () => {
        if ((await showsAnother(pb, data)) || mended) await askForWhole(pb);
        await noteBroken(pb, data);
        return [];
      })(),
    );
  });
  return lines;
}
