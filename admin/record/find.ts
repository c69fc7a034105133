/** Searches in collections, for lists and pickers. */
import type { CollectionName } from '#domain/nouns.ts';
import { type AnyRecord, listRecords, where } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import type { Find, Option } from '../ui/LookupField.tsx';
import { holdsWords, likePatterns, searchRank, searchWords } from './search.ts';

/** A filter that lets through all records whose fields may hold the words; empty for an empty text. */
export function searchFilter(fields: readonly string[], text: string): string {
  const conditions = likePatterns(text).map((pattern) =>
    // The dot-less client syntax has no lists: one condition a field.
    fields.map((field) => where(`${field}~{:pattern}`, { pattern })).join('||'),
  );
  return conditions.map((condition) => `(${condition})`).join('&&');
}

/** Several filters that must all hold. */
export function allOf(filters: readonly string[]): string {
  return filters
    .filter((filter) => filter !== '')
    .map((filter) => `(${filter})`)
    .join('&&');
}

function valueAt(record: AnyRecord, path: string): string {
  const [head = '', ...rest] = path.split('.');
  if (rest.length > 0) {
    const next = record.expand?.[head];
    return next === undefined || Array.isArray(next) ? '' : valueAt(next, rest.join('.'));
  }
  const value = record[head];
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

/** Whether a record really holds the words in one of the fields, marks considered. */
export function recordHolds(record: AnyRecord, fields: readonly string[], text: string): boolean {
  return holdsWords(fields.map((field) => valueAt(record, field)).join(' '), searchWords(text));
}

/** Relations that must be expanded so that the searched fields are at hand. */
export function searchExpand(fields: readonly string[]): string[] {
  return fields.filter((field) => field.includes('.')).map((field) => field.slice(0, field.lastIndexOf('.')));
}

/** All relations to expand, each once. */
export function joinExpand(...lists: (readonly string[])[]): string {
  return [...new Set(lists.flat())].filter(Boolean).join(',');
}

/** A record as it is offered for choosing. */
export function toOption(collection: CollectionName, record: AnyRecord): Option {
  const { title, detail } = presentations[collection];
  return { id: record.id, title: title(record) || record.id, detail: detail?.(record) ?? '' };
}

const OFFERED = 30;
const LOOKED_AT = 200;

/** A finder for the records of a collection; `filter` narrows it for good. */
export function finderFor(collection: CollectionName, filter = ''): Find {
  const { search, sort, expand = '' } = presentations[collection];
  return async (text) => {
    const page = await listRecords(collection, {
      perPage: text.trim() === '' ? OFFERED : LOOKED_AT,
      filter: allOf([filter, searchFilter(search, text)]),
      sort,
      expand: joinExpand(expand.split(','), searchExpand(search)),
    });
    const options = page.items
      .filter((record) => recordHolds(record, search, text))
      .map((record) => toOption(collection, record));
    const ranked = options.map((option) => ({ option, rank: searchRank(option.title, text) }));
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, OFFERED)
      .map(({ option }) => option);
  };
}
