import { existsSync, readdirSync } from 'node:fs';
import { cell, type Row, readTable } from '../../demo/readTable.ts';
import { setOfName } from './setOfName.ts';

/** One product as the bench knows it; what a source does not state is empty. */
export interface BenchRecord {
  name: string;
  producer: string;
  /** As the register has it: Doanh nghiệp, Hợp tác xã, Hộ kinh doanh … */
  producerKind: string;
  /** Where it is now, and the names that the place bore before July 2025. */
  place: string;
  formerPlaces: string;
  /** Criteria set 1–26, 0 where the name does not tell. */
  set: number;
}

const FACTS = '../shared/data/facts';
const DEMO = 'scripts/demo/data';

const joined = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join(', ');

function factOf(row: Row): BenchRecord {
  const name = cell(row, 'product_name').trim();
  return {
    name,
    producer: cell(row, 'producer_name').trim(),
    producerKind: cell(row, 'producer_type').trim(),
    place: joined(cell(row, 'commune'), cell(row, 'province')),
    formerPlaces: cell(row, 'district').trim(),
    set: setOfName(name),
  };
}

/** Rows of tables with the columns of the facts (`product_name`, `producer_name`, …). */
export function readRecords(files: readonly string[]): BenchRecord[] {
  return files
    .flatMap((file) => readTable(file))
    .map(factOf)
    .filter(({ name }) => name !== '');
}

/** The real products that the demonstration carries. */
export function demonstrationRecords(): BenchRecord[] {
  return ['bac-ninh', 'nghe-an', 'quang-ninh'].flatMap((set) => {
    const producers = new Map(readTable(`${DEMO}/${set}/producers.csv`).map((row) => [cell(row, 'key'), row]));
    return readTable(`${DEMO}/${set}/products.csv`).map((row) => {
      const producer = producers.get(cell(row, 'producer'));
      const name = cell(row, 'name');
      const address = producer === undefined ? '' : cell(producer, 'address_as_printed');
      const of = (column: string) => (producer === undefined ? '' : cell(producer, column));
      return { name, producer: of('name'), producerKind: '', place: address, formerPlaces: '', set: setOfName(name) };
    });
  });
}

/** The real products: the facts beside the project, or the demonstration's part of them where those are not there. */
export function realRecords(): { records: BenchRecord[]; source: string } {
  if (!existsSync(FACTS)) return { records: demonstrationRecords(), source: DEMO };
  const files = readdirSync(FACTS).filter((file) => /^products-.*\.csv$/.test(file));
  return { records: readRecords(files.sort().map((file) => `${FACTS}/${file}`)), source: FACTS };
}
