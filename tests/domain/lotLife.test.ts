/** What may become of a lot that has left its draft, as tables. */
import { describe, expect, test } from 'vitest';
import { correctionLine } from '#domain/lotCorrections.ts';
import {
  areCorrections,
  CORRECTABLE,
  correctedFields,
  LOT_FACTS,
  LOT_WORDS,
  lotStateProblem,
  reasonProblem,
  toldCorrections,
} from '#domain/rules/lotLife.ts';

const TODAY = '2026-12-01';
const REASON = 'Nhãn in sai, chưa giao cho ai';
const OUT = { state: 'withdrawn', withdrawn_on: '2026-11-30', withdrawal_reason: REASON };
const BACK = { state: 'active', withdrawn_on: '', withdrawal_reason: '' };

describe('which changes are corrections', () => {
  test.each(LOT_FACTS)('%s, once the lot has left its draft', (name) => {
    for (const state of ['active', 'recalled', 'withdrawn'])
      expect(correctedFields({ state }, { state }, [name]), state).toEqual([name]);
    expect(correctedFields({ state: 'draft' }, { state: 'active' }, [name])).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string[], string[]]>([
    ['withdrawing', { ...BACK }, OUT, ['state', 'withdrawn_on', 'withdrawal_reason'], []],
    ['recalling', { ...BACK }, { state: 'recalled' }, ['state', 'recalled_at', 'recall_reason'], []],
    ['lifting a recall', { state: 'recalled' }, { ...BACK }, ['state', 'recalled_at'], []],
    ['back into circulation', OUT, BACK, ['state', 'withdrawn_on', 'withdrawal_reason'], ['state']],
    ['other words of a withdrawal', OUT, OUT, ['withdrawal_reason'], ['withdrawal_reason']],
    ['stamps printed', BACK, BACK, ['stamps_printed', 'stamps_reason', 'recall_notice'], []],
  ])('%s', (_, before, after, changed, fields) => {
    expect(correctedFields(before, after, changed)).toEqual(fields);
  });
});

describe('from state to state', () => {
  const RECALLED_AFTER = { ...OUT, state: 'recalled' };
  test.each<[string, Record<string, unknown> | null, Record<string, unknown>, string | null]>([
    ['a draft is not withdrawn', { state: 'draft' }, OUT, LOT_WORDS.draft],
    ['a recall is lifted first', { state: 'recalled' }, OUT, LOT_WORDS.recalledFirst],
    ['a lot in circulation is', { state: 'active' }, OUT, null],
    ['a loader may bring one', null, OUT, null],
    ['back into circulation', OUT, BACK, null],
    ['recalled afterwards', OUT, RECALLED_AFTER, null],
    ['the recall lifted again', RECALLED_AFTER, OUT, null],
    ['not into circulation by way of a recall', RECALLED_AFTER, BACK, LOT_WORDS.staysWithdrawn],
    ['nor by emptying it while recalled', RECALLED_AFTER, { ...BACK, state: 'recalled' }, LOT_WORDS.needsReason],
    ['no reason', { state: 'active' }, { ...OUT, withdrawal_reason: ' ' }, LOT_WORDS.needsReason],
    ['no day', { state: 'active' }, { ...OUT, withdrawn_on: '' }, LOT_WORDS.day],
    ['only a month', { state: 'active' }, { ...OUT, withdrawn_on: '2026-11' }, LOT_WORDS.day],
    ['no such day', { state: 'active' }, { ...OUT, withdrawn_on: '2026-02-30' }, LOT_WORDS.day],
    ['today', { state: 'active' }, { ...OUT, withdrawn_on: TODAY }, null],
    ['tomorrow', { state: 'active' }, { ...OUT, withdrawn_on: '2026-12-02' }, LOT_WORDS.day],
    ['words without the state', { state: 'active' }, { ...OUT, state: 'active' }, LOT_WORDS.notWithdrawn],
    ['words in a draft', null, { ...OUT, state: 'draft' }, LOT_WORDS.notWithdrawn],
  ])('%s', (_, before, after, message) => {
    expect(lotStateProblem(before, after, TODAY)?.message ?? null).toBe(message);
  });
});

test.each<[string, string | null]>([
  ['', LOT_WORDS.needsReason],
  ['gõ nhầm', LOT_WORDS.needsReason],
  ['.'.repeat(40), LOT_WORDS.needsReason],
  ['Gõ nhầm ngày', null],
  ['a'.repeat(500), null],
  ['a'.repeat(501), LOT_WORDS.longReason],
])('a reason of %j', (reason, problem) => {
  expect(reasonProblem(reason)).toBe(problem);
});

test('the public is told day and fields, one line a day, never the reason', () => {
  const made = (day: string, ...fields: (typeof CORRECTABLE)[number][]) => ({ day, fields, reason: REASON });
  const all = [made('2026-12-01', 'use_by'), made('2026-11-02', 'areas'), made('2026-12-01', 'use_by', 'quantity')];
  expect(toldCorrections(all)).toEqual([
    { day: '2026-11-02', fields: ['areas'] },
    { day: '2026-12-01', fields: ['use_by', 'quantity'] },
  ]);
  expect(toldCorrections(null)).toEqual([]);
});

test.each<[unknown, boolean]>([
  [[{ day: TODAY, fields: ['use_by'], reason: REASON }], true],
  [[{ day: TODAY, fields: ['trace_code'], reason: REASON }], false],
  [[{ day: TODAY, fields: [], reason: REASON }], false],
  [[{ day: '2026', fields: ['use_by'], reason: REASON }], false],
  [[{ day: TODAY, fields: ['use_by'] }], false],
  [[null], false],
  [{}, false],
])('%j may be brought: %j', (value, may) => {
  expect(areCorrections(value)).toBe(may);
});

test('each fact has a name in both languages; one in two fields is named once', () => {
  for (const field of CORRECTABLE) {
    expect(correctionLine({ day: TODAY, fields: [field] })).toMatch(/^Đã sửa ngày 01\/12\/2026: [^_:]{4,}\.$/);
    expect(correctionLine({ day: TODAY, fields: [field] }, 'en')).toMatch(
      /^Corrected on 1 December 2026: [a-z -]{4,}\.$/,
    );
  }
  expect(correctionLine({ day: TODAY, fields: ['quantity', 'use_by', 'quantity_unit'] })).toBe(
    'Đã sửa ngày 01/12/2026: số lượng, hạn sử dụng.',
  );
});
