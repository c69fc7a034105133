import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asText,
  type ColourRole,
  colourProblem,
  contrast,
  contrastOn,
  DARK_PAPERS,
  LIGHT_PAPERS,
  onDarkPaper,
} from '#domain/rules/colour.ts';
import { siteSettings } from '#domain/siteSettings.ts';
import { times } from '#tests/support/cases.ts';

const ROLES: readonly ColourRole[] = ['son', 'cham', 'dong', 'hoe'];
const TOKENS = readFileSync('site/styles/tokens.css', 'utf8');
/** Values of a token in the order of the file: light, dark. */
const token = (name: string) =>
  [...TOKENS.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, hex]) => hex ?? '');
const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  // From the definition's own worked examples.
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#1f4468', '#fbf8f1')).toBeCloseTo(contrast('#fbf8f1', '#1f4468'), 10);
});

test('the papers are those of the stylesheet', () => {
  expect([token('paper'), token('paper-2')]).toEqual([
    [LIGHT_PAPERS[0], DARK_PAPERS[0]],
    [LIGHT_PAPERS[1], DARK_PAPERS[1]],
  ]);
});

test('the project’s own colours are good enough for any province', () => {
  expect(ROLES.map((role) => colourProblem(role, token(role)[0] ?? ''))).toEqual(['', '', '', '']);
});

describe('a colour that cannot be read is refused in words', () => {
  test.each([
    ['son', '#e8553a', 'nền giấy sáng chỉ 3,1:1'],
    ['cham', '#6aa0d8', 'nền giấy sáng chỉ 2,3:1'],
    ['dong', '#7ccba3', 'nền giấy sáng chỉ 1,6:1'],
    ['hoe', '#f0c040', 'tương phản 1,4:1'],
  ] as const)('%s %s', (role, value, words) => {
    expect(colourProblem(role, value)).toContain(words);
    const { error } = siteSettings.schema.shape[`colour_${role}`].safeParse(value);
    expect(error?.issues[0]?.message).toBe(colourProblem(role, value));
  });

  test('what is no colour at all too; an empty one keeps the project’s', () => {
    const field = siteSettings.schema.shape.colour_son;
    expect(field.safeParse('red').error?.issues[0]?.message).toContain('#a9271c');
    expect(field.safeParse('').success).toBe(true);
  });
});

test('whatever is accepted can be read on light and on dark paper, and on buttons', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(...ROLES), (value, role) => {
      fc.pre(colourProblem(role, value) === '');
      const dark = onDarkPaper(value);
      expect(contrastOn(DARK_PAPERS, dark)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOn(LIGHT_PAPERS, role === 'hoe' ? asText(value) : value)).toBeGreaterThanOrEqual(4.5);
      if (role === 'son') {
        expect(contrast(value, token('on-son')[0] ?? '')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, token('on-son')[1] ?? '')).toBeGreaterThanOrEqual(4.5);
      }
    }),
    times(2_000),
  );
});
