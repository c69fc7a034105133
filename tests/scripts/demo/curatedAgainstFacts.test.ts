import { describe, expect, test } from 'vitest';
import { allTables, factsRows, hasFacts, SET_NAMES, SETS, table, textOf } from './fixtures.ts';

if (!hasFacts) console.log('Not compared with the published facts: ../shared/data/facts is not on this machine.');

const refsOf = (facts: string | undefined) => (facts ?? '').split(' ').filter((ref) => ref !== '');
const HOUSEHOLD = 'Hộ kinh doanh';
/** What stands before the person's name in the facts. */
const HOUSEHOLD_PREFIX = /^hộ (sản xuất, kinh doanh giò bê|sản xuất, kinh doanh|sản xuất|kinh doanh) /i;

describe.runIf(hasFacts).each(SET_NAMES)('%s against the facts', (set) => {
  const facts = new Map(SETS[set].files.flatMap((file) => [...factsRows(file)]));
  const provinces: readonly string[] = SETS[set].provinces;
  const ofProvince = (file: string) =>
    [...factsRows(file)].filter(([, row]) => provinces.includes(row['province'] ?? ''));
  const leftOut = table('left-out.csv').flatMap((row) => refsOf(row['facts']));
  const cited = (name: string) => table(`${set}/${name}.csv`).flatMap((row) => refsOf(row['facts']));

  test('every product row is carried, once', () => {
    expect(cited('products').sort()).toEqual([...facts.keys()].sort());
  });

  test.each([
    ['sales-points.csv', 'sales-points'],
    ['fairs.csv', 'fairs'],
    ['statistics.csv', 'figures'],
  ])('every row of %s in the province is carried once or left out for a reason', (file, name) => {
    const refs = [...cited(name), ...leftOut.filter((ref) => ref.startsWith(file))];
    for (const [ref, row] of ofProvince(file)) expect(refs, `${ref} ${row['name'] ?? row['metric']}`).toContain(ref);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('stars, scores, decisions and days are those of the facts, none added', () => {
    const rows = table(`${set}/recognitions.csv`);
    expect(rows.map((row) => row['facts']).sort()).toEqual(
      [...facts]
        .filter(([, row]) => row['stars'] !== '')
        .map(([ref]) => ref)
        .sort(),
    );
    for (const row of rows) {
      const fact = facts.get(row['facts'] ?? '');
      expect(row['stars']).toBe(fact?.['stars']);
      expect(row['score']).toBe(fact?.['score']);
      expect(row['decision_number']).toBe(fact?.['decision_number']);
      expect(row['decided_on']).toBe(fact?.['decision_date']);
      expect(row['issued_on']).toBe(fact?.['decision_date'] || fact?.['year']);
      expect(row['source_url']).toBe(fact?.['source_url']);
    }
  });

  test('a name differs from the facts only by an alias, or because it named a person', () => {
    const aliases = new Map(
      table('aliases.csv')
        .filter((row) => row['set'] === set)
        .map((row) => [`${row['kind']} ${row['variant']}`, row['canonical']]),
    );
    const producers = new Map(table(`${set}/producers.csv`).map((row) => [row['key'], row]));
    for (const product of table(`${set}/products.csv`)) {
      const producer = producers.get(product['producer'] ?? '');
      const neutral = producer?.['natural_person'] === 'yes' || producer?.['name']?.startsWith('Cơ sở sản xuất, ');
      for (const ref of neutral ? [] : refsOf(product['facts'])) {
        const name = (facts.get(ref)?.['product_name'] ?? '').normalize('NFC');
        expect(aliases.get(`product ${name}`) ?? name).toBe(product['name']);
        const maker = (facts.get(ref)?.['producer_name'] ?? '').normalize('NFC');
        if (maker !== '') expect(aliases.get(`producer ${maker}`) ?? maker).toBe(producer?.['name']);
      }
    }
  });

  test('no household of the facts is named anywhere', () => {
    const households = [...facts.values()].filter((row) => row['producer_type'] === HOUSEHOLD);
    const names = households.map((row) => (row['producer_name'] ?? '').normalize('NFC').replace(HOUSEHOLD_PREFIX, ''));
    for (const name of names) {
      expect(name).not.toMatch(/^hộ /i);
      for (const path of allTables()) expect(textOf(path).includes(name), path).toBe(false);
    }
  });

  test('figures and fair numbers are those of the facts', () => {
    const statistics = factsRows('statistics.csv');
    for (const row of table(`${set}/figures.csv`)) {
      for (const ref of refsOf(row['facts'])) {
        expect(row['value'], ref).toBe(statistics.get(ref)?.['value']);
        expect(row['as_of'], ref).toBe(statistics.get(ref)?.['date']);
      }
    }
    const fairs = factsRows('fairs.csv');
    for (const row of table(`${set}/fairs.csv`)) {
      const fact = fairs.get(refsOf(row['facts'])[0] ?? '');
      expect(row['booths'], row['name']).toBe(fact?.['booths']);
      expect(row['visitors'], row['name']).toBe(fact?.['visitors']);
      expect([row['revenue'], row['revenue_in_province']], row['name']).toContain(fact?.['revenue_vnd']);
      expect(row['ends_on'], row['name']).toBe(fact?.['end_date']);
      if (fact?.['start_date'] !== '') expect(row['starts_on'], row['name']).toBe(fact?.['start_date']);
    }
  });
});
