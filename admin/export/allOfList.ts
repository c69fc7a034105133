/** Every record that a list shows, through all its pages, as the person may see them. */
import type { CollectionName } from '#domain/nouns.ts';
import { type AnyRecord, listRecords } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { joinExpand, recordHolds } from '../record/find.ts';
import { type ListState, toListQuery } from '../record/listQuery.ts';
import { exportedRelations } from './listSheet.ts';

const PAGE = 500;

/** Reads page after page; `onProgress` hears how many of how many. A record that moved to a later page meanwhile counts once. */
export async function allOfList(
  collection: CollectionName,
  state: ListState,
  onProgress: (read: number, of: number) => void,
): Promise<AnyRecord[]> {
  const { expand = '', ...query } = toListQuery(collection, state);
  const relations = joinExpand(expand.split(','), exportedRelations(collection));
  const found = new Map<string, AnyRecord>();
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await listRecords(collection, { ...query, expand: relations, page, perPage: PAGE });
    for (const record of answer.items) found.set(record.id, record);
    pages = answer.pages;
    onProgress(found.size, answer.total);
  }
  const records = [...found.values()];
  const { search } = presentations[collection];
  return state.text.trim() === '' ? records : records.filter((each) => recordHolds(each, search, state.text));
}
