/** A list's state stands in its address, so that it can be shared and the back button returns to it. */
import type { CollectionName } from '#domain/nouns.ts';
import { presentPerson } from '../api/heldSession.ts';
import { type ListQuery, where } from '../api/records.ts';
import { today } from '../clock.ts';
import { presentations } from '../nouns.ts';
import { allOf, joinExpand, searchExpand, searchFilter } from './find.ts';
import { shapeOfField } from './schema.ts';

export const PAGE_SIZE = 50;
/** While searching one large page is asked for, of which what does not really match is left out. */
export const SEARCH_SIZE = 300;

/** Value of a filter for records of which nobody has said. */
export const NOT_STATED = '-';

/** The names of the address's values. */
export const QUERY = { text: 'q', sort: 'sap', page: 'trang', view: 'xem' } as const;

/** What a list is asked for, as read from its address. */
export interface ListState {
  text: string;
  sort: string;
  page: number;
  view: string;
  /** Field → chosen value. */
  filters: Readonly<Record<string, string>>;
}

export function readListState(collection: CollectionName, query: URLSearchParams): ListState {
  const { filters = [], sort } = presentations[collection];
  const chosen = filters.map((field) => [field, query.get(field) ?? ''] as const).filter(([, value]) => value !== '');
  return {
    text: query.get(QUERY.text) ?? '',
    sort: query.get(QUERY.sort) ?? sort,
    page: Math.max(1, Number(query.get(QUERY.page)) || 1),
    view: query.get(QUERY.view) ?? '',
    filters: Object.fromEntries(chosen),
  };
}

/** How PocketBase is asked whether a field is, or holds, an id: a list is kept as text, of which `=` and `?=` compare all. */
export function equals(collection: CollectionName, field: string): '=' | '~' {
  return shapeOfField(collection, field.split('.')[0] ?? '').many ? '~' : '=';
}

function fieldFilter(collection: CollectionName, field: string, value: string): string {
  const { kind } = shapeOfField(collection, field);
  if (value === NOT_STATED) return `${field}=''`;
  return where(`${field}${equals(collection, field)}{:value}`, { value: kind === 'number' ? Number(value) : value });
}

/** The columns that a sort looks at: a relation is sorted by the name of what it points to. */
export function sortKey(collection: CollectionName, column: string): string {
  if (column === '@title') return presentations[collection].titleSort;
  if (column === 'updated' || column === 'created') return column;
  const { kind, to } = shapeOfField(collection, column);
  return kind === 'relation' && to !== undefined
    ? `${column}.${presentations[to as CollectionName].titleSort}`
    : column;
}

/** The question to PocketBase. `scope` narrows the list for good, as below the record it belongs to. */
export function toListQuery(collection: CollectionName, state: ListState, scope = ''): ListQuery {
  const { search, expand = '', columns, views = [] } = presentations[collection];
  const isSearching = state.text.trim() !== '';
  const view = views.find((each) => each.key === state.view);
  const relations = columns.filter((column) => isRelationColumn(collection, column));
  return {
    page: isSearching ? 1 : state.page,
    perPage: isSearching ? SEARCH_SIZE : PAGE_SIZE,
    sort: `${state.sort},id`,
    filter: allOf([
      scope,
      view?.filter(today(), presentPerson()?.id ?? '') ?? '',
      ...Object.entries(state.filters).map(([field, value]) => fieldFilter(collection, field, value)),
      searchFilter(search, state.text),
    ]),
    expand: joinExpand(expand.split(','), relations, isSearching ? searchExpand(search) : []),
  };
}

function isRelationColumn(collection: CollectionName, column: string): boolean {
  if (column.startsWith('@') || column === 'updated' || column === 'created') return false;
  const { kind, many } = shapeOfField(collection, column);
  return kind === 'relation' && !many;
}
