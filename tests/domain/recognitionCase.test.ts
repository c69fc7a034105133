import { expect, test } from 'vitest';
import { caseFromHistory, type EarlierRecognition } from '#domain/rules/recognitionCase.ts';

const past = (issuedOn: string, stars: number, more: Partial<EarlierRecognition> = {}): EarlierRecognition => ({
  issuedOn,
  stars,
  pendingCentral: false,
  revokedOn: '',
  ...more,
});
const now = { stars: 4, issuedOn: '2026-06-01' };

test.each([
  ['no history', [], 'first'],
  ['fewer stars before', [past('2023-06-01', 3)], 'upgrade'],
  ['as many stars before', [past('2023-06-01', 4)], 're_evaluation'],
  ['more stars before', [past('2023-06-01', 5)], 're_evaluation'],
  ['the last time counts', [past('2023-06-01', 4), past('2020', 3)], 're_evaluation'],
  ['what came later does not count', [past('2027-06-01', 5)], 'first'],
  ['a proposal is no recognition', [past('2025-06-01', 0, { pendingCentral: true })], 'first'],
  ['a year that may be before or after tells nothing', [past('2026', 3)], ''],
  ['no day tells nothing', [past('', 3)], ''],
  ['what was withdrawn tells nothing', [past('2023-06-01', 3, { revokedOn: '2025-01-01' })], ''],
] as const)('%s', (_, others, expected) => expect(caseFromHistory(now, others)).toBe(expected));
