import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '#admin/api/records.ts';
import { exportedColumns, exportedRelations, isExportable, listSheet } from '#admin/export/listSheet.ts';
import { presentations } from '#admin/nouns.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';

const record = (values: Record<string, unknown>): AnyRecord => ({ id: 'r1', created: '', updated: '', ...values });

/** Heading → cell of the first record. */
function told(collection: CollectionName, values: Record<string, unknown>) {
  const { headings, rows } = listSheet(collection, [record(values)]);
  return Object.fromEntries((headings[0] ?? []).map((cell, index) => [cell?.text, rows[0]?.[index]]));
}

describe('a list as a sheet', () => {
  it('speaks the words of the schema: headings with units, choices, relations by title, numbers, days', () => {
    const commune = record({ name: 'Xã Yên Thế' });
    const cells = told('producers', { name: 'HTX Một', kind: 'cooperative', commune: 'c1', expand: { commune } });
    expect(cells).toMatchObject({ 'Tên chủ thể': 'HTX Một', 'Loại hình': 'Hợp tác xã', 'Xã, phường': 'Xã Yên Thế' });
    const fair = told('fairs', { name: 'Hội chợ', starts_on: '2026-06', ends_on: '2026-06-30', revenue: 17e9 });
    expect(fair).toMatchObject({ 'Từ ngày': { day: '2026-06' }, 'Đến ngày': { day: '2026-06-30' } });
    expect(fair).toMatchObject({ 'Doanh thu (₫)': 17e9 });
  });

  it('names several related records, and one whose title is made of others', () => {
    const products = [record({ name: 'Mật ong' }), record({ name: 'Chè' })];
    expect(told('fairs', { name: 'Hội chợ', products: ['a', 'b'], expand: { products } })).toMatchObject({
      'Sản phẩm trưng bày': 'Mật ong; Chè',
    });
    const product = record({ name: 'Mật ong' });
    expect(told('recognitions', { product: 'a', stars: 4, expand: { product } })).toMatchObject({
      'Công nhận sao': 'Mật ong – 4 sao',
      'Số sao': 4,
    });
  });

  it('leaves empty what nobody stated, and out what the server does not tell', () => {
    const cells = told('products', { name: 'Chè', yearly_revenue: 0, criteria_set: 0, product_code: '' });
    expect(cells).toMatchObject({ 'Tên sản phẩm': 'Chè', 'Doanh thu năm (triệu đồng)': null });
    expect(cells['Mã số sản phẩm OCOP']).toBe('');
    expect(Object.keys(cells)).not.toContain('Thành phần');
  });

  it('never holds trace codes, passwords, files or versions', () => {
    for (const collection of Object.keys(nouns) as CollectionName[]) {
      const names = Object.keys(nouns[collection].schema.shape);
      const everything = record(Object.fromEntries(names.map((name) => [name, `bí mật ${name}`])));
      const text = JSON.stringify(listSheet(collection, [{ ...everything, password: 'x', trace_code: 'MATNG2345E' }]));
      expect(text).not.toContain('MATNG2345E');
      expect(exportedColumns(collection)).not.toContain('version');
    }
    expect(isExportable('addresses')).toBe(false);
    expect(isExportable('lots')).toBe(true);
    const user = told('users', { name: 'A', email: 'a@ocop.example', role: 'editor' });
    expect(Object.keys(user)).not.toContain('Mật khẩu');
  });

  it('asks for every relation that it names, with what their titles need', () => {
    expect(exportedRelations('lots')).toEqual(expect.arrayContaining(['variant', 'variant.product']));
    for (const collection of Object.keys(presentations) as CollectionName[])
      for (const path of exportedRelations(collection)) expect(path).not.toMatch(/^$|\.$/);
  });
});
