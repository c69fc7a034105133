/** The presentation of every noun, catalogue first. */
import type { CollectionName } from '#domain/nouns.ts';
import { catalogue } from './nouns/catalogue.ts';
import { evaluation } from './nouns/evaluation.ts';
import { ledgers } from './nouns/ledgers.ts';
import { market } from './nouns/market.ts';
import { programme } from './nouns/programme.ts';
import { recognition } from './nouns/recognition.ts';
import { texts } from './nouns/texts.ts';
import { trace } from './nouns/trace.ts';
import type { Presentation } from './presentation.ts';

export const presentations: Readonly<Record<CollectionName, Presentation>> = {
  ...catalogue,
  ...recognition,
  ...evaluation,
  ...trace,
  ...market,
  ...programme,
  ...texts,
  ...ledgers,
};

/** The left rail: group → collections in order. What is not here is reached from the record it belongs to. */
export const RAIL: readonly { title: string; collections: readonly CollectionName[] }[] = [
  { title: 'Danh mục', collections: ['products', 'producers', 'decisions', 'recognitions', 'certificates'] },
  { title: 'Đánh giá', collections: ['rounds', 'criteria'] },
  { title: 'Truy xuất', collections: ['lots', 'growing_areas'] },
  { title: 'Bán hàng', collections: ['sales_points', 'fairs', 'platforms'] },
  { title: 'Chỉ tiêu, hỗ trợ', collections: ['targets', 'supports', 'trainings'] },
  { title: 'Khác', collections: ['published_figures', 'pages', 'synonyms', 'communes', 'media'] },
  { title: 'Quản trị', collections: ['imports', 'site_settings', 'users', 'addresses', 'revisions'] },
];

const BY_PATH = new Map(
  Object.entries(presentations).map(([name, { path }]) => [path, name as CollectionName] as const),
);

/** The collection whose addresses begin with this segment. */
export function collectionOfPath(path: string): CollectionName | null {
  return BY_PATH.get(path) ?? null;
}
