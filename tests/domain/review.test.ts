import { describe, expect, it, test } from 'vitest';
import { ACCESS } from '#domain/access.ts';
import { fieldsOf } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import {
  type InnerDeed,
  mustPropose,
  mustProposeInner,
  PROPOSED_BY_PRODUCERS,
  type ReviewedSave,
} from '#domain/rules/review.ts';

const save = (changes: Partial<ReviewedSave>): ReviewedSave => ({
  role: 'editor',
  state: 'approved',
  fields: ['story'],
  nextState: 'approved',
  mustDiffer: false,
  ...changes,
});

describe('a save has to be proposed', () => {
  it.each(['approved', 'withdrawn'])('by whoever may not approve, of a record that is %s', (state) => {
    for (const role of ['editor', 'viewer', 'producer', ''])
      expect(mustPropose(save({ role, state, nextState: state }))).toBe(true);
  });
  it.each(['draft', 'waiting'])('never while the record is %s', (state) => {
    expect(mustPropose(save({ state, nextState: 'waiting' }))).toBe(false);
    expect(mustPropose(save({ state, nextState: state, mustDiffer: true }))).toBe(false);
  });
  it('by approvers only where two people must look', () => {
    for (const role of ['approver', 'admin']) {
      expect(mustPropose(save({ role }))).toBe(false);
      expect(mustPropose(save({ role, mustDiffer: true }))).toBe(true);
    }
  });
  it('but not to take something away from the public, and that alone', () => {
    const away = save({ role: 'approver', mustDiffer: true, fields: ['state'], nextState: 'withdrawn' });
    expect(mustPropose(away)).toBe(false);
    expect(mustPropose({ ...away, role: 'editor' })).toBe(true);
    expect(mustPropose({ ...away, fields: ['state', 'story'] })).toBe(true);
    expect(mustPropose({ ...away, state: 'withdrawn', nextState: 'approved' })).toBe(true);
  });
});

describe('a deed with what is shown with others has to be proposed', () => {
  const deed = (changes: Partial<InnerDeed>): InnerDeed => ({
    role: 'editor',
    states: ['approved'],
    mustDiffer: false,
    ...changes,
  });
  it.each(['approved', 'withdrawn'])('where one of those is %s', (state) => {
    expect(mustProposeInner(deed({ states: [state] }))).toBe(true);
    expect(mustProposeInner(deed({ states: ['draft', state] }))).toBe(true);
  });
  it('never where all are drafts, or there is none', () => {
    for (const states of [['draft'], ['waiting', 'draft'], []])
      for (const role of ['editor', 'approver', 'producer'])
        expect(mustProposeInner(deed({ role, states, mustDiffer: true }))).toBe(false);
  });
  it('by approvers only where two people must look', () => {
    for (const role of ['approver', 'admin']) {
      expect(mustProposeInner(deed({ role }))).toBe(false);
      expect(mustProposeInner(deed({ role, mustDiffer: true }))).toBe(true);
    }
  });
});

test('what stands under the review of others has none of its own, and leads to records that have one', () => {
  for (const [name, { reviewed = false, reviewedWith = [] }] of Object.entries(ACCESS)) {
    const shapes = new Map(fieldsOf(nouns[name as CollectionName]));
    expect(reviewed && reviewedWith.length > 0, name).toBe(false);
    for (const way of reviewedWith) {
      const to = shapes.get(way)?.to as CollectionName;
      expect(ACCESS[to].reviewed, `${name}.${way}`).toBe(true);
      expect(shapes.get(way)?.many ?? false).toBe(false);
    }
  }
});

test('what producers may propose are public texts of records under review', () => {
  for (const [collection, names] of Object.entries(PROPOSED_BY_PRODUCERS)) {
    const shapes = new Map(fieldsOf(nouns[collection as CollectionName]));
    expect(shapes.has('visible_from')).toBe(true);
    for (const name of names) {
      const shape = shapes.get(name);
      expect(['text', 'link'], name).toContain(shape?.kind);
      expect([shape?.secret ?? false, shape?.pattern], name).toEqual([false, undefined]);
    }
  }
});
