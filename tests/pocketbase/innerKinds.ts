/** The kinds of records that stand under the review of others, each with an owner that the public sees and one that is a draft. */
import type { CollectionName } from '#domain/nouns.ts';
import type { ReviewOffice } from './reviewOffice.ts';
import { sampleBodies } from './sample.ts';

export interface InnerKind {
  collection: CollectionName;
  /** The relation to its owner. */
  way: string;
  /** Owners' ids. */
  approved: string;
  draft: string;
  /** A new record of that owner. */
  body: (owner: string) => Record<string, unknown>;
  change: Record<string, unknown>;
}

/** Makes the owners. */
export async function innerKinds({ base, sample, newProduct }: ReviewOffice): Promise<InnerKind[]> {
  const { superuser } = base;
  const [approved, draft] = [await newProduct(), await newProduct({ state: 'draft' })];
  const producer = () => sampleBodies(sample.ids, '').producers as Record<string, unknown>;
  const [seenMaker, draftMaker] = await Promise.all([
    superuser.collection('producers').create({ ...producer(), state: 'approved' }),
    superuser.collection('producers').create(producer()),
  ]);
  const products = { way: 'product', approved: approved.id, draft: draft.id };
  const bodyOf = (collection: 'pack_variants' | 'listings') => (product: string) => ({
    ...(sampleBodies(sample.ids, '')[collection] as Record<string, unknown>),
    product,
  });
  return [
    {
      ...products,
      collection: 'pack_variants',
      body: bodyOf('pack_variants'),
      change: { reference_price: 1000 },
    },
    {
      ...products,
      collection: 'certificates',
      body: (product) => ({ scheme: 'vietgap', product }),
      change: { scope: 'Khác' },
    },
    {
      collection: 'certificates',
      way: 'producer',
      approved: seenMaker.id,
      draft: draftMaker.id,
      body: (owner) => ({ scheme: 'vietgap', producer: owner }),
      change: { scope: 'Khác' },
    },
    { ...products, collection: 'listings', body: bodyOf('listings'), change: { listed_on: '2026' } },
  ];
}
