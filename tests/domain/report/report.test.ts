/** A small province, counted by hand. */
import { describe, expect, it } from 'vitest';
import { periodOf } from '#domain/report/period.ts';
import { makeReport, orderOf, type Report } from '#domain/report/report.ts';
import { reportFacts, reportSheets } from '#domain/report/reportSheets.ts';
import { COMPARED, makeTable } from '#domain/report/table.ts';
import { provinceOf } from '#tests/support/reportRecords.ts';
import { PROVINCE } from './smallProvince.ts';

function reportOf(key: string, asOf = ''): Report {
  const period = periodOf(key);
  const order = period === null ? null : orderOf(period, '2026-11-22', asOf, 'past');
  if (order === null) throw new Error('no such report');
  return makeReport(PROVINCE, order);
}

/** Line → values, without the labels. */
function table(report: Report, key: string): Record<string, readonly unknown[]> {
  const found = report.tables.find((each) => each.key === key);
  return Object.fromEntries((found?.lines ?? []).map(({ key: line, values }) => [line, values]));
}

describe('the first half of 2026', () => {
  const report = reportOf('2026-H1');
  const of = (key: string) => table(report, key);

  it('says what it is counted for', () => {
    expect(report).toMatchObject({
      title: 'Báo cáo Chương trình OCOP X – 6 tháng đầu năm 2026',
      asOf: '2026-06-30',
      countedFor: '2026-06-30',
      knownOn: '2026-06-30',
      isOpen: false,
      span: { from: '2026-01-01', to: '2026-06-30' },
      spanBefore: { from: '2025-01-01', to: '2025-06-30' },
      problems: [],
    });
  });

  it('counts taking part and holding stars apart', () =>
    expect(of('headline')).toEqual({
      participating: [5, 5, 0],
      inForce: [4, 4, 0],
      producers: [3, 2, 1],
      communes: [2, 2, 0],
      proposed: [1, 0, 1],
    }));

  it('puts every product in one state', () =>
    expect(of('standing')).toMatchObject({
      inForce: [4, 4, 0],
      expired: [1, 0, 1],
      revoked: [1, 0, 1],
      notRecognised: [1, 3, -2],
      total: [7, 7, 0],
      unapproved: [1, 1, 0],
    }));

  it('counts a product once, at its present star', () =>
    expect(of('stars')).toEqual({ 5: [0, 0, 0], 4: [2, 1, 1], 3: [2, 3, -1], total: [4, 4, 0] }));

  it('breaks down by kind, bucket, commune and former district', () => {
    expect(of('kinds')).toMatchObject({
      company: [1, 2, -1, 25, 0, 1, 0, 1, 1, 0],
      cooperative: [2, 2, 0, 50, 0, 1, 1, 1, 1, 0],
      household: [1, 0, 1, 25, 0, 0, 1, 1, 0, 1],
      total: [4, 4, 0, 100, 0, 2, 2, 3, 2, 1],
    });
    expect(of('communes')).toMatchObject({ c1: [2, 2, 0, 50, 0, 1, 1, 2, 1, 1], c2: [2, 2, 0, 50, 0, 1, 1, 1, 1, 0] });
    expect(Object.keys(of('districts'))).toEqual(['Huyện A, Tỉnh X', 'Huyện A, Tỉnh X + Huyện B, Tỉnh X', 'total']);
    expect(of('groups')).toMatchObject({ unknown: [1, 0, 1, 25, 0, 1, 0], 17: [1, 1, 0, 25, 0, 0, 1] });
  });

  it('tells what was recognised, upgraded, ended and withdrawn, and how the stock follows', () => {
    expect(of('recognised')).toMatchObject({
      first: [0, 1, -1],
      upgrade: [1, 0, 1],
      total: [1, 1, 0],
      unclear: [1, 0, 1],
    });
    expect(of('upgraded')).toMatchObject({ '3-4': [1, 0, 1], total: [1, 0, 1] });
    expect(of('ended')).toMatchObject({ stopped: [1, 0, 1], total: [1, 0, 1], ended: [1, 0, 1], makers: [1, 0, 1] });
    expect(of('flow')).toEqual({
      start: [5, 3, 2],
      gained: [1, 1, 0],
      expired: [-1, 0, -1],
      revoked: [-1, 0, -1],
      other: [0, 0, 0],
      total: [4, 4, 0],
    });
  });

  it('knows what ends soon', () =>
    expect(table(reportOf('2025', '2025-12-31'), 'expiring')).toMatchObject({
      late: [0, 0, 0],
      dueToFile: [1, 0, 1],
      notYet: [4, 3, 1],
      total: [5, 3, 2],
      within180: [1, 0, 1],
    }));

  it('counts tracing without tourism, shops by one rounding rule', () => {
    expect(of('trace')).toMatchObject({
      traced: [1, 0, 1],
      untraced: [2, 3, -1],
      total: [3, 3, 0],
      share: [33.3, 0, 33.3],
      stamped: [1, 0, 1],
      tourism: [1, 1, 0],
    });
    expect(of('online')).toEqual({
      whole: [4, 100, 4, 100, 0],
      any: [2, 50, 2, 50, 0],
      voso: [2, 50, 2, 50, 0],
      local: [1, 25, 0, 0, 1],
      new: [1, 25, 2, 50, -1],
    });
    expect(of('cashless')).toMatchObject({ yes: [1, 1, 1, 1, 1, 1], total: [2, 2, 2, 2, 3, 2] });
    expect(of('facts')).toMatchObject({ producers: [3, 2, 1, null, null], has_website: [1, 1, 0, 33.3, 1] });
  });

  it('counts sales points, fairs as reported with differences told, land, support and training', () => {
    expect(of('salesPoints')).toMatchObject({
      mall: [2, 1, 1],
      total: [2, 2, 0],
      opened: [1, 1, 0],
      closed: [1, 0, 1],
    });
    expect(of('fairKinds')).toMatchObject({
      fair: [1, 0, 1, 1000, 0, 1600, 0],
      product_week: [0, 1, -1, 0, 300, 0, 0],
      unclear: [1, 0, 1, null, null, null, null],
    });
    expect(of('fairs')).toEqual({
      'hoi-xuan': ['2026-02-06', 'Hội chợ', null, 1000, 1600, 870, 750, 1620, -20, 'Tổng báo cáo khác tổng hai phần'],
    });
    expect(of('certified')).toMatchObject({ vietgap: [2, 2, 0, 10.3, 10.3, 0], organic: [0, 1, -1, 0, 5, -5] });
    expect(of('codes')).toMatchObject({ export: [1, 1, 0, 3.5, 3.5, 0], packing_house: [0, 1, -1, 0, 0, 0] });
    expect(of('supports')).toEqual({
      packaging: [1, 0, 500, 0, 500],
      reward: [0, 1, 0, 100, -100],
      total: [1, 1, 500, 100, 400],
      unclear: [1, 0, 700, 0, 700],
    });
    expect(of('trainings')).toMatchObject({ courses: [1, 0, 1], people: [30, 0, 30], producers: [2, 0, 2] });
  });

  it('holds targets against what is reached, rounds, and published figures beside', () => {
    expect(of('targets')).toEqual({
      t1: ['Cả tỉnh', '31/12/2026', 4, 'sản phẩm', 2, 50, 2, 0, '30/06/2026'],
    });
    expect(of('rounds')).toMatchObject({ r1: [2, 2, 0, 0, 1, 0, 0, 1, 0] });
    expect(of('published')).toEqual({ f1: ['393', 'sản phẩm', '2026-06', '', 'Báo'] });
  });

  it('is a workbook of one sheet a table, each name its own', () => {
    const sheets = reportSheets(report);
    expect(sheets).toHaveLength(report.tables.length + 1);
    expect(sheets[1]?.rows[1]).toEqual(['Sản phẩm đạt sao còn hiệu lực', 4, 4, 0]);
  });
});

describe('an end that is known to the year only', () => {
  it('may lie in the period, also once a later recognition has taken its place', () => {
    const products = [{ id: 'a', state: 'approved' as const }];
    const first = { id: 'r1', product: 'a', stars: 3, issued_on: '2022', expires_on: '2025' };
    const next = { id: 'r2', product: 'a', stars: 4, issued_on: '2025-07-01' };
    const period = periodOf('2025-H1');
    const order = period === null ? null : orderOf(period, '2026-11-22', '', 'now');
    if (order === null) throw new Error('no order');
    const ended = (recognitions: object[]) =>
      table(makeReport(provinceOf({ products, recognitions }), order), 'ended')['endedUnclear'];
    expect(ended([first])).toEqual([1, 0, 1]);
    expect(ended([{ ...first, superseded_by: 'r2' }, next])).toEqual([1, 0, 1]);
  });
});

describe('other periods', () => {
  it.each([
    ['2026', '', '2026-11-22', '2026-11-22'],
    ['2026-H1', '2026-07-15', '2026-06-30', '2026-07-15'],
    ['2026-H1', '2026-03-31', '2026-03-31', '2026-03-31'],
    ['2026-03-31', '', '2026-03-31', '2026-03-31'],
  ])('%s as of %j is counted for %s with what was known on %s', (key, asOf, countedFor, knownOn) =>
    expect(reportOf(key, asOf)).toMatchObject({ countedFor, knownOn, problems: [] }),
  );

  it.each([
    ['2026-H1', '2025-12-31'],
    ['2026-H1', '2026-11-23'],
    ['2027', ''],
  ])('%s as of %j is none', (key, asOf) => {
    const period = periodOf(key);
    expect(period && orderOf(period, '2026-11-22', asOf, 'past')).toBeNull();
  });

  it('says of a day that is not over that more may still come in', () => {
    const told = reportFacts(reportOf('2026'));
    expect(told).toContain('Ngày lập báo cáo chưa hết: điều nhập thêm trong hôm nay vẫn được tính vào.');
    expect(reportFacts(reportOf('2026-H1'))).toHaveLength(3);
  });

  it.each(['2026-H3', '26', '2026-02-30', ''])('%j is no period', (key) => expect(periodOf(key)).toBeNull());
});

describe('a sum that does not come out', () => {
  it('is told, never hidden', () => {
    const line = (key: string, now: number, role: 'part' | 'total') => ({
      key,
      label: key,
      role,
      values: [now, 0, now],
    });
    const facts = { key: 'x', title: 'X', of: '', columns: COMPARED, notes: [] };
    const lines = [line('one', 1, 'part'), line('two', 2, 'part')];
    expect(makeTable({ ...facts, lines: [...lines, line('all', 3, 'total')] }).problems).toEqual([]);
    expect(makeTable({ ...facts, lines: [...lines, line('all', 4, 'total')] }).problems).toEqual([
      'Cột “Kỳ này”: tổng các dòng là 3, không phải 4.',
    ]);
  });
});
