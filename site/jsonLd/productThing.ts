/** Products as schema.org `Product`. A price where one is recorded, stars where a certificate is in force: nothing else is claimed. */
import { criteriaSet } from '#domain/criteriaSets.ts';
import type { Verdict, VerdictState } from '#domain/rules/verdict.ts';
import type { PublicProduct, PublicRecognition, PublicSalesPoint, PublicVariant } from '#domain/snapshot.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { wholeAddress } from '#site/openData/address.ts';
import { pathsOf } from '#site/paths.ts';
import { productStanding } from '#site/records/productStanding.ts';
import type { ProductView } from '#site/records/productView.ts';
import { saidIn } from '#site/records/told.ts';
import { isListed } from '#site/records/visible.ts';
import { byId } from '#site/snapshot.ts';
import { producerReference } from './producerThing.ts';
import { type Thing, thing } from './thing.ts';

const CURRENCY = 'VND';
const MOST_STARS = 5;
/** With these a certificate is known to be in force. */
const IN_FORCE: readonly VerdictState[] = ['valid', 'expiresSoon', 'pendingCentral'];

function certification(recognition: PublicRecognition, { stars, lastDay }: Verdict, name: string): Thing {
  const decision = byId('decisions', recognition.decision);
  return thing('Certification', {
    name,
    certificationIdentification: decision?.number,
    issuedBy:
      decision === undefined || decision.authority_name === ''
        ? undefined
        : thing('Organization', { name: decision.authority_name }),
    validFrom: recognition.issued_on,
    expires: lastDay ?? undefined,
    certificationStatus: 'https://schema.org/CertificationActive',
    certificationRating: thing('Rating', { ratingValue: stars ?? 0, bestRating: MOST_STARS }),
  });
}

function starsOf(
  product: PublicProduct,
  language: SiteLanguage,
): Partial<Record<'additionalProperty' | 'hasCertification', Thing>> {
  const { timeline, recognitions } = productStanding(product.id);
  const now = timeline[0]?.verdict;
  if (now === undefined || now.stars === null || !IN_FORCE.includes(now.state)) return {};
  const name = wordsOf(language).stars(now.stars);
  const recognition = recognitions[now.recognition ?? -1];
  const property = { propertyID: 'OCOP', name: 'OCOP', value: now.stars, maxValue: MOST_STARS, description: name };
  return {
    additionalProperty: thing('PropertyValue', property),
    ...(recognition === undefined ? {} : { hasCertification: certification(recognition, now, name) }),
  };
}

function referenceOffer(
  { net_contents, net_contents_en, gtin, reference_price, price_on }: PublicVariant,
  seller: Thing | undefined,
  language: SiteLanguage,
): Thing {
  return thing('Offer', {
    name: saidIn(language, net_contents, net_contents_en),
    gtin,
    price: reference_price,
    priceCurrency: CURRENCY,
    validFrom: price_on,
    seller,
  });
}

function postedOffers(point: PublicSalesPoint, product: PublicProduct, language: SiteLanguage): Thing[] {
  const posted = (point.prices ?? []).filter((each) => each.product === product.id && each.price > 0);
  const shop = wholeAddress(pathsOf(language).salesPoint(point.slug));
  return posted.map(({ price, on }) =>
    thing('Offer', {
      price,
      priceCurrency: CURRENCY,
      validFrom: on,
      availableAtOrFrom: thing('Store', { '@id': shop, name: saidIn(language, point.name, point.name_en), url: shop }),
    }),
  );
}

function offersOf({ product, producer, variants, salesPoints }: ProductView, language: SiteLanguage): Thing[] {
  const seller =
    producer === undefined ? undefined : { '@id': wholeAddress(pathsOf(language).producer(producer.slug)) };
  return [
    ...variants
      .filter(({ reference_price }) => reference_price > 0)
      .map((variant) => referenceOffer(variant, seller, language)),
    ...salesPoints.flatMap((point) => postedOffers(point, product, language)),
  ];
}

/** The product of a page; none for one withdrawn from the catalogue, whose page says only that. */
export function productThings(view: ProductView, language: SiteLanguage): Thing[] {
  const { product, producer, variants } = view;
  if (!isListed(product)) return [];
  const url = wholeAddress(pathsOf(language).product(product.slug));
  const set = criteriaSet(product.criteria_set);
  const gtins = variants.map(({ gtin }) => gtin).filter((gtin) => gtin !== '');
  const told = thing('Product', {
    '@id': url,
    url,
    name: saidIn(language, product.name, product.name_en),
    description: saidIn(language, product.description, product.description_en),
    image: product.pictures.map(({ path }) => wholeAddress(path)),
    category: set === undefined ? undefined : wordsOf(language).names.sets[set.number],
    brand: product.brand === '' ? undefined : thing('Brand', { name: product.brand }),
    manufacturer: producer === undefined ? undefined : producerReference(producer, language),
    productID: product.product_code,
    // Of several packs each offer names its own.
    gtin: gtins.length === 1 ? gtins[0] : undefined,
    offers: offersOf(view, language),
    ...starsOf(product, language),
  });
  return [told];
}
