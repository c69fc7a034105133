/** The table of access read as programs read it: limits, the rule texts made of it, its page. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACCESS, type AccessPerson, grantOf, isClosedTo, mayDo } from '#domain/access.ts';
import { ruleOf } from '#domain/accessRules.ts';
import { fieldsOf } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { isApprover } from '#domain/rules/review.ts';
import { ROLES, type Role } from '#domain/user.ts';
import { accessPage, cellOf } from '#scripts/access/page.ts';

const ALL = Object.keys(nouns) as CollectionName[];
const editor = (limits: Partial<AccessPerson> = {}): AccessPerson => ({
  role: 'editor',
  communes: [],
  collections: [],
  ...limits,
});

describe('limits', () => {
  test('of communes close what belongs to none, and nothing else', () => {
    expect(ALL.filter((name) => isClosedTo({ communes: ['a'], collections: [] }, name))).toEqual(
      ALL.filter((name) => ACCESS[name].commune === undefined),
    );
    expect(grantOf(editor({ communes: ['a'] }), 'create', 'products')).toBe('limited');
    expect(grantOf(editor({ communes: ['a'] }), 'create', 'pages')).toBeUndefined();
  });

  test('of collections close all but what goes with them', () => {
    const trade = editor({ collections: ['fairs', 'sales_points'] });
    const open = ALL.filter((name) => grantOf(trade, 'update', name) !== undefined);
    expect(open).toEqual(['sales_points', 'fairs', 'users']);
    expect(grantOf(trade, 'see', 'products')).toBe('all');
  });

  test('hold for no admin', () => {
    expect(grantOf({ role: 'admin', communes: ['a'], collections: ['fairs'] }, 'create', 'pages')).toBe('all');
  });
});

describe('the table', () => {
  test('names only fields and ways that are there', () => {
    for (const name of ALL) {
      const { writes = [], given = [], officeOnly = [], producer = [], commune = [], draft } = ACCESS[name];
      const fields = new Map(fieldsOf(nouns[name]));
      for (const field of [...writes, ...given, ...officeOnly])
        expect(fields.has(field), `${name}.${field}`).toBe(true);
      for (const way of [...producer, ...commune, ...(draft === undefined ? [] : [draft])])
        expect(leads(name, way), `${name}: ${way}`).toBe(true);
    }
  });

  test('lets no producer write what the office decides', () => {
    for (const name of ALL)
      for (const deed of ['create', 'update', 'remove'] as const) {
        const whose = ACCESS[name][deed].producer;
        if (whose !== undefined) expect([name, whose]).toEqual([name, name === 'users' ? 'self' : 'ownDraft']);
      }
    const free = [...(ACCESS.lots.writes ?? []), ...(ACCESS.trace_events.writes ?? [])];
    for (const field of ['state', 'stamps_printed', 'trace_code', 'demonstration', 'recall_reason', 'version'])
      expect(free).not.toContain(field);
  });
});

/** Whether a way leads from a collection over relations to a field. */
function leads(name: CollectionName, way: string): boolean {
  const [first = '', ...rest] = way.split('.');
  const back = /^(\w+)_via_(\w+)$/.exec(first);
  if (back !== null) return fieldsOf(nouns[back[1] as CollectionName]).some(([field]) => field === back[2]);
  const shape = fieldsOf(nouns[name]).find(([field]) => field === first)?.[1];
  if (first === 'id') return rest.length === 0;
  if (rest.length === 0) return shape !== undefined;
  return shape?.to !== undefined && leads(shape.to as CollectionName, rest.join('.'));
}

describe('rules', () => {
  test('are null where nobody may', () => {
    expect(ruleOf('addresses', 'create')).toBeNull();
    expect(ruleOf('media', 'remove')).toBeNull();
  });

  test('say role, limits, review and what programs give', () => {
    expect(ruleOf('communes', 'see')).toBe(
      "@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin' || @request.auth.role = 'producer'",
    );
    const fairs = ruleOf('fairs', 'update') ?? '';
    expect(fairs).toContain(`@request.auth.collections ~ '"fairs"'`);
    expect(fairs).toContain('@request.auth.communes ~ @request.body.commune');
    expect(fairs).toContain("(state != 'approved')");
    expect(ruleOf('lots', 'update')).toContain('@request.body.trace_code:changed = false');
  });
});

test('who approves is the same to the rules, which import no table', () => {
  for (const role of Object.keys(ROLES) as Role[]) expect(isApprover(role), role).toBe(mayDo(role, 'approve'));
  expect(isApprover('')).toBe(false);
});

describe('the page', () => {
  test('is up to date: node scripts/access.ts page', () => {
    expect(readFileSync(new URL('../../.docs/access.md', import.meta.url), 'utf8')).toBe(accessPage());
  });

  test('puts a role’s grants into words', () => {
    expect(cellOf('products', 'editor')).toBe('see; make, change within limits');
    expect(cellOf('lots', 'producer')).toBe('see own; make, change own drafts');
    expect(cellOf('decisions', 'producer')).toBe('–');
  });
});
