/** An office of Bắc Ninh in a running PocketBase, and files that are imported into it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { IMPORTED } from '#domain/rules/imported.ts';
import { stepsOf } from '#scripts/import/apply/plan.ts';
import { applyRun, saveRun } from '#scripts/import/apply/runs.ts';
import { type FileChoices, openFile, type Prepared, prepare, recall } from '#scripts/import/prepare.ts';
import { readExisting } from '#scripts/import/readExisting.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { communesOfSet } from './communes.ts';

export const TODAY = '2026-11-22';
const AS_FOUND: FileChoices = { read: {}, mapping: {} };

/** Makes the settings and the first communes of the province. */
export async function openOffice(pb: PocketBase, communes = 5): Promise<void> {
  const settings = { kind: 'demonstration', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' };
  const [known] = await pb.collection('site_settings').getFullList();
  if (known === undefined) await pb.collection('site_settings').create(settings);
  else await pb.collection('site_settings').update(known.id, settings);
  for (const commune of communesOfSet('bac-ninh').slice(0, communes))
    await pb.collection('communes').create({ ...commune });
}

/** Writes rows as a CSV file. */
export function csvFile(folder: string, name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.join('\n'));
  return path;
}

/** A dry run against the running office. */
export async function look(
  pb: PocketBase,
  path: string,
  target: TargetName = 'products',
  choices = AS_FOUND,
): Promise<Prepared> {
  const opened = await recall(pb, await openFile(path, target, choices), choices);
  return prepare(opened, await readExisting(pb, target), TODAY);
}

/** Keeps a dry run as an import that can be applied; its id. */
export async function keep(pb: PocketBase, { name, sha256, report, office }: Prepared): Promise<string> {
  const run = await saveRun(pb, { name, sha256, preparedBy: 'test' }, report, stepsOf(report, office.existing));
  return run.id;
}

/** Imports a file as the command does; the id of the import. */
export async function importInto(pb: PocketBase, path: string, target: TargetName = 'products', choices = AS_FOUND) {
  const id = await keep(pb, await look(pb, path, target, choices));
  return applyRun(pb, id);
}

/** All records that imports write, as they stand, by collection and id; without what every save counts on. */
export async function standing(pb: PocketBase): Promise<Record<string, Record<string, unknown>>> {
  const all = await Promise.all(IMPORTED.map((collection) => pb.collection(collection).getFullList()));
  return Object.fromEntries(
    all.flat().map(({ updated, version, ...record }) => [`${record.collectionName} ${record.id}`, record]),
  );
}
