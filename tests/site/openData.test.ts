/** The files of open data, written from a snapshot: what they hold, and what they must not. */
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import { FORMULAE, openDataRecords, PERSON, readFromSnapshot } from './openDataFixture.ts';

const cleanUps: (() => void)[] = [];
afterAll(() => {
  for (const cleanUp of cleanUps) cleanUp();
});

/** Every file by its address, as the site's routes would write them from these records. */
async function filesFrom(content: SnapshotContent): Promise<Map<string, string>> {
  vi.resetModules();
  cleanUps.push(readFromSnapshot(content));
  const { DATA_SETS } = await import('#site/openData/dataSets.ts');
  const { fileText } = await import('#site/openData/files.ts');
  const { formatsOf } = await import('#site/openData/formats.ts');
  const { catalogueText } = await import('#site/openData/catalogue.ts');
  const { productFile } = await import('#site/openData/productFile.ts');
  const { lotFile } = await import('#site/openData/lotFile.ts');
  const files = new Map([['/du-lieu/danh-muc.json', catalogueText()]]);
  for (const set of DATA_SETS)
    for (const format of formatsOf(set)) files.set(`/du-lieu/${set.name}.${format}`, fileText(set.name, format));
  for (const { slug } of content.products) files.set(`/san-pham/${slug}.json`, productFile(slug));
  for (const { trace_code } of content.lots) files.set(`/t/${trace_code}.json`, lotFile(trace_code));
  return files;
}

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
  test('of twelve data sets is there, and JSON is JSON', () => {
    expect(ofKind('.csv')).toHaveLength(12);
    for (const [, text] of [...ofKind('.json'), ...ofKind('.geojson')]) expect(() => JSON.parse(text)).not.toThrow();
  });

  test('has the columns of the dictionary, in its order, and the rows that the catalogue counts', () => {
    expect(dictionary()).toHaveLength(12);
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

describe('one product', () => {
  const product = (slug: string) => JSON.parse(textOf(`/san-pham/${slug}.json`));

  test('tells its verdict and the later turn', () => {
    const { tinh_trang, cong_nhan, co_so } = product('mat-ong-hoa-vai-minh-hoa');
    expect(tinh_trang.map(({ tu_ngay, ma, sao }: Record<string, unknown>) => [tu_ngay, ma, sao])).toEqual([
      [null, 'valid', 4],
      ['2028-03-14', 'expired', null],
    ]);
    expect(cong_nhan[0]).toMatchObject({ sao: 4, co_gia_tri_den: '2028-03-13', quyet_dinh: { so: '314/QĐ-MH' } });
    expect(co_so.ten).toBe('HTX Minh Họa 1');
  });

  test('never tells proposed stars as stars', () => {
    const { tinh_trang, cong_nhan } = product('che-xanh-minh-hoa');
    expect(tinh_trang[0]).toMatchObject({ ma: 'pendingCentral', sao: null });
    expect(cong_nhan[0]).toMatchObject({ sao: null, dang_de_nghi_5_sao: true });
  });

  test('withdrawn from the catalogue says only that, and is in no list', () => {
    const withdrawn = product('tinh-dau-sa-minh-hoa');
    expect(withdrawn.tinh_trang).toHaveLength(1);
    expect(withdrawn.tinh_trang[0].ma).toBe('withdrawn');
    expect(Object.keys(withdrawn)).not.toContain('cong_nhan');
    for (const [address, text] of files)
      if (address.startsWith('/du-lieu/')) expect(text.includes('ptinhdau0000000'), address).toBe(false);
  });
});

describe('one lot', () => {
  const lot = (code: string) => JSON.parse(textOf(`/t/${code}.json`));

  test('tells a recall and where to ask for later ones', () => {
    const recalled = lot('THUHH2345P');
    expect(recalled.tinh_trang).toHaveLength(1);
    expect(recalled.tinh_trang[0]).toMatchObject({ ma: 'recalled', sao: null });
    expect(recalled.thu_hoi).toMatchObject({ da_thu_hoi: true, thong_bao_luc: '2026-11-20T02:15:00.000Z' });
    expect(recalled.thu_hoi.kiem_tra).toBe('/tinh-trang.json');
  });

  test('names the ten items in their order, without an address', () => {
    const { muc, so_muc_da_khai_bao } = lot('MATNG2345E').muoi_muc_bat_buoc;
    expect(muc.map(({ so }: { so: number }) => so)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(muc[3]).toMatchObject({ tinh_trang: 'da_khai_bao', noi_dung: null });
    expect(muc.filter(({ tinh_trang }: { tinh_trang: string }) => tinh_trang !== 'chua_khai_bao')).toHaveLength(
      so_muc_da_khai_bao,
    );
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
