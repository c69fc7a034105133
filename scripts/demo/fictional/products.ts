import { basesOn, grantorsOf } from '#domain/rules/legalBasis.ts';
import { idOf, type NewRecord, type Plan } from '../plan.ts';
import type { Fictional } from './fixtures.ts';
import { type Setting, SHOWN, slugOf } from './setting.ts';

type Product = Fictional['products'][number];
type Decision = Fictional['decisions'][number];
type FictionalRecognition = NonNullable<Product['recognitions']>[number];

function recognitionId(product: string, index: number): string {
  return idOf('recognitions', `${product} ${index}`);
}

/** In the fixture a recognition names the decision of the one that took its place. */
function supersedingId(product: Product, decision: string | undefined): string {
  if (decision === undefined) return '';
  const index = (product.recognitions ?? []).findIndex((each) => each.decision === decision);
  if (index < 0) throw new Error(`${product.key}: no recognition by ${decision}`);
  return recognitionId(product.key, index);
}

/** Districts ended in 2025: what one decides in the fixture the province decides once the days have moved past that. */
function byWhoCould(decision: Decision): Decision {
  const isTooLate = grantorsOf(3, '', decision.decided_on ?? '')?.includes('district') === false;
  if (decision.authority !== 'district' || !isTooLate) return decision;
  return { ...decision, authority: 'province', authority_name: 'UBND tỉnh (minh họa)' };
}

/**
 * Days are counted from the day of loading, so what was in force moves under them: the basis that the fixture names where the decision
 * could rest on it, else the newest one under which it could grant these stars.
 */
function basisOf(recognition: FictionalRecognition, decision: Decision | undefined) {
  const { stars = 0, legal_basis: named = '' } = recognition;
  if (named === '') return '';
  const { decided_on: day = recognition.issued_on ?? '', authority = '' } = decision ?? {};
  const possible = basesOn(day).filter(
    (basis) => authority === '' || grantorsOf(stars, basis, day)?.includes(authority) !== false,
  );
  return possible.includes(named) ? named : (possible[0] ?? '');
}

/** The newest first: an older one points to the one that took its place, which must exist by then. */
function recognitionsOf(product: Product, decisions: Map<string, Decision>): NewRecord[] {
  const records = (product.recognitions ?? []).map((recognition, index) => {
    const decision = recognition.decision ?? '';
    const withdrawal = recognition.revocation_decision;
    return {
      ...recognition,
      id: recognitionId(product.key, index),
      product: idOf('products', product.key),
      decision: decision === '' ? '' : idOf('decisions', decision),
      legal_basis: basisOf(recognition, decisions.get(decision)),
      issued_on: recognition.issued_on ?? decisions.get(decision)?.decided_on ?? '',
      superseded_by: supersedingId(product, recognition.superseded_by),
      revocation_decision: withdrawal === undefined ? '' : idOf('decisions', withdrawal),
    };
  });
  return records.reverse();
}

function packsOf(product: Product): NewRecord[] {
  return (product.packs ?? []).map(({ key, ...fields }) => ({
    ...fields,
    id: idOf('pack_variants', `${product.key} ${key}`),
    product: idOf('products', product.key),
  }));
}

/** The fictional products with their packs, decisions and recognitions, and where they are sold on line. */
export function productsPlan({ fictional }: Setting): Plan {
  const decisions = new Map(fictional.decisions.map((decision) => [decision.key, byWhoCould(decision)]));
  const products = fictional.products.map(({ key, producer, picture, packs, recognitions, ...fields }) => ({
    ...fields,
    id: idOf('products', key),
    slug: slugOf(fields.name),
    producer: idOf('producers', producer),
    pictures: picture === undefined ? [] : [idOf('media', picture)],
    ...SHOWN,
  }));
  return {
    products,
    pack_variants: fictional.products.flatMap(packsOf),
    decisions: [...decisions.values()].map(({ key, ...fields }) => ({
      ...fields,
      id: idOf('decisions', key),
      demonstration: true,
    })),
    recognitions: fictional.products.flatMap((product) => recognitionsOf(product, decisions)),
  };
}

/** The fictional e-commerce floors and the shop pages on them. */
export function listingsPlan({ fictional }: Setting): Plan {
  const { platforms, listings } = fictional.listings;
  return {
    platforms: platforms.map(({ key, ...fields }) => ({ ...fields, id: idOf('platforms', key), demonstration: true })),
    listings: listings.map(({ product = '', platform = '', ...fields }) => ({
      ...fields,
      id: idOf('listings', `${product} ${platform}`),
      product: idOf('products', product),
      platform: idOf('platforms', platform),
      demonstration: true,
    })),
  };
}
