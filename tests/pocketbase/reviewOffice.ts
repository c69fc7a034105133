/** An office with people of each role who change what is approved: what the tests of the review begin with. */
import type PocketBase from 'pocketbase';
import type { RecordModel } from 'pocketbase';
import { expect } from 'vitest';
import type { Proposal } from '#domain/proposal.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { sampleBodies, seedSample } from './sample.ts';

/** Who is there, and what they do. Stop `base` in `afterAll`. */
export interface ReviewOffice {
  base: FreshPocketBase;
  sample: Awaited<ReturnType<typeof seedSample>>;
  editor: PocketBase;
  approver: PocketBase;
  /** Of the sample's own producer. */
  producer: PocketBase;
  settings: (values: Record<string, unknown>) => Promise<unknown>;
  /** A product as it is, whoever may see it. */
  kept: (id: string) => Promise<RecordModel>;
  /** An approved product of the sample's producer. */
  newProduct: (fields?: Record<string, unknown>) => Promise<RecordModel>;
  proposalOf: (id: string) => Promise<Proposal>;
  revisions: (record: string) => Promise<RecordModel[]>;
}

/** Starts one. */
export async function openReviewOffice(): Promise<ReviewOffice> {
  const base = await freshPocketBase();
  const sample = await seedSample(base.superuser);
  const { superuser } = base;
  const [editor, approver, producer] = await Promise.all([
    base.signedIn('editor', { name: 'Cô Lan' }),
    base.signedIn('approver', { name: 'Anh Duyệt' }),
    base.signedIn('producer', { name: 'HTX', producer: sample.ids.producers }),
  ]);
  const body = () => ({ ...sampleBodies(sample.ids, '').products, state: 'approved' });
  return {
    base,
    sample,
    editor,
    approver,
    producer,
    settings: (values) => superuser.collection('site_settings').update(sample.ids.site_settings, values),
    kept: (id) => superuser.collection('products').getOne(id),
    newProduct: (fields = {}) => superuser.collection('products').create({ ...body(), ...fields }),
    proposalOf: (id) => superuser.collection('proposals').getOne<Proposal>(id),
    revisions: (record) =>
      superuser.collection('revisions').getFullList({ filter: `record = '${record}'`, sort: '@rowid' }),
  };
}

/** Proposes a change of a record as it was read. */
export function propose(by: PocketBase, record: RecordModel, values: Record<string, unknown>, more = {}) {
  const body = { collection: record.collectionName, record: record.id, version: record['version'], values, ...more };
  return by.send<{ id: string; state: string }>('/api/ocop/proposals', { method: 'POST', body });
}

/** Proposes to make a record that stands under the review of others. */
export function proposeNew(by: PocketBase, collection: string, values: Record<string, unknown>, more = {}) {
  const body = { deed: 'create', collection, values, ...more };
  return by.send<{ id: string; state: string }>('/api/ocop/proposals', { method: 'POST', body });
}

/** Proposes to remove one as it was read. */
export function proposeRemoval(by: PocketBase, record: RecordModel, more = {}) {
  const { collectionName: collection, id, version } = record;
  const body = { deed: 'remove', collection, record: id, version, ...more };
  return by.send<{ id: string; state: string }>('/api/ocop/proposals', { method: 'POST', body });
}

export const decide = (by: PocketBase, id: string, deed: 'approve' | 'refuse' | 'withdraw', body = {}) =>
  by.send<{ state: string }>(`/api/ocop/proposals/${id}/${deed}`, { method: 'POST', body });

/** A refusal with such words. */
export const refusal = (status: number, words: string) => ({
  status,
  response: { message: expect.stringContaining(words) },
});
