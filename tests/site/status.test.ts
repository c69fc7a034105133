import { describe, expect, test } from 'vitest';
import { type RecognitionFacts, verdictTimeline } from '#domain/rules/verdict.ts';
import { verdictWords } from '#domain/verdictWords.ts';
import { vi } from '#site/i18n/vi.ts';
import {
  encodeStatus,
  hasStarsInForce,
  laterStatuses,
  PRODUCT_STATES,
  statusNow,
  statusOn,
} from '#site/records/status.ts';
import { statusLabel, statusTurns } from '#site/records/statusLabel.ts';

const NONE: RecognitionFacts = {
  stars: 4,
  pendingCentral: false,
  issuedOn: '',
  expiresOn: '',
  refiledOn: '',
  revokedOn: '',
  superseded: false,
};
const encoded = (today: string, ...recognitions: Partial<RecognitionFacts>[]) => {
  const facts = recognitions.map((each) => ({ ...NONE, ...each }));
  return encodeStatus(verdictTimeline(today, { recognitions: facts }, { grace: true, expiresSoonDays: 30 }), facts);
};

describe('the short form of a standing', () => {
  test.each([
    ['in force, its end known', ['2026-11-22', { issuedOn: '2025-03-14' }], 'valid.4.2025|2028-03-15:expired..2025'],
    [
      'nearly ended looks in force',
      ['2026-11-22', { issuedOn: '2023-12-10' }],
      'valid.4.2023|2026-12-11:expired..2023',
    ],
    ['ended', ['2026-11-22', { issuedOn: '2022-01-05' }], 'expired..2022'],
    ['withdrawn', ['2026-11-22', { issuedOn: '2025-03-14', revokedOn: '2026-09-10' }], 'revoked..2025'],
    ['a year alone', ['2026-11-22', { issuedOn: '2023' }], 'termUnknown.4.2023|2027-01-01:expired..2023'],
    ['nothing known', ['2026-11-22', {}], 'termUnknown.4'],
    ['no recognition', ['2026-11-22'], 'notRecognised.'],
    [
      'only proposed',
      ['2026-11-22', { stars: 4, pendingCentral: true, issuedOn: '2026-08-20' }],
      'pendingCentral..2026',
    ],
  ] as [string, Parameters<typeof encoded>, string][])('%s', (_, args, text) => {
    expect(encoded(...args)).toBe(text);
  });

  test('better news that is known beforehand waits for the next publishing', () => {
    const text = encoded('2026-11-22', { issuedOn: '2022-01-05' }, { issuedOn: '2026-12-01', stars: 5 });
    expect(laterStatuses(text).map(({ status }) => status.state)).toEqual(['expired']);
    expect(statusNow(text).state).toBe('expired');
  });

  test('holds until its day, turns on it, and a slow clock takes nothing back', () => {
    const text = 'valid.4.2025|2028-03-15:expired..2025';
    expect(statusOn(text, '1999-01-01')).toEqual({ state: 'valid', stars: 4, year: '2025' });
    expect(statusOn(text, '2028-03-14').state).toBe('valid');
    expect(statusOn(text, '2028-03-15')).toEqual({ state: 'expired', stars: null, year: '2025' });
  });

  test('refuses a state that a product cannot have', () => {
    expect(() => statusNow('recalled.4')).toThrow('recalled');
  });
});

describe('its words', () => {
  test.each([
    ['valid.5.2025', 'OCOP 5 sao', 5],
    ['pendingCentral.4.2025', 'OCOP 4 sao – đang đề nghị 5 sao', 4],
    ['pendingCentral..2026', 'Đang đề nghị 5 sao', 0],
    ['termUnknown.3.2023', 'OCOP 3 sao – công nhận năm 2023', 0],
    ['termUnknown.4', 'OCOP 4 sao – chưa rõ thời hạn', 0],
    ['inGrace..2023', 'Đang chờ đánh giá lại', 0],
    ['expired..2022', 'Giấy chứng nhận OCOP đã hết hạn', 0],
    ['revoked..2025', 'Đã bị thu hồi giấy chứng nhận', 0],
    ['notRecognised.', 'Chưa được công nhận sao OCOP', 0],
  ])('%s', (text, words, stars) => {
    expect(statusLabel(statusNow(text), vi)).toEqual({ text: words, stars });
  });

  test('are the verdict’s own headlines, but that a list does not say "in force" beside the stars', () => {
    for (const state of PRODUCT_STATES) {
      const { headline } = verdictWords(state, { stars: 4, issuedOn: '2023' });
      const { text } = statusLabel({ state, stars: 4, year: '2023' }, vi);
      expect(headline.replace(' – còn hiệu lực', ''), state).toBe(text);
    }
  });

  test('stars are drawn only with a certificate in force', () => {
    for (const state of PRODUCT_STATES) {
      expect(hasStarsInForce({ state, stars: 4, year: '' }), state).toBe(
        state === 'valid' || state === 'pendingCentral',
      );
    }
  });

  test('later turns travel with a card in words', () => {
    expect(statusTurns('valid.4.2025|2028-03-15:expired..2025', vi)).toEqual([
      ['2028-03-15', 'expired', 0, 'Giấy chứng nhận OCOP đã hết hạn'],
    ]);
  });
});
