import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { fieldsOf } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { storedText, storedValue, TEXT_PROBLEM_WORDS, textProblem, valueProblem } from '#domain/rules/plainText.ts';
import { HOSTILE, KEPT, REFUSED, TIDIED } from '#tests/support/hostile.ts';

test.each(KEPT.map(({ name, text }) => [name, text] as const))('%s is kept as it is', (_, text) => {
  expect(textProblem(text)).toBeNull();
  expect(storedText(text)).toBe(text);
});

test.each(TIDIED.map(({ name, text }) => [name, text] as const))('%s: nobody sees what goes', (_, text) => {
  expect(textProblem(text)).toBeNull();
  const stored = storedText(text);
  expect(stored).not.toBe(text);
  expect(stored).toBe(stored.normalize('NFC'));
  expect(storedText(stored)).toBe(stored);
});

test.each(REFUSED.map(({ name, text }) => [name, text] as const))('%s is refused', (_, text) => {
  expect(textProblem(text)).not.toBeNull();
});

test('Vietnamese, composed or not, is no flood of marks', () => {
  expect(textProblem('Nguyễn Thị Ước, xã Hoàng Hoa Thám'.normalize('NFD'))).toBeNull();
  expect(storedText('Hòa'.normalize('NFD'))).toBe('Hòa');
});

test('what stands inside a structure is judged as any text, and links in it as links', () => {
  expect(valueProblem([{ name: 'Zalo', url: 'https://zalo.example/1' }])).toBeNull();
  expect(valueProblem([{ name: 'Zalo', url: 'javascript:alert(1)' }])).toBe('linkNotWeb');
  expect(valueProblem([{ name: 'a\u0000', url: '' }])).toBe('controlSigns');
  expect(valueProblem({ 'a\u202eb': 1 })).toBe('directionSigns');
  expect(valueProblem([null, 7, true, []])).toBeNull();
  expect(storedValue([{ name: 'Mật\u200b', n: 1, no: null }])).toEqual([{ name: 'Mật', n: 1, no: null }]);
});

/** Every field that takes free words, of every noun there is. */
const wordFields = Object.values(nouns).flatMap((noun) =>
  fieldsOf(noun as never).flatMap(([name, shape]) =>
    shape.kind === 'text' && shape.pattern === undefined
      ? [{ field: `${noun.collection}.${name}`, shape, type: (noun.schema.shape as Record<string, z.ZodType>)[name] }]
      : [],
  ),
);

describe('forms and imports say the same of every field of words', () => {
  test.each(wordFields.map((each) => [each.field, each] as const))('%s', (_, { type, shape }) => {
    for (const { text, fate, name } of HOSTILE) {
      const said = type?.safeParse(text).error?.issues.map((issue) => issue.message) ?? [];
      const isTooLong = text.length > (shape.max ?? 0);
      if (fate !== 'refused') expect(said.length > 0, name).toBe(isTooLong);
      else if (!isTooLong) expect(Object.values(TEXT_PROBLEM_WORDS), name).toContain(said[0]);
      else expect(said, name).not.toEqual([]);
    }
  });
});
