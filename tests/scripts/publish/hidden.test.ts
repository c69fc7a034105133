import { describe, expect, test } from 'vitest';
import { foldedWords } from '#domain/rules/fold.ts';
import { HiddenFinder } from '#scripts/publish/hidden.ts';
import { householdName, personsOf } from '#scripts/publish/personal.ts';
import type { OfficeRecord } from '#scripts/publish/read.ts';

type Producer = OfficeRecord<'producers'>;
type Contact = OfficeRecord<'producer_contacts'>;

const person = (id: string, fields: Partial<Producer> = {}) =>
  ({ id, name: '', name_en: '', tax_code: '', pictures: [], natural_person: true, ...fields }) as unknown as Producer;
const contact = (producer: string, fields: Partial<Contact> = {}) =>
  ({
    id: `c-${producer}`,
    producer,
    address_as_printed: '',
    phone: '',
    email: '',
    representative: '',
    ...fields,
  }) as unknown as Contact;

function finderOf(producers: Producer[], contacts: Contact[] = [], places = 'xa yen the tinh bac ninh') {
  const persons = personsOf({ producers, producer_contacts: contacts });
  return new HiddenFinder(persons, new Set(places.split(' ')));
}
const items = (finder: HiddenFinder, text: string) => finder.find(text).map((hidden) => hidden.item);

describe('a name that may not be shown', () => {
  const finder = finderOf([person('p1', { name: 'Hộ kinh doanh Nguyễn Thị Hoà' })]);
  test.each([
    ['as typed', 'Bà Nguyễn Thị Hoà nuôi ong'],
    ['old tone placement', '<p>Nguyễn Thị Hòa</p>'],
    ['without marks', 'nguyen thi hoa'],
    ['in an address', '<a href="/chu-the/nguyen-thi-hoa">'],
    ['decomposed', 'Nguyễn Thị Hoà'.normalize('NFD')],
    ['as JSON escapes', '{"name":"Nguy\\u1ec5n Th\\u1ecb Ho\\u00e0"}'],
    ['as HTML entities', 'Nguy&#7877;n Th&#x1ECB; Ho&#xe0;'],
    ['as a web address', `?q=${encodeURIComponent('Nguyễn Thị Hoà')}`],
    ['broken by tags', 'Nguyễn <b>Thị</b> <i>Hoà</i>'],
    ['upper case', 'NGUYỄN THỊ HOÀ'],
  ])('is found %s', (_, text) => expect(items(finder, text)).toEqual(['name']));
  test.each([
    ['another name', 'Nguyễn Thị Hoài'],
    ['its words apart', 'Nguyễn Huệ, Thị trấn Hoa'],
    ['only the kind of household', 'Hộ kinh doanh'],
  ])('is not mistaken for %s', (_, text) => expect(items(finder, text)).toEqual([]));
});

test('a name of two words must agree in marks and case, since it is easily something else', () => {
  const finder = finderOf([person('p1', { name: 'Hoa Lan' })]);
  expect(items(finder, 'Chậu hoa lan hồ điệp')).toEqual([]);
  expect(items(finder, 'Cô Hoa Lan')).toEqual(['name']);
});

describe('a telephone number that may not be shown', () => {
  const finder = finderOf([person('p1', { name: 'X' })], [contact('p1', { phone: '0912 345 678' })]);
  test.each([
    '0912345678',
    '0912.345.678',
    '091-234-5678',
    'tel:+84912345678',
    '(+84) 912 345 678',
    '84 912345678',
    '"telephone":"0912345678"',
    'gọi 0912 345 678 hoặc 0222 000 001',
  ])('is found in %s', (text) => expect(items(finder, text)).toEqual(['phone']));
  test.each(['0912345679', '10912345678', '09123456781', '0912 345 67'])('is not mistaken for %s', (text) =>
    expect(items(finder, text)).toEqual([]),
  );
});

test('address, e-mail and tax code are found; an address that only names the commune hides nothing', () => {
  const contacts = [
    contact('p1', { address_as_printed: 'Thôn Đồng Vương, xã Yên Thế', email: 'ba.hoa@example.vn' }),
    contact('p2', { address_as_printed: 'Xã Yên Thế, tỉnh Bắc Ninh' }),
  ];
  const finder = finderOf(
    [person('p1', { name: 'X', tax_code: '024085001234' }), person('p2', { name: 'Y' })],
    contacts,
  );
  expect(items(finder, 'thôn Đồng Vương, Xã Yên Thế')).toEqual(['address']);
  expect(items(finder, 'mailto:ba.hoa@example.vn')).toEqual(['email']);
  expect(items(finder, 'MST 024085001234')).toEqual(['tax_code']);
  expect(items(finder, 'Xã Yên Thế, tỉnh Bắc Ninh')).toEqual([]);
});

test('what its owner allows is not hidden, nor what a firm is called', () => {
  const finder = finderOf(
    [
      person('p1', { name: 'Nguyễn Thị Hoà' }),
      person('p2', { name: 'Công ty Trần Văn Bình', natural_person: false }),
      person('p3', { name: 'Lê Văn Cường' }),
    ],
    [
      contact('p1', { name_public: true, phone: '0912345678', phone_public: true }),
      contact('p2', { representative: 'Trần Văn Bình' }),
      contact('p3', { phone: '0912345678' }),
    ],
  );
  expect(items(finder, 'Nguyễn Thị Hoà, 0912 345 678; Trần Văn Bình; Lê Văn Cường')).toEqual(['name']);
});

test('a household stands under its commune', () => {
  const commune = { name: 'Xã Yên Thế', name_en: '', type: 'xa' } as OfficeRecord<'communes'>;
  expect(householdName(commune)).toEqual({ vi: 'Hộ sản xuất, xã Yên Thế', en: 'Producer household, Yên Thế commune' });
  expect(householdName({ ...commune, name: 'Phường Bắc Giang', type: 'phuong' }).vi).toBe(
    'Hộ sản xuất, phường Bắc Giang',
  );
  expect(householdName(undefined).vi).toBe('Hộ sản xuất');
  expect(foldedWords(householdName(commune).vi)).toEqual(['ho', 'san', 'xuat', 'xa', 'yen', 'the']);
});
