/** Producers: the list and one of them. */
import { formatNumber } from '../format.ts';

export const producers = {
  title: 'Cơ sở sản xuất',
  lead: 'Doanh nghiệp, hợp tác xã, tổ hợp tác, hộ và trang trại có sản phẩm trong danh mục.',
  description: (count: number, province: string) =>
    `${formatNumber(count, 'vi')} cơ sở sản xuất của chương trình OCOP tại ${province}, theo loại hình.`,
  count: (count: number) => `${formatNumber(count, 'vi')} sản phẩm`,
  recognised: (count: number) => `${formatNumber(count, 'vi')} có sao còn hiệu lực`,
};

export const producer = {
  kind: 'Loại hình',
  commune: 'Xã, phường',
  contact: 'Liên hệ',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  representative: 'Người đại diện',
  website: 'Trang web',
  channels: 'Kênh khác',
  call: 'Gọi',
  withheld: 'không công bố theo yêu cầu',
  person: 'Cơ sở là cá nhân; tên và liên hệ chỉ hiện khi người đó đồng ý.',
  recognised: 'Sản phẩm có sao OCOP còn hiệu lực',
  others: 'Sản phẩm khác',
  othersNote: 'Sao OCOP công nhận cho từng sản phẩm, không dùng chung cho cơ sở.',
  noProducts: 'Chưa có sản phẩm nào trong danh mục.',
  story: 'Giới thiệu',
  certificates: 'Chứng nhận',
  areas: 'Vùng trồng, nuôi được chứng nhận',
  areasLead: 'Theo chứng nhận còn hiệu lực; một thửa có thể nằm trong nhiều chứng nhận, nên không cộng.',
  fairs: 'Hội chợ đã tham gia',
  salesPoints: 'Điểm bán có hàng của cơ sở',
  description: (name: string, kind: string, commune: string, products: string) =>
    `${name}${kind === '' ? '' : `, ${kind.toLowerCase()}`}${commune === '' ? '' : ` tại ${commune}`}.${products === '' ? '' : ` Sản phẩm: ${products}.`}`,
};
