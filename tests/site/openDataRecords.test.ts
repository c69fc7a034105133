/** The files of one product, one producer and one lot, for other programs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesFrom, removeSnapshots } from './openDataFiles.ts';
import { openDataRecords } from './openDataFixture.ts';

afterAll(removeSnapshots);

let files = new Map<string, string>();
beforeAll(async () => {
  files = await filesFrom(openDataRecords());
});

function textOf(address: string): string {
  const text = files.get(address);
  if (text === undefined) throw new Error(`no file ${address}`);
  return text;
}

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

  test('of a person who consented names the household only', () => {
    expect(product('ruou-nep-cai-hoa-vang-minh-hoa').co_so).toMatchObject({
      ten: 'Hộ sản xuất, xã Nhã Nam',
      la_ca_nhan: true,
    });
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

describe('one producer', () => {
  const producer = (slug: string) => JSON.parse(textOf(`/chu-the/${slug}.json`));

  test('tells products, papers, and land with its codes', () => {
    const { ten, san_pham, chung_nhan, vung_trong } = producer('htx-minh-hoa-1');
    expect(ten).toBe('HTX Minh Họa 1');
    expect(san_pham.map((each: Record<string, unknown>) => each['ten'])).toContain('Mật ong hoa vải Minh Họa');
    expect(chung_nhan).toHaveLength(3);
    expect(vung_trong.map((each: Record<string, unknown>) => [each['ma_so'], each['loai']])).toEqual([
      ['VN-MHOR-0009', 'domestic'],
      ['VN-MHOR-0017', 'export'],
      ['VN-MHPH-0004', 'packing_house'],
    ]);
  });

  test('who is a person has land without code and place, consented or not', () => {
    const { ten, vung_trong } = producer('ho-homhx400');
    expect(ten).toBe('Hộ sản xuất, xã Nhã Nam');
    expect(vung_trong).toHaveLength(1);
    expect(vung_trong[0]).toMatchObject({ ma_so: null, ten: null, kinh_do: null, dien_tich: 12.5 });
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

  test('of a person names the household, though the item is declared', () => {
    const item = lot('CHKET2345C').muoi_muc_bat_buoc.muc[2];
    expect(item).toMatchObject({ tinh_trang: 'da_khai_bao', noi_dung: 'Hộ sản xuất, xã Nhã Nam' });
  });

  test('past its use-by date says so from the next day on', () => {
    const { tinh_trang } = lot('SAPHH23453');
    expect(tinh_trang.map(({ tu_ngay, ma }: Record<string, unknown>) => [tu_ngay, ma])).toEqual([
      [null, 'valid'],
      ['2026-12-06', 'pastUseBy'],
    ]);
  });
});
