/** Every screen, on a phone and at a desk: accessible, Vietnamese, no sideways scrolling. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../support/chromium.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

let admin: AdminPages;
let asRole: AdminPages['asRole'];
const at = (path: string) => admin.at(path);

beforeAll(async () => {
  admin = await adminPages();
  ({ asRole } = admin);
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

describe('every screen', () => {
  const screens = [
    '',
    '/san-pham',
    '/san-pham/pmatong00000000',
    '/chu-the/htxminhhoa10000',
    '/quyet-dinh',
    '/quyet-dinh/d20250000000000',
    '/quyet-dinh/d20250000000000/cong-nhan',
    '/dot-danh-gia',
    '/dot-danh-gia/moi',
    '/ket-qua-danh-gia/moi',
    '/bo-tieu-chi',
    '/han-giay-chung-nhan',
    '/lo',
    '/lo/lmatong20000000',
    '/diem-ban/sbacgiang000000',
    '/hoi-cho/moi',
    '/dang',
    '/chuong-trinh',
    '/bao-cao',
    '/vung-trong/avaiminhhoa0000',
    '/tap-huan/moi',
    '/cho-duyet',
    '/lich-su',
    '/nhap-tu-tep',
    '/lich-su?xem=da-xoa',
    '/san-pham/pmatong00000000/lich-su',
    '/anh',
    '/thiet-lap',
    '/nguoi-dung/moi',
    '/khong-co',
  ];

  it.each(Object.keys(SCREENS) as (keyof typeof SCREENS)[])('is accessible and Vietnamese on a %s', async (size) => {
    const { page: other, context: own } = await asRole('admin', SCREENS[size]);
    for (const path of screens) {
      await other.goto(at(path));
      await other.getByRole('heading', { level: 1 }).waitFor();
      await other.waitForLoadState('networkidle');
      await looksRight(other, path);
    }
    await own.close();
  });
});
