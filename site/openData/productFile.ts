/** `/san-pham/{slug}.json`: everything open about one product. Rows are told as in the data sets, by the same columns. */
import type { PublicProduct, PublicRecognition } from '#domain/snapshot.ts';
import { wordsOf } from '#site/i18n/words.ts';
import { paths } from '#site/paths.ts';
import { productStanding } from '#site/records/productStanding.ts';
import { isListed } from '#site/records/visible.ts';
import { byKey, related } from '#site/snapshot.ts';
import { verdictTurns } from '#site/trace/verdictTurns.ts';
import { wholeAddress } from './address.ts';
import { LICENCE } from './licence.ts';
import { producerOf } from './openRecords.ts';
import { recordById } from './recordById.ts';
import { certificates } from './sets/certificates.ts';
import { decisions } from './sets/decisions.ts';
import { growingAreas } from './sets/growingAreas.ts';
import { listings } from './sets/listings.ts';
import { packs } from './sets/packs.ts';
import { producers } from './sets/producers.ts';
import { products } from './sets/products.ts';
import { recognitions } from './sets/recognitions.ts';
import { type OpenTurn, openTurns } from './verdictTurns.ts';

/** A recognition with its decisions in full. */
export function recognitionInFull(recognition: PublicRecognition) {
  const decision = recordById('decisions', recognition.decision);
  const revocation = recordById('decisions', recognition.revocation_decision);
  return {
    ...recognitions.recordOf(recognition),
    quyet_dinh: decision === undefined ? null : decisions.recordOf(decision),
    thu_hoi_quyet_dinh: revocation === undefined ? null : decisions.recordOf(revocation),
  };
}

/** The producer as open data tells it. */
export function producerInFull(product: PublicProduct) {
  const producer = producerOf(product);
  return producer === undefined ? null : producers.recordOf(producer);
}

/** Papers of the product and of its producer as such. */
export function certificatesInFull(product: PublicProduct) {
  const ofProducer = product.producer === '' ? [] : related('certificates', 'producer', product.producer);
  const own = related('certificates', 'product', product.id);
  return [...own, ...ofProducer.filter((each) => each.product === '')].map(certificates.recordOf);
}

function turnsOf(product: PublicProduct): OpenTurn[] {
  const words = wordsOf('vi').product;
  const { recognitions: own, timeline } = productStanding(product.id);
  const turns = verdictTurns(timeline, own, { hasPicture: false });
  // On a product nobody asked about a code.
  return openTurns(turns).map((turn) => ({
    ...turn,
    noi_dung: turn.ma === 'notRecognised' ? words.notRecognisedFact : turn.noi_dung,
    viec_can_lam: null,
  }));
}

function withdrawnTurn(): OpenTurn {
  const { withdrawn, withdrawnFact } = wordsOf('vi').product;
  const words = { tieu_de: withdrawn, noi_dung: withdrawnFact, viec_can_lam: null };
  return { tu_ngay: null, ma: 'withdrawn', sao: null, ...words };
}

function contentOf(product: PublicProduct) {
  // Its address answers for ever; it says no more than its page.
  if (!isListed(product)) {
    const { id, name, slug, demonstration } = product;
    const trang = wholeAddress(paths.product(slug));
    return { ma: id, ten: name, trang, minh_hoa: demonstration, tinh_trang: [withdrawnTurn()] };
  }
  return {
    ...products.recordOf(product),
    tinh_trang: turnsOf(product),
    cong_nhan: related('recognitions', 'product', product.id).map(recognitionInFull),
    co_so: producerInFull(product),
    quy_cach: related('pack_variants', 'product', product.id).map(packs.recordOf),
    chung_nhan: certificatesInFull(product),
    vung_trong: related('growing_areas', 'products', product.id).map(growingAreas.recordOf),
    gian_hang: related('listings', 'product', product.id).map(listings.recordOf),
  };
}

/** The text of a product's file; it holds no day of publishing, so an unchanged product gives an unchanged file. */
export function productFile(slug: string): string {
  const content = { giay_phep: LICENCE.url, ...contentOf(byKey('products', slug)) };
  return `${JSON.stringify(content, null, 1)}\n`;
}
