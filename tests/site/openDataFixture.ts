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

/** Each begins, in its own way, as a spreadsheet's formula does. */
export const FORMULAE = [
  '=1+1',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '＝1',
  '=1\n+2',
  '=HYPERLINK("http://x.example","a, b")',
];

function withPerson(content: SnapshotContent): SnapshotContent {
  const { id, ...values } = PERSON;
  const producers = content.producers.map((producer) => (producer.id === id ? { ...producer, ...values } : producer));
  const [shop, ...shops] = content.sales_points;
  const [paper, ...papers] = content.certificates;
  if (shop === undefined || paper === undefined) throw new Error('the fixture has no sales point or certificate');
  return {
    ...content,
    producers,
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
