import { describe, expect, it } from 'vitest';
import { type Certificate, daysLeftWords, dueRows } from '#admin/worklist/dueRows.ts';

const TODAY = '2026-11-22';

const certificate = (id: string, values: Partial<Certificate>): Certificate => ({
  id,
  created: '',
  updated: '',
  issued_on: '',
  expires_on: '',
  refiled_on: '',
  ...values,
});

const stages = (certificates: Certificate[], grace = false) =>
  dueRows(certificates, TODAY, grace).map(({ certificate: { id }, stage, daysLeft }) => [id, stage, daysLeft]);

describe('certificates on their way to re-evaluation', () => {
  it('are in the window from 180 to 120 days before they end, both days included', () => {
    const ends = ['2027-05-22', '2027-05-21', '2027-03-22', '2027-03-21'];
    expect(stages(ends.map((expires_on) => certificate(expires_on, { expires_on })))).toEqual([
      ['2027-03-21', 'late', 119],
      ['2027-03-22', 'dueToFile', 120],
      ['2027-05-21', 'dueToFile', 180],
    ]);
  });

  it('count 36 months from the issue where no end is written', () =>
    expect(stages([certificate('a', { issued_on: '2024-01-10' })])).toEqual([['a', 'late', 49]]));

  it('are filed once a dossier is there, and ended after the last day', () => {
    const filed = certificate('filed', { expires_on: '2026-12-01', refiled_on: '2026-07-01' });
    const ended = certificate('ended', { expires_on: '2026-11-21' });
    expect(stages([filed, ended])).toEqual([
      ['ended', 'ended', -1],
      ['filed', 'filed', 9],
    ]);
  });

  it('are in grace only where the office says so and a dossier was filed', () => {
    const waiting = certificate('waiting', { expires_on: '2026-11-01', refiled_on: '2026-07-01' });
    expect(stages([waiting])).toEqual([['waiting', 'ended', -21]]);
    expect(stages([waiting], true)).toEqual([['waiting', 'inGrace', -21]]);
  });

  it('without any day are not counted', () => expect(stages([certificate('old', {})])).toEqual([]));

  it.each([
    [12, 12, 'Còn 12 ngày'],
    [0, 0, 'Hôm nay là ngày cuối'],
    [-3, -3, '3 ngày trước'],
    [40, 404, 'Còn 40–404 ngày'],
    [-325, 39, 'Còn nhiều nhất 39 ngày'],
    [-30, 0, 'Hôm nay là ngày cuối'],
  ])('between %i and %i days in words', (leastDaysLeft, daysLeft, words) =>
    expect(daysLeftWords({ leastDaysLeft, daysLeft })).toBe(words),
  );
});
