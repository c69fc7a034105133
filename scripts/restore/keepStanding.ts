/** A restore brings back old records; what the public was warned of, or a person took back, since then must not come undone with them. */
import { readFile } from 'node:fs/promises';
import type PocketBase from 'pocketbase';
import type { Standing } from '#domain/standing.ts';
import type { DataFolder } from '../dataFolder.ts';

const SILENT = { requestKey: null };

/** What stands beside the releases; nothing on a new machine, or where the file was cut short. */
export async function presentStanding(data: DataFolder): Promise<Standing> {
  const nothing: Standing = { recalled: {}, withdrawn: {} };
  try {
    return { ...nothing, ...(JSON.parse(await readFile(data.standing, 'utf8')) as Partial<Standing> | null) };
  } catch {
    return nothing;
  }
}

async function recallAgain(pb: PocketBase, { recalled }: Standing): Promise<string[]> {
  const lines: string[] = [];
  for (const [id, notice] of Object.entries(recalled)) {
    const [lot] = await pb.collection('lots').getFullList({ ...SILENT, filter: pb.filter('id = {:id}', { id }) });
    if (lot === undefined)
      lines.push(`Lot ${notice.lot} was recalled, and is newer than the backup: enter and recall it again.`);
    if (lot === undefined || lot['state'] === 'recalled') continue;
    const recalled_at = new Date(notice.at).toISOString().replace('T', ' ');
    const fields = { state: 'recalled', recall_reason: notice.reason, recall_phone: notice.phone, recalled_at };
    await pb.collection('lots').update(id, fields, SILENT);
    lines.push(`Lot ${notice.lot} was recalled after the backup: it is recalled here too.`);
  }
  return lines;
}

/** A lot of the backup that was withdrawn since. One that is a draft there goes out first, as it did. */
async function withdrawAgain(pb: PocketBase, { lotsWithdrawn = {} }: Standing): Promise<string[]> {
  const lines: string[] = [];
  for (const [id, notice] of Object.entries(lotsWithdrawn)) {
    const [lot] = await pb.collection('lots').getFullList({ ...SILENT, filter: pb.filter('id = {:id}', { id }) });
    if (lot === undefined)
      lines.push(`Lot ${notice.lot} was withdrawn, and is newer than the backup: enter and withdraw it again.`);
    if (lot === undefined || (lot['state'] !== 'draft' && lot['state'] !== 'active')) continue;
    if (lot['state'] === 'draft') await pb.collection('lots').update(id, { state: 'active' }, SILENT);
    const fields = { state: 'withdrawn', withdrawn_on: notice.day, withdrawal_reason: notice.reason };
    await pb.collection('lots').update(id, fields, SILENT);
    lines.push(`Lot ${notice.lot} was withdrawn after the backup: it is withdrawn here too.`);
  }
  return lines;
}

async function withholdAgain(pb: PocketBase, { withdrawn }: Standing): Promise<string[]> {
  const lines: string[] = [];
  for (const [producer, items] of Object.entries(withdrawn)) {
    const filter = pb.filter('producer = {:producer}', { producer });
    const [contact] = await pb.collection('producer_contacts').getFullList({ ...SILENT, filter });
    const shown = items.filter((item) => contact?.[`${item}_public`] === true);
    if (contact === undefined || shown.length === 0) continue;
    const off = Object.fromEntries(shown.map((item) => [`${item}_public`, false]));
    await pb.collection('producer_contacts').update(contact.id, off, SILENT);
    lines.push(`Consent taken back after the backup stays taken back: producer ${producer} (${shown.join(', ')}).`);
  }
  return lines;
}

/** Brings recalls, withdrawn lots and withdrawn consent of `before` into the restored records and tells what it did. */
export async function keepStanding(pb: PocketBase, before: Standing): Promise<string[]> {
  const lines = [
    ...(await recallAgain(pb, before)),
    ...(await withdrawAgain(pb, before)),
    ...(await withholdAgain(pb, before)),
  ];
  await pb.send('/api/ocop/standing', { method: 'POST', ...SILENT });
  return lines;
}
