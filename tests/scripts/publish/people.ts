/** Two households: what each agreed to decides what may be published of it. */
import sharp from 'sharp';
import type { FreshPocketBase } from '#tests/support/freshPocketBase.ts';

/** What the household that agreed to nothing must not be told by. */
export const SECRETS = {
  name: 'Hộ kinh doanh Vương Thị Mẫn Châu',
  phone: '0987 111 222',
  email: 'man.chau@hop-thu.example',
  address_as_printed: 'Số 17 ngõ Cây Gạo, xóm Bến Đò',
  representative: 'Lương Đình Khải Nguyên',
  tax_code: '024085009999',
};

/** A household that agreed to nothing, with product, pack and lot; then one that agreed to all. */
export async function addPeople({ superuser }: FreshPocketBase): Promise<void> {
  const commune = await superuser.collection('communes').getFirstListItem('name ~ "Yên Thế"');
  const picture = new FormData();
  const photo = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Artist: 'Vương Thị Mẫn Châu' }, IFD3: { GPSLatitude: '21/1 24/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  picture.set('file', new Blob([photo], { type: 'image/jpeg' }), 'nha.jpg');
  picture.set('alt', 'Người nuôi ong');
  const media = await superuser.collection('media').create(picture);
  for (const [id, agrees] of [
    ['hoimlang0000000', false],
    ['hodongy00000000', true],
  ] as const) {
    const own = agrees ? { name: 'Hộ Đặng Văn Thuận Hòa' } : { name: SECRETS.name, tax_code: SECRETS.tax_code };
    const producer = {
      id,
      kind: 'household',
      natural_person: true,
      commune: commune.id,
      state: 'approved',
      slug: `ho-${id.slice(2, 8)}`,
    };
    await superuser
      .collection('producers')
      .create({ ...producer, ...own, pictures: [media.id], point: { lon: 106.111111, lat: 21.444444 } });
    const { phone, email, address_as_printed, representative } = SECRETS;
    const contact = agrees
      ? {
          phone: '0911 333 444',
          phone_public: true,
          name_public: true,
          address_as_printed: 'Xóm Đồng Ích 9',
          address_public: true,
          consent_on: '2026',
          consent_form: 'giấy',
        }
      : { phone, email, address_as_printed, representative };
    await superuser.collection('producer_contacts').create({ producer: id, ...contact });
    const product = await superuser.collection('products').create({
      name: `Mật ong ${agrees ? 'đồng ý' : 'im lặng'}`,
      slug: `mat-ong-${id}`,
      producer: id,
      state: 'approved',
    });
    const variant = await superuser.collection('pack_variants').create({ product: product.id, net_contents: '500 g' });
    await superuser.collection('lots').create({
      id: `lot${id.slice(0, 12)}`,
      variant: variant.id,
      lot_number: 'L1',
      state: 'active',
      produced_on: '2026-10-01',
    });
  }
}
