import { describe, expect, test } from 'vitest';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { owedAddresses } from '#scripts/publish/addresses.ts';
import type { OfficeRecord } from '#scripts/publish/read.ts';
import { soundOffice } from '#tests/support/office.ts';
import { contextOf } from './publicContent.ts';

type Producer = OfficeRecord<'producers'>;
type Contact = OfficeRecord<'producer_contacts'>;

const PERSON: Partial<Producer> = {
  name: 'Nguyễn Thị Hoà',
  name_en: 'Nguyen Thi Hoa',
  slug: 'ho-ab12cd34',
  kind: 'household',
  natural_person: true,
  tax_code: '024085001234',
  commune: 'communes',
  point: { lon: 106.1, lat: 21.4 },
  pictures: ['face'],
  story: 'Bà Hoà nuôi ong ba mươi năm.',
  website: 'https://hoa.example',
  channels: [{ name: 'Facebook', url: 'https://facebook.example/hoa' }],
  gln: '9521234000013',
  state: 'approved',
};
const CONTACT: Partial<Contact> = {
  producer: 'producers',
  phone: '0912345678',
  email: 'hoa@example.vn',
  address_as_printed: 'Thôn Đồng Vương, xã Yên Thế',
  representative: 'Trần Văn Bình',
  representative_gender: 'nữ',
  representative_ethnicity: 'Tày',
};

function producerOf(producer: Partial<Producer>, contact: Partial<Contact> | null = CONTACT) {
  const office = soundOffice({
    producers: [producer],
    producer_contacts: contact === null ? [] : [contact],
    media: [{ id: 'face', file: 'face.jpg' }],
  });
  return contextOf(office).content.producers[0];
}

describe('a natural person', () => {
  test('without consent stands as a household of its commune, and nothing leads to her', () => {
    const shown = producerOf(PERSON);
    expect(shown).toMatchObject({
      name: 'Hộ sản xuất, xã Yên Thế',
      name_en: 'Producer household, Yên Thế commune',
      slug: 'ho-ab12cd34',
      phone: '',
      email: '',
      address: '',
      representative: '',
      pictures: [],
      point: { lon: 0, lat: 0 },
      withheld: ['name', 'address', 'phone', 'email', 'representative', 'picture'],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Hoà|0912|Bình|Đồng Vương|024085|hoa@|hoa\.example|9521234000013|Tày/);
  });

  test.each([
    ['name', { name: 'Nguyễn Thị Hoà', story: PERSON.story }],
    ['phone', { phone: '0912345678', name: 'Hộ sản xuất, xã Yên Thế' }],
    ['email', { email: 'hoa@example.vn' }],
    ['address', { address: 'Thôn Đồng Vương, xã Yên Thế', point: { lon: 106.1, lat: 21.4 } }],
    ['representative', { representative: 'Trần Văn Bình' }],
  ] as const)('who agrees to show the %s shows that and no more', (item, values) => {
    const shown = producerOf(PERSON, { ...CONTACT, [`${item}_public`]: true });
    expect(shown).toMatchObject(values);
    expect(shown?.withheld).not.toContain(item);
    expect(shown?.withheld).toHaveLength(5);
  });

  test('who agrees to show the picture shows it', () => {
    expect(producerOf(PERSON, { ...CONTACT, picture_public: true })?.pictures).toHaveLength(1);
  });

  test('without a contact record shows nothing', () => {
    expect(producerOf(PERSON, null)).toMatchObject({ name: 'Hộ sản xuất, xã Yên Thế', withheld: ['name', 'picture'] });
  });
});

test('a firm shows its name and pictures; its contact only as far as allowed', () => {
  const firm = { ...PERSON, name: 'HTX Ong Vàng', natural_person: false };
  const shown = producerOf(firm, { ...CONTACT, phone_public: true });
  expect(shown).toMatchObject({ name: 'HTX Ong Vàng', phone: '0912345678', email: '', website: 'https://hoa.example' });
  expect(shown?.pictures).toHaveLength(1);
  expect(shown?.withheld).toEqual(['address', 'email', 'representative']);
});

test('no secret field and no bookkeeping is in any public record', () => {
  const { content } = contextOf(soundOffice({ producers: [PERSON], producer_contacts: [CONTACT] }));
  for (const [collection, records] of Object.entries(content)) {
    const noun = nouns[(collection === 'settings' ? 'site_settings' : collection) as keyof typeof nouns] as
      | Noun
      | undefined;
    const secret = noun === undefined ? [] : fieldsOf(noun).flatMap(([name, shape]) => (shape.secret ? [name] : []));
    for (const record of records)
      for (const name of [...secret, 'created', 'updated', 'version', 'collectionId', 'collectionName'])
        expect(Object.keys(record), `${collection}.${name}`).not.toContain(name);
  }
});

test('papers stay in the office', () => {
  const { content } = contextOf(
    soundOffice({
      decisions: [{ id: 'd', kind: 'recognition', file: 'scan' }],
      recognitions: [{ product: 'products', decision: 'd', stars: 4 }],
      certificates: [{ producer: 'producers', scheme: 'vietgap', file: 'scan' }],
      media: [{ id: 'scan', file: 'scan.pdf' }],
    }),
  );
  expect([content.decisions[0]?.file, content.certificates[0]?.file]).toEqual(['', '']);
});

test('lists name only what is public', () => {
  const { content } = contextOf(
    soundOffice({
      sales_points: [
        {
          name: 'Chợ',
          slug: 'cho',
          state: 'approved',
          products: ['products', 'draft'],
          prices: [
            { product: 'products', price: 1, on: '' },
            { product: 'draft', price: 2, on: '' },
          ],
        },
      ],
      fairs: [
        {
          name: 'Hội chợ',
          slug: 'hc',
          kind: 'fair',
          state: 'approved',
          products: ['draft'],
          exhibitors: ['none', 'producers'],
        },
      ],
    }),
  );
  expect(content.sales_points[0]).toMatchObject({ products: ['products'], prices: [{ price: 1 }] });
  expect(content.fairs[0]).toMatchObject({ products: [], exhibitors: ['producers'] });
});

test('old addresses lead to the end of their chain; those that end nowhere are left out', () => {
  const row = (path: string, redirect: string, record = 'products') => ({
    id: path,
    path,
    redirect,
    record,
    collection: 'products',
  });
  const { content } = contextOf(
    soundOffice({
      addresses: [
        row('/san-pham/a', '/san-pham/b'),
        row('/san-pham/b', '/san-pham/mat-ong'),
        row('/san-pham/mat-ong', ''),
        row('/san-pham/x', '/san-pham/draft', 'draft'),
        row('/san-pham/round', '/san-pham/trip'),
        row('/san-pham/trip', '/san-pham/round'),
      ],
    }),
  );
  expect(content.moved.map(({ path, redirect }) => [path, redirect])).toEqual([
    ['/san-pham/a', '/san-pham/mat-ong'],
    ['/san-pham/b', '/san-pham/mat-ong'],
  ]);
});

test('the list of a merged commune leads to that of the new one while products stand there', () => {
  const row = (path: string, redirect: string) => ({ id: path, path, redirect, record: 'old', collection: 'communes' });
  const addresses = [
    row('/san-pham/xa/xa-cu', '/san-pham/xa/xa-yen-the'),
    row('/san-pham/xa/xa-khac', '/san-pham/xa/xa-khong-co-gi'),
  ];
  const office = soundOffice({ addresses });
  const { content } = contextOf(office);
  expect(content.moved.map(({ path, redirect }) => [path, redirect])).toEqual([
    ['/san-pham/xa/xa-cu', '/san-pham/xa/xa-yen-the'],
  ]);
  // Both were live; the second went with its last product, and is owed no page.
  const live = new Set(['/san-pham/xa/xa-cu', '/san-pham/xa/xa-khac', '/san-pham/xa/xa-yen-the']);
  expect([...owedAddresses(office, content, live).keys()]).toEqual(['/san-pham/xa/xa-cu']);
});
