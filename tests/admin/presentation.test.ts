/** What the admin says of the nouns must fit their schemas: a field that nobody placed would never be seen. */
import { describe, expect, it } from 'vitest';
import { may } from '#admin/access.ts';
import { collectionOfPath, presentations, RAIL } from '#admin/nouns.ts';
import { type SiteState, standingOf } from '#admin/publishing/standing.ts';
import { formValues, schemaOf, shapesOf, valuesToSend } from '#admin/record/schema.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { PASSWORD_WORDS } from '#domain/rules/password.ts';

const collections = Object.keys(nouns) as CollectionName[];
const PROGRAM = ['version'];

describe.each(collections)('%s', (collection) => {
  const presentation = presentations[collection];
  const fields = [...shapesOf(collection).keys()];
  const placed = presentation.groups.flatMap((group) => group.fields);

  it('places every field once', () => {
    const all = [...placed, ...(presentation.hidden ?? []), ...PROGRAM];
    expect(fields.filter((field) => !all.includes(field))).toEqual([]);
    expect(new Set(placed).size).toBe(placed.length);
  });

  it('names only fields that there are', () => {
    const named = [
      ...placed,
      ...(presentation.hidden ?? []),
      ...(presentation.fixed ?? []),
      ...(presentation.filters ?? []),
      ...(presentation.moments ?? []),
      ...(presentation.markdown ?? []),
      ...(presentation.bulk ?? []),
      ...Object.keys(presentation.parts ?? {}),
      ...Object.keys(presentation.numbers ?? {}),
      ...presentation.columns.filter((column) => !column.startsWith('@') && !['updated', 'created'].includes(column)),
    ];
    expect(named.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('points related records at itself', () => {
    for (const { collection: other, field, columns } of presentation.related ?? []) {
      const [first = ''] = field.split('.');
      expect(shapesOf(other).get(first)?.kind).toBe('relation');
      expect(columns.filter((column) => column !== '@standing' && !shapesOf(other).has(column))).toEqual([]);
    }
  });

  it('gives the parts of every list of objects', () => {
    for (const field of placed)
      if (shapesOf(collection).get(field)?.kind === 'json' && field !== 'opening_hours')
        expect(presentation.parts?.[field]).toBeDefined();
  });

  it('has an address of its own', () => expect(collectionOfPath(presentation.path)).toBe(collection));

  it('opens an empty form that only lacks what must be filled in', () => {
    const { error } = schemaOf(collection).safeParse(formValues(collection, presentation.start ?? {}));
    for (const { path } of error?.issues ?? []) {
      const shape = shapesOf(collection).get(String(path[0]));
      expect(shape?.required, String(path[0])).toBe(true);
    }
  });
});

describe('the rail', () => {
  it('names collections once', () => {
    const all = RAIL.flatMap((group) => group.collections);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what a role is offered', () => {
  it('gives a viewer nothing to write', () => {
    for (const collection of collections)
      for (const deed of ['create', 'update', 'remove'] as const) expect(may('viewer', deed, collection)).toBe(false);
  });
  it('keeps decisions from editors and settings from approvers', () => {
    expect(may('editor', 'create', 'recognitions')).toBe(false);
    expect(may('approver', 'create', 'recognitions')).toBe(true);
    expect(may('approver', 'update', 'site_settings')).toBe(false);
    expect(may('editor', 'create', 'releases')).toBe(false);
  });
});

describe('what is sent', () => {
  const before = { name: 'a', slug: 'a', pictures: ['1'], version: 3 };
  it('is only what was changed', () => {
    const after = { name: 'b', slug: 'a', pictures: ['1'], version: 3 };
    expect(valuesToSend('products', before, after)).toEqual({ name: 'b' });
  });
  it('carries no empty password', () => {
    expect(valuesToSend('users', null, { name: 'a', password: '' })).toEqual({ name: 'a' });
    expect(valuesToSend('users', null, { password: 'bi-mat-moi' })).toEqual({
      password: 'bi-mat-moi',
      passwordConfirm: 'bi-mat-moi',
    });
  });
});

describe("a person's form", () => {
  const person = { ...formValues('users', {}), role: 'editor', email: 'hoangvanthai@ocop.example', name: 'Bưởi' };
  it.each([
    ['', undefined],
    ['gạo nếp Tú Lệ', undefined],
    ['12345678', PASSWORD_WORDS.short],
    ['1234567890', PASSWORD_WORDS.plain],
    ['hoangvanthai88', PASSWORD_WORDS.known],
  ])('with the password "%s" says at its field: %s', (password, words) => {
    const issues = schemaOf('users').safeParse({ ...person, password }).error?.issues ?? [];
    expect(issues.find(({ path }) => path[0] === 'password')?.message).toBe(words);
  });

  it('says what is wrong with the password beside what is wrong elsewhere', () => {
    const issues = schemaOf('users').safeParse({ ...person, role: '', password: '12345678' }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0]).sort()).toEqual(['password', 'role']);
  });
});

describe('the state of a record', () => {
  const site = { liveSince: '2026-11-20 00:00:00.000Z', runningSince: null, failedSince: null };
  const old = { updated: '2026-11-19 00:00:00.000Z', state: 'approved', visible_from: '', visible_until: '' };
  const fresh = { ...old, updated: '2026-11-21 00:00:00.000Z' };
  const words = (record: typeof old, state: SiteState = site) => standingOf(record, true, state, '2026-11-22').words;
  it('is told in the words of the design', () => {
    expect(words(old)).toBe('Đang hiển thị');
    expect(words(fresh)).toBe('Chưa đăng');
    expect(words(fresh, { ...site, runningSince: '' })).toBe('Đang đăng…');
    expect(words(fresh, { ...site, failedSince: '2026-11-22 00:00:00.000Z' })).toBe('Đăng lỗi – xem lý do');
    expect(words(fresh, { ...site, failedSince: '2026-11-20 12:00:00.000Z' })).toBe('Chưa đăng');
    expect(words({ ...old, state: 'draft' })).toBe('Bản nháp');
    expect(words({ ...old, state: 'waiting' })).toBe('Chờ duyệt');
    expect(words({ ...old, visible_from: '2026-12-01' })).toBe('Hẹn đăng 01/12/2026');
    expect(words(old, { ...site, liveSince: '' })).toBe('Chưa đăng');
  });
});
