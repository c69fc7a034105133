import { CERTIFICATE_SCHEMES } from '#domain/certificate.ts';
import type { PublicCertificate } from '#domain/snapshot.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openName } from '../openName.ts';
import { openCertificates } from '../openRecords.ts';
import { recordById } from '../recordById.ts';
import { demonstrationColumn } from './shared.ts';

const column = columnsOf<PublicCertificate>();

/** Papers besides the OCOP certificate. */
export const certificates = describe<PublicCertificate>({
  name: 'chung-nhan',
  title: 'Chứng nhận khác',
  about: 'VietGAP, HACCP, hữu cơ, an toàn thực phẩm, chỉ dẫn địa lý… của cơ sở hoặc của từng sản phẩm.',
  rows: openCertificates,
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.id('co_so_ma', 'Mã cơ sở sản xuất', ({ producer }) => producer),
    column.text('co_so_ten', 'Tên cơ sở; cá nhân ghi là hộ sản xuất của xã', ({ producer: id }) => {
      const producer = recordById('producers', id);
      return producer && openName(producer);
    }),
    column.id('san_pham_ma', 'Mã sản phẩm; bỏ trống khi cấp cho cả cơ sở', ({ product }) => product),
    column.text('san_pham_ten', 'Tên sản phẩm', ({ product }) => recordById('products', product)?.name),
    ...column.code('loai', 'Loại chứng nhận', CERTIFICATE_SCHEMES, ({ scheme }) => scheme),
    column.text('ten_khac', 'Tên chứng nhận, khi là loại khác', ({ scheme_name }) => scheme_name),
    column.text('so', 'Số', ({ number }) => number),
    column.text('noi_cap', 'Nơi cấp', ({ issuer }) => issuer),
    column.text('pham_vi', 'Phạm vi', ({ scope }) => scope),
    column.decimal('dien_tich', 'Diện tích', 'ha', ({ area_ha }) => area_ha),
    column.day('ngay_cap', 'Ngày cấp', ({ issued_on }) => issued_on),
    column.day('co_gia_tri_den', 'Có giá trị đến hết ngày', ({ expires_on }) => expires_on),
    demonstrationColumn(({ demonstration }) => demonstration),
  ],
});
