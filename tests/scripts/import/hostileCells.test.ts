/** Cells made to hang a reader or to reach further than they should: answered at once, as text or refused. */
import { expect, test } from 'vitest';
import { readArea } from '#scripts/import/cells/readArea.ts';
import { readDay, readSpan } from '#scripts/import/cells/readDay.ts';
import { readDecision } from '#scripts/import/cells/readDecision.ts';
import { readEarlierCode } from '#scripts/import/cells/readEarlierCode.ts';
import { readPhone } from '#scripts/import/cells/readPhone.ts';
import { readProducer } from '#scripts/import/cells/readProducer.ts';
import { readProductName } from '#scripts/import/cells/readProductName.ts';
import { readQuantities } from '#scripts/import/cells/readQuantities.ts';
import { readScheme } from '#scripts/import/cells/readScheme.ts';
import { readStars } from '#scripts/import/cells/readStars.ts';
import { readUrl } from '#scripts/import/cells/readUrl.ts';
import { readLine } from '#scripts/import/cells/text.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { LOOKS, type Looks, share } from '#scripts/import/heading/looks.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import { TARGETS, type TargetName } from '#scripts/import/targets/fields.ts';
import { communesOfSet } from './communes.ts';

const OFFICE = { existing: {}, communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };

/** Signs that no record may hold, as JSON shows them. */
const HIDDEN = /[\u200b\u202e\ufffd]|\\u000[0-8]/u;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  readLine: (text) => readLine(text, 32_767),
  readStars,
  readQuantities,
  readDay,
  readSpan,
  readDecision,
  readProducer,
  readProductName,
  readPhone,
  readUrl,
  readScheme,
  readEarlierCode,
  readArea: (text) => readArea(text, text),
  ...Object.fromEntries(Object.keys(LOOKS).map((looks) => [looks, (text: string) => share([text], looks as Looks)])),
};
const PATTERNS = [
  '@',
  '.',
  '1,',
  '1.',
  '- ',
  '("',
  '[',
  '/',
  'a-',
  'ngày ',
  'xã ',
  'thuộc ',
  '1/',
  '*',
  'QĐ-',
  ' ',
  '9',
  'Đ',
  '(2 sản phẩm',
  '1) ',
  'www.',
  '&a=',
  'à',
  '\u0300',
  'sao ',
  'Tp.',
  ', ',
];

test.each(Object.keys(READERS))('%s answers the longest cells at once', (name) => {
  for (const pattern of PATTERNS) {
    const text = pattern.repeat(Math.floor(32_767 / pattern.length));
    const start = performance.now();
    READERS[name]?.(text);
    READERS[name]?.(`${text}!`);
    // Quadratic ones take minutes; a busy machine takes tenths of a second.
    expect([pattern, performance.now() - start < 5_000]).toEqual([pattern, true]);
  }
});

test('a sheet of hostile cells under every heading is planned or refused row by row', () => {
  const hostile = [
    '=1+1',
    '<script>alert(1)</script>',
    '\u202egnp.exe',
    '\u200b\u200b',
    '\u0000',
    'x'.repeat(32_767),
    'xã , '.repeat(6_000),
    '@'.repeat(32_767),
    '../../etc/passwd',
    "'; DROP TABLE lots;--",
    '{{7*7}}',
    '\ufffd',
    '🏴‍☠️',
    '-1',
    'NaN',
    '1e309',
    '__proto__',
    'constructor',
  ];
  for (const target of Object.keys(TARGETS) as TargetName[]) {
    const fields = Object.values(TARGETS[target].fields);
    const cells = hostile.map((text) => fields.map(() => text));
    const sheet = {
      name: '',
      hidden: false,
      merges: [],
      rows: [fields.map(({ label }) => label), ...cells].map((each, index) => ({ number: index + 1, cells: each })),
    };
    const mapped = mapSheet(sheet, target, { heading: [1, 1], shift: 0 });
    if (mapped === null) throw new Error('no heading');
    const { counts, rows: told } = dryRun(mapped, OFFICE);
    expect(counts.created + counts.changed + counts.same + counts.refused).toBe(counts.rows);
    for (const row of told)
      for (const record of row.records)
        for (const { new: value } of record.fields) {
          expect(JSON.stringify(value)).not.toMatch(HIDDEN);
        }
  }
});
