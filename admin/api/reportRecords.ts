/** Pages of records for reports, as the person who is signed in may see them. */
import type { AskPage } from '#domain/report/readKnown.ts';
import { pocketbase } from './client.ts';
import { orFailure } from './messages.ts';

export const askPage: AskPage = async (collection, { page, perPage, ...query }) => {
  const asked = pocketbase
    .collection(collection)
    .getList(page, perPage, { ...query, skipTotal: true, requestKey: null });
  return (await orFailure(asked)).items;
};
