/** The registry goes out of the real PocketBase and comes in again: every row is the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readRegistry } from '#domain/report/readRegistry.ts';
import { registrySheet } from '#domain/report/registry.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { excelSheet } from '#domain/sheet/excelRows.ts';
import type { Sheet } from '#domain/sheet/sheet.ts';
import { openFile, prepare } from '#scripts/import/prepare.ts';
import { readExisting } from '#scripts/import/readExisting.ts';
import { askDatabase } from '#scripts/report/askDatabase.ts';
import { demonstrated } from '#tests/support/demonstrated.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-registry-'));
const today = hanoiDay(Date.now());

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['bac-ninh', 'nghe-an'] as const)('%s', (set) => {
  let base: FreshPocketBase;

  beforeAll(async () => {
    base = await freshPocketBase({ beginning: demonstrated(set) });
  });
  afterAll(() => base?.stop());

  async function dryRun(sheet: Sheet) {
    const path = join(folder, `${set}.xlsx`);
    writeFileSync(path, await writeExcelFile([excelSheet(sheet)]).toBuffer());
    const opened = await openFile(path, 'products', { read: {}, mapping: {} });
    return prepare(opened, await readExisting(base.superuser), today).report;
  }
  const registry = async () => registrySheet(await readRegistry(askDatabase(base.superuser)), today);

  test('comes back with every row the same, and all 22 columns understood', async () => {
    const sheet = await registry();
    const report = await dryRun(sheet);
    const { rows } = report.counts;
    expect(rows).toBe((await base.superuser.collection('products').getList(1, 1)).totalItems);
    expect(rows).toBeGreaterThan(50);
    expect(report.rows.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
    expect(report.counts).toEqual({ rows, created: 0, changed: 0, same: rows, refused: 0 });
    expect(report.mapping.columns).toHaveLength(22);
    expect(report.mapping.columns.filter(({ field }) => field === '').map(({ heading }) => heading)).toEqual(['TT']);
    expect(report.mapping.heading).toEqual([1, 2]);
  });

  test('a cell that somebody changed in it is a change, and the other rows stay the same', async () => {
    const sheet = await registry();
    // A line of which nothing would be asked in a foreign file.
    const at = sheet.rows.findIndex((row) => /^(HTX|Hợp tác xã|Công ty)/.test(String(row[4])) && row[8] === null);
    const rows = sheet.rows.map((row, index) => (index === at ? row.with(8, '0912345678') : row));
    const report = await dryRun({ ...sheet, rows });
    const changed = report.rows.filter(({ outcome }) => outcome !== 'same');
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ outcome: 'changed', problems: [] });
    const fields = changed[0]?.records.flatMap((record) =>
      record.fields.map(({ field }) => `${record.collection}.${field}`),
    );
    expect(fields).toContain('producer_contacts.phone');
  });
});
