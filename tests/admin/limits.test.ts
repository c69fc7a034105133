/** What a limited person is told and offered in the admin. */
import { describe, expect, test } from 'vitest';
import { may, mayUpdateRecord } from '#admin/access.ts';
import type { Person } from '#admin/api/heldSession.ts';
import { limitsFilter, limitsWords } from '#admin/limits/limits.ts';

const person = (limits: Partial<Person>): Person => ({
  id: 'a',
  name: 'A',
  email: '',
  producer: '',
  role: 'editor',
  communes: [],
  collections: [],
  ...limits,
});

describe('buttons', () => {
  test('of a trade department are those of fairs and sales points', () => {
    const trade = person({ collections: ['fairs', 'sales_points'] });
    expect(may(trade, 'create', 'products')).toBe(false);
    expect(may(trade, 'create', 'fairs')).toBe(true);
    expect(may(trade, 'see', 'products')).toBe(true);
    expect(mayUpdateRecord(trade, 'lots', { state: 'draft' })).toBe(false);
  });

  test('of a person of two communes leave out what belongs to no commune', () => {
    const local = person({ communes: ['x', 'y'], role: 'approver' });
    expect(may(local, 'create', 'decisions')).toBe(false);
    expect(may(local, 'create', 'recognitions')).toBe(true);
  });

  test('of a producer are its drafts’, and of nobody its own account’s', () => {
    const producer = person({ role: 'producer' });
    expect(mayUpdateRecord(producer, 'lots', { state: 'draft' })).toBe(true);
    expect(mayUpdateRecord(producer, 'lots', { state: 'active' })).toBe(false);
    expect(may(producer, 'see', 'communes')).toBe(false);
    expect(may(producer, 'update', 'users')).toBe(false);
  });
});

describe('what is offered to choose', () => {
  const local = person({ communes: ['x', 'y'] });
  test('lies within the person’s communes, whichever field leads there', () => {
    expect(limitsFilter(local, 'producers', 'commune')).toBe("id='x'||id='y'");
    expect(limitsFilter(local, 'lots', 'variant')).toBe("product.producer.commune='x'||product.producer.commune='y'");
  });
  test('is everything elsewhere, and for who has no limits', () => {
    expect(limitsFilter(local, 'trace_events', 'commune')).toBe('');
    expect(limitsFilter(person({}), 'producers', 'commune')).toBe('');
    expect(limitsFilter(person({ communes: ['x'], role: 'admin' }), 'producers', 'commune')).toBe('');
  });
});

test('words say what may be written, and that a record may not', () => {
  const about = { communes: 'Xã A', collections: '', isClosed: false, isOutside: false };
  expect(limitsWords(about)).toBe('Tài khoản này chỉ ghi bản ghi của Xã A.');
  expect(limitsWords({ ...about, isOutside: true })).toBe(
    'Tài khoản này chỉ ghi bản ghi của Xã A. Bản ghi này chỉ xem được.',
  );
  expect(limitsWords({ communes: '', collections: 'Hội chợ', isClosed: true, isOutside: true })).toBe(
    'Tài khoản này chỉ ghi loại Hội chợ. Loại bản ghi này chỉ xem được.',
  );
  expect(limitsWords({ communes: '', collections: 'Hội chợ', isClosed: false, isOutside: false })).toBe('');
});
