/** The files of open data, written from a snapshot: what they hold, and what they must not. */
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesFrom, removeSnapshots } from './openDataFiles.ts';
import { AREA_OF_PERSON, FORMULAE, openDataRecords, PERSON } from './openDataFixture.ts';

afterAll(removeSnapshots);

const records = openDataRecords();
let files = new Map<string, string>();
beforeAll(async () => {
  files = await filesFrom(records);
});

const ofKind = (ending: string) => [...files].filter(([address]) => address.endsWith(ending));
function textOf(address: string): string {
  const text = files.get(address);
  if (text === undefined) throw new Error(`no file ${address}`);
  return text;
}
const rowsOf = (name: string): Record<string, unknown>[] => JSON.parse(textOf(`/du-lieu/${name}.json`)).du_lieu;
function readCsv(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  expect(errors).toEqual([]);
  return data;
}

interface Told {
  'dct:identifier': string;
  so_dong: number;
  truong: { ten: string; nghia: string; kieu: string; vi_du: string | null }[];
  'dcat:distribution': { 'dcat:downloadURL': { '@id': string }; 'dcat:byteSize'?: number }[];
}
const dictionary = (): Told[] => JSON.parse(textOf('/du-lieu/danh-muc.json'))['dcat:dataset'];

describe('every file', () => {
  test('of thirteen data sets is there, and JSON is JSON', () => {
    expect(ofKind('.csv')).toHaveLength(13);
    for (const [, text] of [...ofKind('.json'), ...ofKind('.geojson')]) expect(() => JSON.parse(text)).not.toThrow();
  });

  test('has the columns of the dictionary, in its order, and the rows that the catalogue counts', () => {
    expect(dictionary()).toHaveLength(13);
    for (const { 'dct:identifier': name, truong, so_dong } of dictionary()) {
      const fields = truong.map(({ ten }) => ten);
      const [head, ...rows] = readCsv(textOf(`/du-lieu/${name}.csv`));
      expect(head).toEqual(fields);
      expect(new Set(fields).size).toBe(fields.length);
      expect(rows).toHaveLength(so_dong);
      for (const row of rows) expect(row).toHaveLength(fields.length);
      expect(rowsOf(name)).toHaveLength(so_dong);
      for (const row of rowsOf(name)) expect(Object.keys(row)).toEqual(fields);
    }
  });

  test('is named by the catalogue with its size', () => {
    for (const { 'dcat:distribution': distributions } of dictionary())
      for (const { 'dcat:downloadURL': url, 'dcat:byteSize': size } of distributions)
        if (size !== undefined) expect(Buffer.byteLength(textOf(url['@id']))).toBe(size);
  });

  test('says each field’s meaning and type; examples come from the data', () => {
    for (const { 'dct:identifier': name, truong } of dictionary())
      for (const { ten, nghia, kieu, vi_du } of truong) {
        expect(nghia, `${name}.${ten}`).not.toBe('');
        expect(kieu, `${name}.${ten}`).not.toBe('');
        const has = rowsOf(name).some(
          (row) => row[ten] !== null && !(Array.isArray(row[ten]) && row[ten].length === 0),
        );
        expect(vi_du !== null, `${name}.${ten}`).toBe(has);
      }
  });

  test('is the same to the byte for the same records', async () => {
    expect(await filesFrom(records)).toEqual(files);
  });

  test('of a single record stays the same on the next day; the day stands in the lists', async () => {
    const [settings] = records.settings;
    if (settings === undefined) throw new Error('no settings');
    const next = await filesFrom({ ...records, settings: [{ ...settings, as_of: '2026-11-23' }] });
    for (const [address, text] of files)
      if (!address.startsWith('/du-lieu/')) expect(next.get(address), address).toBe(text);
    expect(next.get('/du-lieu/san-pham.csv')).not.toBe(textOf('/du-lieu/san-pham.csv'));
  });
});

describe('CSV', () => {
  test('begins with a byte order mark, so that Excel reads Vietnamese', () => {
    for (const [, text] of ofKind('.csv')) {
      expect(Buffer.from(text).subarray(0, 3).toString('hex')).toBe('efbbbf');
      expect(text).toContain('\r\n');
    }
    expect(textOf('/du-lieu/san-pham.csv')).toContain('Mật ong hoa vải Minh Họa');
  });

  test('holds no cell that a spreadsheet would run', () => {
    for (const [address, text] of ofKind('.csv'))
      for (const cell of readCsv(text).flat()) expect(cell, address).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    const cells = readCsv(textOf('/du-lieu/san-pham.csv')).flat();
    for (const formula of FORMULAE) expect(cells).toContain(`'${formula}`);
  });

  test('leaves JSON as written', () => {
    expect(rowsOf('san-pham').map(({ nhan_hieu }) => nhan_hieu)).toEqual(expect.arrayContaining([...FORMULAE]));
  });
});

describe('GeoJSON', () => {
  test('holds only known points, longitude first, and says which are approximate', () => {
    for (const [address, text] of ofKind('.geojson')) {
      const collection = JSON.parse(text);
      expect(collection.type).toBe('FeatureCollection');
      for (const { type, id, geometry, properties } of collection.features) {
        expect(type, address).toBe('Feature');
        expect(id).toBe(properties.ma);
        expect(geometry.type).toBe('Point');
        const [lon, lat] = geometry.coordinates;
        expect(lon).toBeGreaterThan(102);
        expect(lon).toBeLessThan(118);
        expect(lat).toBeGreaterThan(8);
        expect(lat).toBeLessThan(24);
        expect(typeof properties.vi_tri_uoc_chung).toBe('boolean');
      }
    }
    const known = records.communes.filter(({ point }) => point.lon !== 0);
    expect(JSON.parse(textOf('/du-lieu/xa-phuong.geojson')).features).toHaveLength(known.length);
  });
});

describe('persons', () => {
  test('stand as households of a commune, consented or not', () => {
    const persons = rowsOf('co-so-san-xuat').filter(({ la_ca_nhan }) => la_ca_nhan);
    expect(persons).toHaveLength(2);
    for (const person of persons) {
      expect(person['ten']).toMatch(/^Hộ sản xuất, xã /);
      expect([person['kinh_do'], person['trang_web'], person['nguon'], person['ma_dia_diem']]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  test('have no land with a place or a code', () => {
    const areas = new Map(rowsOf('vung-trong').map((row) => [row['ma'], row]));
    expect(areas.get('avaiminhhoa0000')).toMatchObject({ ma_so: 'VN-MHOR-0017', kinh_do: 106.13, con_gia_tri: true });
    expect(areas.get('adadung00000000')).toMatchObject({ con_gia_tri: false });
    expect(areas.get('acuaho000000000')).toMatchObject({ ma_so: null, ten: null, kinh_do: null, nguon: null });
    // This one agreed to be named on the page; files that others have taken away cannot be taken back.
    expect(areas.get(AREA_OF_PERSON.id)).toMatchObject({ ma_so: null, ten: null, kinh_do: null, nguon: null });
    for (const [address, text] of files) expect(text.includes(AREA_OF_PERSON.code), address).toBe(false);
  });

  test('are named in no file, nor can they be reached', () => {
    const { id: _, ...values } = PERSON;
    for (const [address, text] of files) {
      const lower = text.toLowerCase();
      for (const value of Object.values(values))
        expect(lower.includes(value.toLowerCase()), `${address}: ${value}`).toBe(false);
      expect(text.replace(/[^0-9]/g, ''), address).not.toContain('912345678');
    }
  });

  test('keep firms’ telephone, e-mail and address out as well', () => {
    const values = records.producers
      .flatMap(({ phone, email, address, representative }) => [phone, email, address, representative])
      .filter((value) => value !== '');
    expect(values.length).toBeGreaterThan(4);
    for (const [address, text] of files)
      for (const value of values) {
        // A recall names the number at which its goods are taken back.
        if (!(address.startsWith('/t/') && text.includes('DỪNG SỬ DỤNG')))
          expect(text.includes(value), `${address}: ${value}`).toBe(false);
      }
  });
});

describe('trace codes', () => {
  test('are in no file but that of their own lot', () => {
    for (const { trace_code, id } of records.lots)
      for (const [address, text] of files)
        if (address !== `/t/${trace_code}.json`) {
          expect(text.includes(trace_code), `${address}: ${trace_code}`).toBe(false);
          expect(text.includes(id), `${address}: ${id}`).toBe(false);
        }
  });
});

test('schema.org names licence, files and fields of each data set', async () => {
  const { datasetJsonLd } = await import('#site/openData/catalogue.ts');
  const { DATA_SETS } = await import('#site/openData/dataSets.ts');
  for (const set of DATA_SETS) {
    const told = datasetJsonLd(set);
    expect(told['@type']).toBe('Dataset');
    expect(told.license).toMatch(/^https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/$/);
    expect(told.variableMeasured).toHaveLength(set.columns.length);
    expect(told.distribution.length).toBeGreaterThanOrEqual(2);
  }
});

test('opening hours are told as OpenStreetMap does', async () => {
  const { openingHoursToText } = await import('#site/openData/openingHours.ts');
  const day = [
    { opens: '07:30', closes: '11:30' },
    { opens: '13:30', closes: '17:00' },
  ];
  const hours = {
    mon: day,
    tue: day,
    wed: day,
    thu: day,
    fri: day,
    sat: [{ opens: '08:00', closes: '12:00' }],
    sun: [],
  };
  expect(openingHoursToText(hours)).toBe('Mo-Fr 07:30-11:30,13:30-17:00; Sa 08:00-12:00; Su off');
  expect(openingHoursToText(null)).toBe('');
});
