/** The registry of 22 columns and the ministry's table, cell by cell. */
import { describe, expect, it } from 'vitest';
import { MINISTRY_COLUMNS, ministrySheet } from '#domain/report/ministry.ts';
import type { RegistryRecords } from '#domain/report/readRegistry.ts';
import { emptyRecord } from '#domain/report/records.ts';
import { registrySheet } from '#domain/report/registry.ts';

const of = (collection: Parameters<typeof emptyRecord>[0], records: object[]) =>
  records.map((record) => ({ ...emptyRecord(collection), ...record }));

const RECORDS = {
  site_settings: of('site_settings', [{ id: 's', province_code: '24' }]),
  communes: of('communes', [
    { id: 'c1', code: '07288', name: 'Xã Yên Thế' },
    { id: 'c2', code: '07000', name: 'Xã Cũ', merged_into: 'c1' },
  ]),
  producers: of('producers', [{ id: 'm1', name: 'HTX Một', kind: 'cooperative', commune: 'c2' }]),
  producer_contacts: of('producer_contacts', [
    { id: 'k', producer: 'm1', phone: '0912345678', representative: 'Bà Mẫu', address_as_printed: 'Thôn 1' },
  ]),
  products: of('products', [
    {
      id: 'p1',
      name: 'Mật ong',
      producer: 'm1',
      criteria_set: 4,
      product_code: '24-07288-01-2026',
      yearly_revenue: 1250.555,
      state: 'approved',
    },
    { id: 'p2', name: 'Chè', state: 'approved' },
    { id: 'p3', name: 'Nem', producer: 'm1', state: 'approved' },
    { id: 'p4', name: 'Đã rút', state: 'withdrawn' },
  ]),
  decisions: of('decisions', [
    { id: 'd1', number: '12/QĐ-UBND', decided_on: '2021-02-01', authority_name: 'UBND huyện Yên Thế' },
    { id: 'd2', number: '15/QĐ-UBND', decided_on: '2024-02-01', authority_name: 'UBND tỉnh Bắc Giang' },
  ]),
  recognitions: of('recognitions', [
    { id: 'r0', product: 'p1', stars: 3, issued_on: '2018' },
    { id: 'r1', product: 'p1', stars: 3, issued_on: '2021-02-01', decision: 'd1', superseded_by: 'r2' },
    { id: 'r2', product: 'p1', stars: 4, issued_on: '2024-02-01', decision: 'd2', note: 'Ghi chú' },
    { id: 'r3', product: 'p3', stars: 3, issued_on: '2022-02-01', expires_on: '2025-01-31' },
    { id: 'r4', product: 'p3', stars: 3, issued_on: '2026-02', pending_central: true },
  ]),
} as unknown as RegistryRecords;

describe('the registry', () => {
  const sheet = registrySheet(RECORDS, '2026-11-22');

  it('has two lines of headings over 22 columns, the rounds merged', () => {
    expect(sheet.headings.map((line) => line.length)).toEqual([22, 22]);
    const merged = sheet.headings[0]?.flatMap((cell, at) =>
      cell?.across === undefined ? [] : [[at, cell.text, cell.across]],
    );
    expect(merged).toEqual([
      [11, 'Công nhận đợt 1', 5],
      [16, 'Công nhận đợt 2, nâng hạng', 5],
    ]);
    expect(sheet.rows.every((row) => row.length === 22)).toBe(true);
  });

  it('tells a product with its maker and its latest two recognitions; the certificate’s end follows from its issue', () => {
    expect(sheet.rows.find((row) => row[1] === 'Mật ong')?.slice(1)).toEqual([
      'Mật ong',
      'Mật ong, mật khác và nông sản thực phẩm khác',
      'Hợp tác xã',
      'HTX Một',
      'Xã Cũ',
      'Thôn 1',
      'Bà Mẫu',
      '0912345678',
      4,
      { day: '2027-02-01' },
      ...[3, { day: '2021-02-01' }, 2021, '12/QĐ-UBND', 'UBND huyện Yên Thế'],
      ...[4, { day: '2024-02-01' }, 2024, '15/QĐ-UBND', 'UBND tỉnh Bắc Giang'],
      'Ghi chú',
    ]);
  });

  it('names no star that is not in force, a proposal as one, and nothing of what was withdrawn', () => {
    const row = sheet.rows.find((each) => each[1] === 'Nem');
    expect(row?.[9]).toBeNull();
    expect(row?.slice(11, 13)).toEqual([3, { day: '2022-02-01' }]);
    expect(row?.slice(16, 19)).toEqual(['Tiềm năng 5 sao', { day: '2026-02' }, 2026]);
    expect(sheet.rows.map((each) => each[1])).toEqual(['Chè', 'Mật ong', 'Nem']);
  });
});

describe('the ministry’s table', () => {
  it('has its nine columns and a line for each product that has or had stars on the year’s last day', () => {
    const sheet = ministrySheet(RECORDS, '2026', '2026-11-22');
    expect(sheet.headings[0]?.map((cell) => cell?.text)).toEqual([...MINISTRY_COLUMNS]);
    expect(sheet.rows).toEqual([
      ['p3', '07288', '2026', '', 'Nem', '3*', 'HTX Một', null, 'Hết hạn'],
      ['p1', '07288', '2026', '24-07288-01-2026', 'Mật ong', '4*', 'HTX Một', 1250.56, 'Còn hiệu lực'],
    ]);
  });

  it('tells an earlier year as it stood then', () => {
    const rows = ministrySheet(RECORDS, '2022', '2026-11-22').rows.map((row) => [row[4], row[5], row[8]]);
    expect(rows).toEqual([
      ['Nem', '3*', 'Còn hiệu lực'],
      ['Mật ong', '3*', 'Còn hiệu lực'],
    ]);
  });
});
