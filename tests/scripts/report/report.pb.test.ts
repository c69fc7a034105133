/** A report as of a past day, against the real PocketBase: what is done afterwards changes none of its figures. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asKnown, type Change, type Known } from '#domain/report/known.ts';
import { periodOf } from '#domain/report/period.ts';
import { readKnown } from '#domain/report/readKnown.ts';
import { COUNTED_COLLECTIONS, countedRecord, type ReportRecords } from '#domain/report/records.ts';
import { makeReport, type Report } from '#domain/report/report.ts';
import { addDays, hanoiDay } from '#domain/rules/day.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import { askDatabase } from '#scripts/report/askDatabase.ts';
import { loadFixture } from '#tests/admin/fixtureRecords.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ocop-report-'));
const today = hanoiDay(Date.now());
let base: FreshPocketBase;

beforeAll(async () => {
  base = await freshPocketBase({ folder: join(folder, 'data') });
  await loadFixture(base.superuser);
});
afterAll(async () => {
  await base?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const period = () => {
  const found = periodOf(today.slice(0, 4));
  if (found === null) throw new Error(today);
  return found;
};

const counted = (records: ReportRecords, asOf = today): Report =>
  makeReport(records, { period: period(), asOf, knownOn: asOf, isOpen: asOf === today });
const figures = (report: Report) => JSON.stringify(report.tables);

/** What was known at an instant, as the report of a day asks for at its close. */
async function knownAt(pb: PocketBase, instant: string): Promise<ReportRecords> {
  const changes = await pb.collection('revisions').getFullList({ filter: `created >= "${instant}"`, sort: '@rowid' });
  const entries = [];
  for (const collection of COUNTED_COLLECTIONS) {
    const present = await pb.collection<Known>(collection).getFullList({ sort: 'id' });
    const later = changes.filter((each) => each['collection'] === collection) as unknown as Change[];
    entries.push([collection, asKnown(present, later).map((record) => countedRecord(collection, record))]);
  }
  return Object.fromEntries(entries) as ReportRecords;
}

const at = () => new Date().toISOString().replace('T', ' ');
const pause = () => new Promise((done) => setTimeout(done, 5));

/** What an office does in a year: corrects, withdraws, deletes, merges, erases, and adds. */
async function goOn(pb: PocketBase): Promise<void> {
  const first = async (collection: string, filter = '') => {
    const { items } = await pb.collection(collection).getList(1, 1, { filter, sort: 'id' });
    const [record] = items;
    if (record === undefined) throw new Error(`${collection} ${filter}`);
    return record;
  };
  const change = (collection: string, { id, version }: Known, values: object) =>
    pb.collection(collection).update(id, { ...values, version });
  const running = "superseded_by = '' && revoked_on = '' && pending_central = false && issued_on != ''";
  await change('recognitions', await first('recognitions', running), {
    revoked_on: addDays(today, -20),
    revocation_ground: 'stopped',
  });
  await change('recognitions', await first('recognitions', `${running} && stars = 4`), {
    expires_on: addDays(today, -3),
  });
  await change('products', await first('products', "state = 'approved'"), { state: 'withdrawn' });
  await change('products', await first('products', "state = 'approved'"), { criteria_set: 17 });
  await change('producers', await first('producers', "kind = 'company'"), { kind: 'farm', has_website: 'no' });
  await change('sales_points', await first('sales_points'), { takes_cashless: 'no', closed_on: addDays(today, -1) });
  await pb.collection('listings').delete((await first('listings')).id);
  await pb.collection('certificates').delete((await first('certificates')).id);
  await change('fairs', await first('fairs', 'visitors > 0'), { visitors: 1, revenue: 1 });
  const [one, other] = (await pb.collection('communes').getList(1, 2, { sort: 'code' })).items;
  await pb.collection('communes').update(one?.id ?? '', { merged_into: other?.id });
  const person = await first('producers', "natural_person = true && kind = 'household'");
  const erased = { name: 'Đã xóa theo yêu cầu', kind: 'other', commune: '', story: '', version: person['version'] };
  await pb.collection('producers').update(person.id, erased);
  const body = { collection: 'producers', record: person.id, note: 'Đơn ngày 22/11' };
  await pb.send('/api/ocop/erasures', { method: 'POST', body });
  await pb.collection('products').create({ name: 'Sản phẩm mới', slug: 'san-pham-moi', state: 'draft' });
}

describe('a report of a past moment', () => {
  test('has the same figures, to the byte, whatever is done afterwards; known by today’s records it has others', async () => {
    await pause();
    const then = at();
    const given = figures(counted(await knownAt(base.superuser, then)));
    expect(counted(await readKnown(askDatabase(base.superuser), null)).problems).toEqual([]);
    await pause();
    await goOn(base.superuser);
    const again = await knownAt(base.superuser, then);
    expect(figures(counted(again))).toBe(given);
    const now = counted(await readKnown(askDatabase(base.superuser), null));
    expect(figures(now)).not.toBe(given);
    expect(now.problems).toEqual([]);
    expect(JSON.stringify(again)).not.toContain('Hộ kinh doanh');
  });

  test('asks PocketBase itself for what was known at the close of a day', async () => {
    const ask = askDatabase(base.superuser);
    const yesterday = await readKnown(ask, addDays(today, -1));
    for (const collection of COUNTED_COLLECTIONS) expect(yesterday[collection], collection).toEqual([]);
    expect(await readKnown(ask, today)).toEqual(await readKnown(ask, null));
  });

  test('is the same for whoever may look at records at all', async () => {
    const all = figures(counted(await readKnown(askDatabase(base.superuser), null)));
    for (const role of ['viewer', 'editor', 'admin'] as const) {
      const pb = await base.signedIn(role);
      expect(figures(counted(await readKnown(askDatabase(pb), null))), role).toBe(all);
      expect((await readKnown(askDatabase(pb), addDays(today, -1))).products, role).toEqual([]);
    }
  });
});

async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, OCOP_DATA: join(folder, 'data') };
  const run = promisify(execFile)(process.execPath, ['scripts/report.ts', ...args], {
    cwd: root,
    env,
    maxBuffer: 20e6,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('the command', () => {
  test('tells the report, for programs and for people, and writes it as a workbook', async () => {
    const year = today.slice(0, 4);
    const report = counted(await readKnown(askDatabase(base.superuser), null));
    await base.stop();
    const json = await command('--period', year, '--json');
    expect(JSON.parse(json.stdout)).toEqual(report);
    const to = join(folder, 'report.xlsx');
    expect((await command('--period', year, '--to', to)).code).toBe(0);
    const read = await readSheets(to);
    expect(read.ok && read.file.sheets).toHaveLength(report.tables.length + 1);
    const [, headline] = read.ok ? read.file.sheets : [];
    const inForce = report.tables[0]?.lines.find(({ key }) => key === 'inForce')?.values;
    expect(headline?.rows.find(({ cells }) => cells[0] === 'Sản phẩm đạt sao còn hiệu lực')?.cells.slice(1)).toEqual(
      inForce,
    );
    const words = await command('--period', year, '--known', 'now');
    expect(words.stdout).toContain('## Theo số sao');
    expect(words.stdout).toContain('Theo hồ sơ như biết hôm nay');

    const ministry = join(folder, 'ministry.csv');
    expect((await command('--ministry', year, '--to', ministry)).code).toBe(0);
    expect(readFileSync(ministry, 'utf8')).toMatch(/^\uFEFF"MA_OCOP";"Ma_DonViHanhChinh";"Ma_ThoiGian"/);
  });

  test.each([
    [[], 'npm run report'],
    [['--period', '2026-H3'], 'npm run report'],
    [['--period', '2024', '--as-of', '2023-01-01'], 'Ngày lập báo cáo phải từ đầu kỳ đến hôm nay.'],
    [['--period', '2024', '--to', 'x.pdf'], 'npm run report'],
    [['--ministry', 'abc', '--to', 'x.csv'], 'npm run report'],
    [['--nonsense'], 'npm run report'],
  ])('says how it is called for %j', async (args, words) => {
    const { code, stderr } = await command(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
