/** `/chu-the/{slug}.json`: everything open about one producer. Rows are told as in the data sets, by the same columns. */
import type { PublicProducer } from '#domain/snapshot.ts';
import { wordsOf } from '#site/i18n/words.ts';
import { paths } from '#site/paths.ts';
import { productsOfMaker } from '#site/records/catalogue.ts';
import { isListed } from '#site/records/visible.ts';
import { byKey, related } from '#site/snapshot.ts';
import { wholeAddress } from './address.ts';
import { LICENCE } from './licence.ts';
import { openName } from './openName.ts';
import { recordById } from './recordById.ts';
import { certificates } from './sets/certificates.ts';
import { growingAreas } from './sets/growingAreas.ts';
import { producers } from './sets/producers.ts';
import { products } from './sets/products.ts';

/** Papers of the producer, and of those of its products that lists show. */
function papersOf({ id }: PublicProducer) {
  const isOpen = (product: string) =>
    product === '' || isListed(recordById('products', product) ?? { state: 'withdrawn' });
  return related('certificates', 'producer', id)
    .filter(({ product }) => isOpen(product))
    .map(certificates.recordOf);
}

function contentOf(producer: PublicProducer) {
  // Its address answers for ever; it says no more than its page.
  if (!isListed(producer)) {
    const { id, slug, demonstration } = producer;
    const trang = wholeAddress(paths.producer(slug));
    return {
      ma: id,
      ten: openName(producer),
      trang,
      minh_hoa: demonstration,
      ghi_chu: wordsOf('vi').product.withdrawn,
    };
  }
  return {
    ...producers.recordOf(producer),
    san_pham: productsOfMaker(producer.id).map(({ product }) => products.recordOf(product)),
    chung_nhan: papersOf(producer),
    vung_trong: related('growing_areas', 'producers', producer.id).map(growingAreas.recordOf),
  };
}

/** The text of a producer's file; it holds no day of publishing, so an unchanged producer gives an unchanged file. */
export function producerFile(slug: string): string {
  const content = { giay_phep: LICENCE.url, ...contentOf(byKey('producers', slug)) };
  return `${JSON.stringify(content, null, 1)}\n`;
}
