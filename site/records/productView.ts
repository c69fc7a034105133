/** Everything that the page of one product tells, gathered from the snapshot by its slug. */
import { criteriaSet } from '#domain/criteriaSets.ts';
import type {
  PublicCertificate,
  PublicFair,
  PublicGrowingArea,
  PublicProducer,
  PublicProduct,
  PublicRecognition,
  PublicSalesPoint,
  PublicVariant,
} from '#domain/snapshot.ts';
import type { VerdictWords } from '#domain/verdictWords.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { pathsOf } from '#site/paths.ts';
import { byId, byKey, related } from '#site/snapshot.ts';
import { type Turn, verdictTurns } from '#site/trace/verdictTurns.ts';
import { type Entry, productsOfGroup, productsOfMaker } from './catalogue.ts';
import { facetAddress } from './facetPages.ts';
import { growingAreasOf } from './growingAreas.ts';
import { type OpenListing, openListings } from './openListings.ts';
import { productStanding } from './productStanding.ts';
import { isListed, isOpen } from './visible.ts';

/** Cards on a shelf of the page: one row on a wide screen. */
const ROW = 4;
/** No product stands in it: one whose set nobody stated has no neighbours. */
const NO_GROUP = -1;

export interface ProductView {
  product: PublicProduct;
  producer: PublicProducer | undefined;
  turns: Turn[];
  recognitions: PublicRecognition[];
  variants: PublicVariant[];
  certificates: PublicCertificate[];
  /** Land and packing houses whose codes hold. */
  growingAreas: PublicGrowingArea[];
  listings: OpenListing[];
  salesPoints: PublicSalesPoint[];
  fairs: PublicFair[];
  sameMaker: Entry[];
  related: Entry[];
  trail: { href: string; label: string }[];
  /** The product itself is made up. */
  demonstration: boolean;
  /** Something shown beside it is. */
  partFictional: boolean;
}

/** On the page of a product nobody asks about a code; one withdrawn from the catalogue says only that. */
function turnsOf(product: PublicProduct, language: SiteLanguage): Turn[] {
  const { recognitions, timeline } = productStanding(product.id);
  const { withdrawn, withdrawnFact, notRecognisedFact } = wordsOf(language).product;
  if (!isListed(product)) {
    const told = { state: 'notRecognised', headline: withdrawn, fact: withdrawnFact, advice: '' } as const;
    const panel: VerdictWords = { ...told, tone: 'quiet', icon: 'noStar' };
    return [{ from: timeline[0]?.from ?? '', words: panel, stars: null, lastDay: null, serverOnly: false }];
  }
  const turns = verdictTurns(timeline, recognitions, { hasPicture: product.pictures.length > 0 }, language);
  return turns.map((turn) => {
    const fact = turn.words.state === 'notRecognised' ? notRecognisedFact : turn.words.fact;
    // Stars are drawn only with a certificate known to be in force.
    const stars = turn.words.state === 'termUnknown' ? null : turn.stars;
    return { ...turn, stars, words: { ...turn.words, fact } };
  });
}

/** Papers of a product, and those that its maker holds for everything made there. */
export function papersOf(product: PublicProduct): PublicCertificate[] {
  const ofProducer = product.producer === '' ? [] : related('certificates', 'producer', product.producer);
  return [
    ...related('certificates', 'product', product.id),
    ...ofProducer.filter((certificate) => certificate.product === ''),
  ];
}

/** Other products of the same maker, and those nearest to it of other makers: of its set first, then of its group. */
function neighbours(product: PublicProduct): Pick<ProductView, 'sameMaker' | 'related'> {
  const ofOthers = productsOfGroup(criteriaSet(product.criteria_set)?.group ?? NO_GROUP).filter(
    ({ product: other }) => other.id !== product.id && (other.producer === '' || other.producer !== product.producer),
  );
  const isOfSet = (entry: Entry) => entry.product.criteria_set === product.criteria_set;
  return {
    sameMaker: productsOfMaker(product.producer)
      .filter((entry) => entry.product.id !== product.id)
      .slice(0, ROW),
    related: [...ofOthers.filter(isOfSet), ...ofOthers.filter((entry) => !isOfSet(entry))].slice(0, ROW),
  };
}

function trailOf(product: PublicProduct, language: SiteLanguage): ProductView['trail'] {
  const set = criteriaSet(product.criteria_set);
  const paths = pathsOf(language);
  const words = wordsOf(language);
  // The list of a product that was withdrawn may be empty, and then is not there.
  const href = facetAddress('group', String(set?.group), language);
  const group = set === undefined || href === '' ? [] : [{ href, label: words.names.groups[set.group] }];
  return [{ href: paths.products, label: words.nav.products }, ...group];
}

/** The view of a product's page; throws where the snapshot has none of that slug. */
export function productView(slug: string, language: SiteLanguage): ProductView {
  const product = byKey('products', slug);
  const salesPoints = related('sales_points', 'products', product.id).filter(
    (point) => isListed(point) && isOpen(point),
  );
  const fairs = related('fairs', 'products', product.id).filter(isListed);
  const growingAreas = growingAreasOf('products', product.id);
  const around = neighbours(product);
  const entries = [...around.sameMaker, ...around.related].map((entry) => entry.product);
  return {
    product,
    producer: byId('producers', product.producer),
    turns: turnsOf(product, language),
    recognitions: related('recognitions', 'product', product.id),
    variants: related('pack_variants', 'product', product.id),
    certificates: papersOf(product),
    growingAreas,
    listings: openListings(product),
    salesPoints,
    fairs,
    ...around,
    trail: trailOf(product, language),
    demonstration: product.demonstration,
    partFictional: [...salesPoints, ...fairs, ...growingAreas, ...entries].some(({ demonstration }) => demonstration),
  };
}
