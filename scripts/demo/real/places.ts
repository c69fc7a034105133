import { idOf, type NewRecord, type Plan } from '../plan.ts';
import { cell, type Row } from '../readTable.ts';
import { numbers, published, slugs, type Tables } from './tables.ts';

/** Real sales points. */
export function salesPointsPlan({ set, rows, commune }: Tables): Plan {
  const slugOf = slugs();
  const points = rows('sales-points').map(
    (row): NewRecord => ({
      id: idOf('sales_points', `${set} ${cell(row, 'key')}`),
      name: cell(row, 'name'),
      slug: slugOf(cell(row, 'name')),
      operator: cell(row, 'operator'),
      location_kind: cell(row, 'location_kind'),
      commune: commune(cell(row, 'commune')),
      address: cell(row, 'address'),
      note: cell(row, 'note'),
      ...published(row),
    }),
  );
  return { sales_points: points };
}

const FAIR_NUMBERS = [
  'zones',
  'booths',
  'booths_in_province',
  'exhibitor_count',
  'visitors',
  'revenue',
  'revenue_in_province',
  'revenue_other_provinces',
] as const;
const FAIR_TEXTS = ['name', 'kind', 'level', 'organiser', 'venue', 'starts_on', 'ends_on', 'note'] as const;

/** Real fairs, with the numbers that were reported. */
export function fairsPlan({ set, rows, commune }: Tables): Plan {
  const slugOf = slugs();
  const fairs = rows('fairs').map(
    (row): NewRecord => ({
      id: idOf('fairs', `${set} ${cell(row, 'key')}`),
      slug: slugOf(cell(row, 'name')),
      ...Object.fromEntries(FAIR_TEXTS.map((name) => [name, cell(row, name)])),
      ...numbers(row, FAIR_NUMBERS),
      commune: commune(cell(row, 'commune')),
      ...published(row),
    }),
  );
  return { fairs };
}

/** A source that is no address is a press article that was given to us as text. */
function sourceAsText(row: Row): string {
  const source = cell(row, 'source_url');
  return /^https?:/.test(source)
    ? source
    : `Bài báo không có địa chỉ trên mạng (${source.replace(/^seed:/, 'tư liệu ')})`;
}

/** `55000000000` → `55.000.000.000`, as Vietnamese write it. */
function asVietnameseNumber(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Figures that others published. */
export function figuresPlan({ set, rows }: Tables): Plan {
  const figures = rows('figures').map(
    (row): NewRecord => ({
      id: idOf('published_figures', `${set} ${cell(row, 'facts')}`),
      metric: cell(row, 'metric'),
      value: [cell(row, 'qualifier'), asVietnameseNumber(cell(row, 'value'))].join(' ').trim(),
      unit: cell(row, 'unit'),
      as_of: cell(row, 'as_of'),
      area: cell(row, 'area'),
      source: sourceAsText(row),
    }),
  );
  return { published_figures: figures };
}

/** What the province set itself to reach, as it was published. Never counted: these records are far from all products of the province. */
export function targetsPlan({ set, rows }: Tables): Plan {
  const texts = ['name', 'name_en', 'unit', 'unit_en', 'due_on', 'former_area', 'decided_by'];
  const targets = rows('targets').map(
    (row): NewRecord => ({
      id: idOf('targets', `${set} ${cell(row, 'name')}`),
      ...Object.fromEntries(texts.map((name) => [name, cell(row, name)])),
      value: Number(cell(row, 'value')),
      source_url: published(row).source_url,
    }),
  );
  return { targets };
}
