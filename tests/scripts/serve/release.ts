/** A small release and the records behind it, for asking both servers. */
import type PocketBase from 'pocketbase';
import { withCheckSign } from '#domain/rules/traceCode.ts';

export const GTIN = '09521234543213';
export const CODE = withCheckSign('23456789A');

/** The host of the map's tiles. */
export const TILES = 'https://tiles.example:8443';

/** A page long enough that compression shows. */
export const page = (title: string) => `<!doctype html><title>${title}</title>${'<p>Mật ong Sơn Động</p>'.repeat(200)}`;

/** Writes the files of a release `r1`, by `put(file, text)`. */
export function putRelease(put: (file: string, text: string) => void): void {
  const pages = 'releases/r1/pages';
  put(`${pages}/index.html`, page('Trang đầu'));
  put(`${pages}/404.html`, page('Không có trang'));
  put(`${pages}/tra-cuu.html`, page('Tra cứu'));
  put(`${pages}/en.html`, page('Front'));
  put(`${pages}/en/404.html`, page('No page'));
  put(`${pages}/en/tra-cuu.html`, page('Look up'));
  put(`${pages}/en/san-pham/mat-ong.html`, page('Honey'));
  put(`${pages}/en/t/${CODE}.html`, page('Lot'));
  put(`${pages}/en/01/${GTIN}/10/L.1.html`, page('Lot by barcode'));
  put(`${pages}/san-pham.html`, page('Sản phẩm'));
  put(`${pages}/san-pham/mat-ong.html`, page('Mật ong'));
  put(`${pages}/diem-ban/cua-hang.html`, page('Cửa hàng'));
  for (const folder of ['', '/en']) put(`${pages}${folder}/hoi-cho/lich.ics`, `BEGIN:VCALENDAR${folder}`);
  put(`${pages}/tim-kiem.json`, '[]');
  put(`${pages}/sw.js`, 'self.addEventListener');
  put(`${pages}/t/${CODE}.html`, page('Lô'));
  put(`${pages}/t/${CODE}.json`, '{}');
  put(`${pages}/01/${GTIN}.html`, page('Gói'));
  put(`${pages}/01/${GTIN}/10/L.1.html`, page('Lô theo mã vạch'));
  put(`${pages}/01/${GTIN}/10/A.html`, page('Lô A'));
  put(`${pages}/san-pham/thu-hoi.html`, page('Cũ'));
  put('releases/r1/standing/san-pham/thu-hoi.html', page('Đã thay'));
  put('releases/r1/release.json', '{"secret":1}');
  put('releases/r1/snapshot.sqlite', 'secret');
}

/** Lots whose numbers no file name can carry: the database is asked for them. */
export async function makeLots(superuser: PocketBase): Promise<void> {
  await superuser.collection('site_settings').create({
    kind: 'real',
    province_code: '24',
    province: 'Bắc Ninh',
    office: 'Văn phòng OCOP',
    map_tiles: `${TILES}/{z}/{x}/{y}.png`,
  });
  const state = { state: 'approved' };
  const producer = await superuser
    .collection('producers')
    .create({ name: 'HTX Thử', slug: 'htx-thu', kind: 'cooperative', ...state });
  const product = await superuser
    .collection('products')
    .create({ name: 'Mật ong', slug: 'mat-ong', producer: producer.id, demonstration: true, ...state });
  const variant = await superuser
    .collection('pack_variants')
    .create({ product: product.id, net_contents: '500 g', gtin: GTIN.slice(1) });
  for (const lot_number of ['L/1', 'A/'])
    await superuser
      .collection('lots')
      .create({ variant: variant.id, lot_number, state: 'active', trace_code: lot_number === 'A/' ? '' : CODE });
}
