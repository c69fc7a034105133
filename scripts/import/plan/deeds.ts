/** What an import would write that not everybody who may prepare it may write: recognitions, decisions, and what the public sees. */
import { ACCESS, type AccessPerson, grantOf } from '#domain/access.ts';
import type { ImportDeeds } from '#domain/importRun.ts';
import { nouns } from '#domain/nouns.ts';
import { LIMIT_WORDS } from '#domain/rules/limitWords.ts';
import { isApprover, isBeyondDraft } from '#domain/rules/review.ts';
import type { RecordChange, RowReport } from './report.ts';
import type { Existing, Imported, Rec } from './workingSet.ts';

/** A code of an earlier stamp system is the word of whoever writes what it leads to. */
function collectionOf({ collection, fields }: RecordChange): Imported {
  const leadsTo = fields.find(({ field }) => collection === 'addresses' && field === 'collection')?.new;
  return (leadsTo ?? collection) as Imported;
}

/** The ids of the records before the public, or once there, that a change concerns: an approver has to write it. */
export type ApprovedOf = (change: RecordChange) => readonly string[];

/**
 * Looks at the records as they were before the import: a change concerns the record itself, or, where its collection stands under the
 * review of others, those to which it belongs, as pb_hooks/innerReview.js has it.
 */
export function approvedAmong(existing: Existing): ApprovedOf {
  const approved = new Set<string>();
  const owners = new Map<string, Rec>();
  for (const [name, records = []] of Object.entries(existing)) {
    const { reviewed = false, reviewedWith } = ACCESS[name as Imported];
    for (const record of records) {
      if (reviewed && isBeyondDraft(String(record['state'] ?? ''))) approved.add(record.id);
      if (reviewedWith !== undefined) owners.set(record.id, record);
    }
  }
  return ({ collection, id, action, fields }) => {
    const ways = ACCESS[collection as Imported].reviewedWith;
    if (ways === undefined) return action === 'change' && approved.has(id) ? [id] : [];
    const set = fields.filter(({ field }) => ways.includes(field)).map((each) => each.new);
    const concerned = [...set, ...ways.map((way) => owners.get(id)?.[way])].map(String);
    return concerned.filter((owner) => approved.has(owner));
  };
}

/** What all rows together write. */
export function deedsOf(rows: readonly RowReport[], approvedOf: ApprovedOf): ImportDeeds {
  const seen = new Set<string>();
  const collections: Record<string, number> = {};
  const approved = new Set<string>();
  for (const change of rows.flatMap(({ records }) => records)) {
    for (const id of approvedOf(change)) approved.add(id);
    const key = `${change.collection} ${change.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const collection = collectionOf(change);
    collections[collection] = (collections[collection] ?? 0) + 1;
  }
  return { collections, approved: approved.size };
}

/** What of a row the person may prepare but an approver has to write, in words; empty where there is none. */
export function approverWords(person: AccessPerson, changes: readonly RecordChange[], approvedOf: ApprovedOf): string {
  if (isApprover(person.role)) return '';
  const closed = changes.map(collectionOf).filter((name) => grantOf(person, 'create', name) === undefined);
  const words = closed.map((name) => nouns[name].label.one.toLowerCase());
  if (changes.some((change) => approvedOf(change).length > 0)) words.push('bản ghi đã duyệt');
  return words.length === 0 ? '' : `${LIMIT_WORDS.needsApprover} (${[...new Set(words)].join(', ')})`;
}
