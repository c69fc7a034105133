/**
 * Publishing, from records to pages that the public sees. `npm run publish` runs it from the command line, the worker when somebody
 * presses the button. Nothing that is live changes before the last step, and that one is a single rename.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import type { Problem, Release } from '#domain/release.ts';
import type { Day } from '#domain/rules/day.ts';
import { now } from './clock.ts';
import { type DataFolder, type ReleaseFolder, releaseFolder } from './dataFolder.ts';
import { activateNew, liveRelease, pruneReleases, removeUnfinished, UNFINISHED } from './publish/activate.ts';
import { owedAddresses, presentAddresses, textAddresses } from './publish/addresses.ts';
import { buildPages, removeOldBuilds } from './publish/build.ts';
import { changedRecords } from './publish/changed.ts';
import { inspectPages } from './publish/inspect.ts';
import { writeManifest } from './publish/manifest.ts';
import { Progress, type ProgressListener } from './publish/progress.ts';
import { type PublicRecords, readPublicRecords } from './publish/readPublic.ts';
import { ShownFinder, shownPersonal } from './publish/shown.ts';
import { sortOut, stopOnErrors } from './publish/sortOut.ts';
import { writeSnapshot } from './publish/write-snapshot.ts';
import { publishBytes, refuseWithoutRoom } from './room.ts';

/** What a publish is asked for. */
export interface PublishOptions extends ProgressListener {
  data: DataFolder;
  /** Signed in as superuser. */
  pb: PocketBase;
  /** Name of the release; made of the present instant when left out. */
  name?: string;
  /** The day in Hanoi for which verdicts are told; today's when left out. */
  today?: Day;
  signal?: AbortSignal;
}

/** What a publish did. */
export interface Published {
  name: string;
  /** Warnings: what could be better. */
  problems: Problem[];
  counts: Record<string, number>;
  changed: NonNullable<Release['changed']>;
  sizeBytes: number;
  /** Names of old releases that were removed to make room. */
  pruned: string[];
}

const HANOI_MS = 7 * 3_600_000;

/** Sorts by time, which is told as in Hanoi; the end keeps two of one second apart. */
export function newReleaseName(instantMs = now()): string {
  const time = new Date(instantMs + HANOI_MS).toISOString().slice(0, 19).replaceAll(':', '');
  return `${time}-${randomBytes(3).toString('hex').slice(0, 4)}`;
}

function inspect(options: PublishOptions, release: ReleaseFolder, records: PublicRecords, shown: ShownFinder) {
  const { data, signal } = options;
  const present = presentAddresses(records.content);
  const shared = { '/_astro/': data.assets, '/anh/': data.pictures };
  return inspectPages({
    pages: release.pages,
    present,
    texts: textAddresses(records.content),
    owed: owedAddresses(records.office, records.content, records.liveAddresses),
    finder: records.finder,
    shown,
    producerNames: new Map(records.office.producers.map((producer) => [producer.id, producer.name])),
    hasShared: (address) =>
      Object.entries(shared).some(([prefix, folder]) =>
        address.startsWith(prefix) ? existsSync(join(folder, address.slice(prefix.length))) : false,
      ),
    ...(signal ? { signal } : {}),
  });
}

/** Publishes. Throws {@link PublishFailed} with all problems when records or pages must be mended first. */
export async function publish(options: PublishOptions): Promise<Published> {
  const { data } = options;
  // What a publish that was killed left behind goes now, what this one leaves behind when it fails, at once.
  await removeUnfinished(data);
  await removeOldBuilds();
  const name = options.name ?? newReleaseName();
  await refuseWithoutRoom(data.root, await publishBytes(data), 'Chưa đăng');
  const release = releaseFolder(data, name + UNFINISHED);
  await mkdir(release.root, { recursive: true });
  try {
    return await runSteps(options, name, release);
  } finally {
    await rm(release.root, { recursive: true, force: true });
  }
}

/** The steps, each from what the ones before it made. */
async function runSteps(options: PublishOptions, name: string, release: ReleaseFolder): Promise<Published> {
  const { data, pb, signal } = options;
  const progress = new Progress(options, signal);
  const former = await liveRelease(data);

  const records = await progress.step('read', () => readPublicRecords(options));
  progress.log(`Đã đọc ${records.total.toLocaleString('vi-VN')} bản ghi.`);

  const formerSnapshot = former === undefined ? undefined : releaseFolder(data, former).snapshot;
  const { content, problems } = await progress.step('check', () => sortOut(records, formerSnapshot));
  const publicRecords = { ...records, content };
  const held = new Set(problems.filter(({ severity }) => severity === 'held').map(({ record }) => record)).size;
  if (held > 0) progress.log(`${held} bản ghi có lỗi được giữ lại như bản trước.`);

  const changed = await progress.step('snapshot', () => {
    writeSnapshot(release.snapshot, content);
    return changedRecords(release.snapshot, formerSnapshot);
  });

  await progress.step('build', () =>
    buildPages({ snapshot: release.snapshot, pages: release.pages, assets: data.assets }, options),
  );

  const inspection = await progress.step('inspect', async () => {
    const personal = shownPersonal(records.persons, records.office, content);
    const found = await inspect(options, release, publicRecords, new ShownFinder(personal));
    problems.push(...stopOnErrors(found.problems));
    if (held > 0) found.counts['held'] = held;
    const lotsIn = (state: string) => content.lots.filter((lot) => lot.state === state).map((lot) => lot.id);
    const [recalled, lotsWithdrawn] = [lotsIn('recalled'), lotsIn('withdrawn')];
    const { addresses, lots, counts, sizeBytes } = found;
    const manifest = { name, asOf: records.today, recalled, lotsWithdrawn, personal, counts, sizeBytes };
    await writeManifest(release, manifest, { addresses, lots });
    return found;
  });
  progress.log(`Đã dựng ${inspection.counts['pages']?.toLocaleString('vi-VN')} trang.`);

  await progress.step('activate', () => activateNew(pb, data, name));
  const pruned = await pruneReleases(data);
  const { counts, sizeBytes } = inspection;
  return { name, problems, counts, changed, sizeBytes, pruned };
}
