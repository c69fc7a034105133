/** The fixture with what open data must withstand: persons who consented, cells that look like formulae, texts that name a person. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SnapshotContent, writeSnapshot } from '#scripts/publish/write-snapshot.ts';

/** What pages may show of the consenting person, and open data may not. */
export const PERSON = {
  id: 'homhx4000000000',
  name: 'Hộ kinh doanh Trần Văn Thử',
  phone: '0912 345 678',
  email: 'tran.van.thu@minh-hoa.example',
  address: 'Thôn Thử Nghiệm, xã Nhã Nam',
  representative: 'Trần Thị Mẫu',
} as const;

/** Land of that person, as pages may show it once the person has agreed. */
export const AREA_OF_PERSON = {
  id: 'avuonthu0000000',
  code: 'VN-THOR-0099',
  name: 'Vườn thử',
  persons: 'all',
  withheld: false,
  point: { lon: 106.2, lat: 21.3 },
  source_url: 'https://vuon.example/99',
} as const;

/** Each begins, in its own way, as a spreadsheet's formula does. */
export const FORMULAE = [
  '=1+1',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '"=1',
  '＝1',
  '=1\n+2',
  '=HYPERLINK("http://x.example","a, b")',
];

function withPerson(content: SnapshotContent): SnapshotContent {
  const { id, ...values } = PERSON;
  const producers = content.producers.map((producer) => (producer.id === id ? { ...producer, ...values } : producer));
  const [shop, ...shops] = content.sales_points;
  const [paper, ...papers] = content.certificates;
  const [area] = content.growing_areas;
  if (shop === undefined || paper === undefined || area === undefined)
    throw new Error('the fixture has no sales point, certificate or growing area');
  return {
    ...content,
    producers,
    growing_areas: [...content.growing_areas, { ...area, ...AREA_OF_PERSON, producers: [PERSON.id], products: [] }],
    sales_points: [
      {
        ...shop,
        operator: PERSON.name.toUpperCase(),
        address: `${PERSON.address}, gọi +84 912.345.678`,
        phone: PERSON.phone,
      },
      ...shops,
    ],
    certificates: [{ ...paper, scope: `Cấp cho bà ${PERSON.representative}, ${PERSON.email}` }, ...papers],
  };
}

function withFormulae(content: SnapshotContent): SnapshotContent {
  const products = content.products.map((product, index) => ({ ...product, brand: FORMULAE[index] ?? product.brand }));
  return { ...content, products };
}

/** The records of the fixture, made worse. */
export function openDataRecords(): SnapshotContent {
  const content: SnapshotContent = JSON.parse(readFileSync('tests/fixtures/records.json', 'utf8'));
  return withFormulae(withPerson(content));
}

/** Has the site read these records; remove the folder with what this returns. Call it before anything of the site is read. */
export function readFromSnapshot(content: SnapshotContent): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-open-data-'));
  const file = join(folder, 'snapshot.sqlite');
  writeSnapshot(file, content);
  process.env['OCOP_SNAPSHOT'] = file;
  return () => rmSync(folder, { recursive: true });
}
