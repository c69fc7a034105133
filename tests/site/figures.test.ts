/** The programme over the years and its targets, told again from the decisions: a small catalogue whose answers are known by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotRecords } from '#domain/snapshot.ts';
import { type SnapshotContent, writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import type { ProgrammeYear } from '#site/records/overTime.ts';
import type { Reached } from '#site/records/reached.ts';
import { fixtureRecords } from '#tests/support/fixtureSite.ts';

const AS_OF = '2026-11-22';
type Recognition = SnapshotRecords['recognitions'];
type Target = SnapshotRecords['targets'];

const base = fixtureRecords({ as_of: AS_OF, grace: false });
const [product] = base.products;
const [recognition] = base.recognitions;
const [coop, company] = ['cooperative', 'company'].map((kind) => base.producers.find((each) => each.kind === kind));
if (product === undefined || recognition === undefined || coop === undefined || company === undefined)
  throw new Error('the fixture lacks what this test is made of');

const PLAIN = { stars: 3, pending_central: false, expires_on: '', refiled_on: '', superseded_by: '', revoked_on: '' };
const recognised = (id: string, of: string, issued_on: string, fields: Partial<Recognition> = {}): Recognition => ({
  ...recognition,
  ...PLAIN,
  id,
  product: of,
  issued_on,
  ...fields,
});
const made = (id: string, producer: string) => ({
  ...product,
  id,
  slug: id,
  name: id,
  producer,
  state: 'approved' as const,
});
const target = (id: string, fields: Partial<Target>): Target => ({
  ...{ id, name: id, name_en: '', measure: '', value: 10, unit: 'x', unit_en: '', due_on: '2030', commune: '' },
  ...{ former_area: '', decided_by: '', source_url: '', demonstration: false },
  ...fields,
});

const content: SnapshotContent = {
  ...base,
  producers: [
    { ...coop, commune: 'cyenthe00000000' },
    { ...company, commune: 'cbacgiang000000' },
  ],
  products: [made('nang', coop.id), made('thu', coop.id), made('nam', company.id), made('chua', company.id)],
  recognitions: [
    // Three stars, then four: the upgrade counts from its day on, the first one until then.
    recognised('nang-1', 'nang', '2021-03-01', { superseded_by: 'nang-2' }),
    recognised('nang-2', 'nang', '2023-05-01', { stars: 4 }),
    // Withdrawn in 2023.
    recognised('thu-1', 'thu', '2022-06-01', { stars: 5, revoked_on: '2023-02-01' }),
    // Only the year is known: at the end of 2025 it may have ended or not.
    recognised('nam-1', 'nam', '2022'),
    // Proposed, and without a year: neither counts.
    recognised('chua-1', 'chua', '2024-01-01', { pending_central: true }),
    recognised('chua-2', 'chua', ''),
  ],
  targets: [
    target('den-han', { measure: 'in_force', due_on: '2022' }),
    target('sau-nay', { measure: 'in_force', due_on: '2030' }),
    target('htx', { measure: 'cooperative_share' }),
    target('huyen', { measure: 'products', former_area: 'Huyện Yên Thế' }),
    target('xa', { measure: 'products', commune: 'cbacgiang000000' }),
    target('khac', {}),
  ],
};

let years: Map<number, ProgrammeYear>;
let reached: Map<string, Reached>;
const folder = mkdtempSync(join(tmpdir(), 'figures-'));
beforeAll(async () => {
  const file = join(folder, 'snapshot.sqlite');
  writeSnapshot(file, content);
  process.env['OCOP_SNAPSHOT'] = file;
  const { programmeYears } = await import('#site/records/overTime.ts');
  const { targetsReached } = await import('#site/records/reached.ts');
  years = new Map(programmeYears().map((each) => [each.year, each]));
  reached = new Map(targetsReached().map((each) => [each.target.id, each]));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('over the years', () => {
  test('every year from the first recognition to the present one', () => {
    expect([...years.keys()]).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect([...years.values()].filter(({ isOver }) => !isOver).map(({ on }) => on)).toEqual([AS_OF]);
  });

  test('recognitions count in the year of their decision, once each', () => {
    expect([...years.values()].map((each) => each.recognised)).toEqual([1, 2, 1, 0, 0, 0]);
  });

  test.each([
    [2021, { inForce: 1, byStars: { 5: 0, 4: 0, 3: 1 }, unknown: 1 }],
    [2022, { inForce: 3, byStars: { 5: 1, 4: 0, 3: 2 }, unknown: 1 }],
    [2023, { inForce: 2, byStars: { 5: 0, 4: 1, 3: 1 }, unknown: 1 }],
    [2025, { inForce: 1, byStars: { 5: 0, 4: 1, 3: 0 }, unknown: 2 }],
    [2026, { inForce: 0, byStars: { 5: 0, 4: 0, 3: 0 }, unknown: 1 }],
  ])('%i is told as it was then', (year, expected) => {
    expect(years.get(year)).toMatchObject(expected);
  });
});

describe('targets', () => {
  test('one that is due is counted for its last day, a coming one for today', () => {
    expect(reached.get('den-han')).toMatchObject({ value: 3, on: '2022-12-31' });
    expect(reached.get('sau-nay')).toMatchObject({ value: 0, on: AS_OF });
  });

  test('of a part of the province, only what lies there counts', () => {
    expect(reached.get('huyen')?.value).toBe(2);
    expect(reached.get('xa')?.value).toBe(2);
  });

  test('shares are of the producers with products', () => {
    expect(reached.get('htx')?.value).toBe(50);
  });

  test('what the program cannot count has no number', () => {
    expect(reached.get('khac')?.value).toBeNull();
  });
});
