/** What leaves the office, as staff get it: the report on the screen and as a workbook, a list as CSV and XLSX. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodOf } from '#domain/report/period.ts';
import { readKnown } from '#domain/report/readKnown.ts';
import { makeReport, orderOf, type Report } from '#domain/report/report.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import { askDatabase } from '#scripts/report/askDatabase.ts';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
let page: Page;
const year = hanoiDay(Date.now()).slice(0, 4);

beforeAll(async () => {
  admin = await adminPages();
  ({ page } = admin);
});
afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

/** The report as the command gives it (tests/scripts/report/report.pb.test.ts). */
async function commanded(): Promise<Report> {
  const period = periodOf(year);
  const order = period === null ? null : orderOf(period, hanoiDay(Date.now()), '', 'now');
  if (order === null) throw new Error(year);
  return makeReport(await readKnown(askDatabase(admin.pocketbase.superuser), null), order);
}

/** What the button hands over. */
async function saved(name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Table → line → figures, as the screen shows them. */
async function shown(): Promise<Record<string, Record<string, string[]>>> {
  return page.evaluate(() => {
    const tables = [...document.querySelectorAll<HTMLElement>('[data-table]')].map((table) => {
      const lines = [...table.querySelectorAll<HTMLElement>('[data-line]')].map((line) => [
        line.dataset['line'],
        [...line.querySelectorAll('td')].map((cell) => cell.textContent),
      ]);
      return [table.dataset['table'], Object.fromEntries(lines)];
    });
    return Object.fromEntries(tables);
  });
}

/** A figure as people read it: `+1.234,5`. */
function number(text: string | undefined): number | null {
  if (text === undefined || text === '–') return null;
  return Number(text.replaceAll('.', '').replace(',', '.').replace('+', '').replace('−', '-'));
}

describe('the report', () => {
  it('shows the figures of the command in every table', async () => {
    const report = await commanded();
    await page.goto(admin.at(`/bao-cao?ky=${year}&biet=now`));
    await page.getByRole('heading', { level: 2, name: report.title }).waitFor();
    await page.getByText('Theo hồ sơ như biết hôm nay').waitFor();
    const tables = await shown();
    expect(Object.keys(tables)).toEqual(report.tables.map(({ key }) => key));
    expect(number(tables['headline']?.['inForce']?.[0])).toBeGreaterThan(0);
    for (const { key, columns, lines } of report.tables)
      for (const line of lines)
        for (const [at, { kind }] of columns.entries()) {
          const value = line.values[at] ?? null;
          if (kind === 'text' || kind === 'day' || typeof value === 'string') continue;
          expect(number(tables[key]?.[line.key]?.[at]), `${key} ${line.key} ${at}`).toBe(value);
        }
  });

  it('is handed over as a workbook of the same figures', async () => {
    const report = await commanded();
    const { name, bytes } = await saved('Tải về Excel');
    expect(name).toMatch(new RegExp(`^bao-cao-ocop-${year}-.*\\.xlsx$`));
    const read = await readSheets(new Uint8Array(bytes));
    if (!read.ok) throw new Error(read.why);
    expect(read.file.sheets).toHaveLength(report.tables.length + 1);
    const total = read.file.sheets[3]?.rows.find(({ cells }) => cells[0] === 'Tổng cộng');
    expect(total?.cells.slice(1)).toEqual(report.tables[2]?.lines.find(({ role }) => role === 'total')?.values);
  });

  it('says from which records it is counted, in the address as well', async () => {
    await page.getByText('Như đã biết hết ngày lập báo cáo').click();
    await page.getByText('sửa đổi về sau không làm thay đổi báo cáo này').waitFor();
    expect(new URL(page.url()).searchParams.get('biet')).toBeNull();
  });
});

describe('a list', () => {
  it('leaves with its search in force, as CSV that Excel opens and as XLSX', async () => {
    await page.goto(admin.at('/san-pham?q=mat+ong'));
    await page.getByText('1 bản ghi').waitFor();
    const csv = await saved('Tải về CSV');
    const text = csv.bytes.toString('utf8');
    expect(csv.name).toMatch(/^san-pham-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.startsWith('\uFEFF"Tên sản phẩm";')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('"Mật ong hoa vải Minh Họa"');
    await page.goto(admin.at('/san-pham'));
    await page.getByRole('row', { name: 'Mật ong hoa vải Minh Họa' }).waitFor();
    const { bytes } = await saved('Tải về Excel (XLSX)');
    const read = await readSheets(new Uint8Array(bytes));
    const products = await admin.pocketbase.superuser.collection('products').getList(1, 1);
    expect(read.ok && read.file.sheets[0]?.rows).toHaveLength(products.totalItems + 1);
  });
});
