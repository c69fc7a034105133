/** What the limits of a person's account mean for forms. PocketBase's rules are the law; these words and offers go before it. */
import { ACCESS } from '#domain/access.ts';
import type { CollectionName } from '#domain/nouns.ts';
import type { Person } from '../api/heldSession.ts';

/** PocketBase takes 3,500 characters of a filter; of more communes all are offered, and refused on saving. */
const MOST_COMMUNES = 40;

/** Whether limits count for what this person does with a collection: they do where the table of access says so, and some are set. */
export function isLimited({ role, communes, collections }: Person, collection: CollectionName): boolean {
  const { create, update } = ACCESS[collection];
  const counts = create[role] === 'limited' || update[role] === 'limited';
  return counts && communes.length + collections.length > 0;
}

/** A filter for a field that decides to which commune a record belongs: what lies within the person's communes. Empty where all may be. */
export function limitsFilter(person: Person, collection: CollectionName, field: string): string {
  const { communes } = person;
  const way = ACCESS[collection].commune?.find((each) => each.split('.')[0] === field);
  if (way === undefined || !isLimited(person, collection) || communes.length > MOST_COMMUNES) return '';
  const [, ...rest] = way.split('.');
  const end = rest.length === 0 ? 'id' : rest.join('.');
  return communes.map((commune) => `${end}='${commune}'`).join('||');
}

interface ToldLimits {
  /** Names, joined; empty where there is no such limit. */
  communes: string;
  collections: string;
  /** Whether the limits close all records of the kind, or this one. */
  isClosed: boolean;
  isOutside: boolean;
}

/** What a form says of a person's limits; empty where it goes without saying. */
export function limitsWords({ communes, collections, isClosed, isOutside }: ToldLimits): string {
  const all = [collections === '' ? '' : `loại ${collections}`, communes === '' ? '' : `bản ghi của ${communes}`];
  const own = `Tài khoản này chỉ ghi ${all.filter((each) => each !== '').join(', ')}`;
  if (isClosed) return `${own}. Loại bản ghi này chỉ xem được.`;
  if (isOutside) return `${own}. Bản ghi này chỉ xem được.`;
  return communes === '' ? '' : `${own}.`;
}
