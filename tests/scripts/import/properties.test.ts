/** Properties over generated cells: tens of thousands in each run, more by OCOP_CASES. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPartialDay } from '#domain/rules/day.ts';
import { earlierCode, earlierCodeAddress } from '#domain/rules/earlierCode.ts';
import { canonicalAddress } from '#domain/rules/served.ts';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import { readArea } from '#scripts/import/cells/readArea.ts';
import { readDay, readSpan } from '#scripts/import/cells/readDay.ts';
import { readDecision } from '#scripts/import/cells/readDecision.ts';
import { readEarlierCode } from '#scripts/import/cells/readEarlierCode.ts';
import { readGtin } from '#scripts/import/cells/readGtin.ts';
import type { Reading } from '#scripts/import/cells/reading.ts';
import { readLotNumber } from '#scripts/import/cells/readLotNumber.ts';
import { readPhone } from '#scripts/import/cells/readPhone.ts';
import { readProducer } from '#scripts/import/cells/readProducer.ts';
import { readProductName } from '#scripts/import/cells/readProductName.ts';
import { readAmount, readQuantities } from '#scripts/import/cells/readQuantities.ts';
import { readScheme } from '#scripts/import/cells/readScheme.ts';
import { readScore } from '#scripts/import/cells/readScore.ts';
import { readStars } from '#scripts/import/cells/readStars.ts';
import { readUrl } from '#scripts/import/cells/readUrl.ts';
import { readYesNo } from '#scripts/import/cells/readYesNo.ts';
import { readLine } from '#scripts/import/cells/text.ts';
import { parsePlace } from '#scripts/import/places/parsePlace.ts';
import { placeTable } from '#scripts/import/places/placeTable.ts';
import { readPlace } from '#scripts/import/places/readPlace.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';
import { communesOfSet } from './communes.ts';
import { cases, cell, pieces, TIMEOUT } from './generated.ts';

const communes = communesOfSet('bac-ninh');
const table = placeTable(communes, '24');
const placeOf = (cell: Cell) => readPlace(parsePlace(String(cell)), table);

const READERS: Readonly<Record<string, (cell: Cell) => Reading<unknown>>> = {
  readLine,
  readStars,
  readScore,
  readAmount,
  readQuantities,
  readDay,
  readSpan,
  readDecision,
  readProducer,
  readProductName,
  readPhone,
  readYesNo,
  placeOf,
  readAreaInHectares: (cell) => readArea(cell, 'Diện tích (ha)'),
  readArea: (cell) => readArea(cell, 'Diện tích'),
  readEarlierCode,
  readGtin,
  readLotNumber,
  readScheme,
  readUrl,
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  test('answers every cell, and says why when it asks or refuses', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(cell, (each) => {
        const reading = read(each);
        if (reading.status !== 'right') expect(reading.why).toMatch(/\p{L}{3}/u);
        if (reading.status === 'ask') for (const { label } of reading.candidates) expect(label).not.toBe('');
      }),
      cases(0.032),
    );
  });

  test('reads composed and decomposed text alike', { timeout: TIMEOUT }, () => {
    const shown = (reading: Reading<unknown>) => JSON.stringify(reading).normalize('NFC');
    fc.assert(
      fc.property(pieces, (each) => {
        expect(shown(read(each.normalize('NFD')))).toBe(shown(read(each.normalize('NFC'))));
      }),
      cases(0.012),
    );
  });
});

test('a day that is read exists', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(cell, (each) => {
      const reading = readDay(each);
      if (reading.status === 'right') expect(isPartialDay(reading.value)).toBe(true);
    }),
    cases(0.02),
  );
});

test('every day comes back from every way of writing it', { timeout: TIMEOUT }, () => {
  const written = fc.constantFrom<(day: string, month: string, year: string) => string>(
    (day, month, year) => `${day}/${month}/${year}`,
    (day, month, year) => `ngày ${Number(day)} tháng ${Number(month)} năm ${year}`,
    (day, month, year) => `${day}-${month}-${year}`,
    (day, month, year) => `${day}.${Number(month)}.${year}`,
    (day, month, year) => `Thứ hai, ${day}/${month}/${year} | 4:09:09 PM`,
    (day, month, year) => `${year}-${month}-${day}`,
  );
  const day = fc.date({ min: new Date('2013-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, written, (date, write) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', ofMonth = ''] = iso.split('-');
      expect(readDay(write(ofMonth, month, year))).toMatchObject({ status: 'right', value: iso });
    }),
    cases(0.02),
  );
});

test('a number written the Vietnamese way comes back', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
      const written = hundredths === 0 ? grouped : `${grouped},${String(hundredths).padStart(2, '0')}`;
      expect(readAmount(written)).toMatchObject({
        status: 'right',
        value: Number(`${whole}.${String(hundredths).padStart(2, '0')}`),
      });
    }),
    cases(0.02),
  );
});

test('a code that is taken can be looked up, and never looks like one of ours', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(fc.oneof(cell, fc.string({ unit: fc.constantFrom(...'ABCxyz0129.-_ /') })), (each) => {
      const reading = readEarlierCode(each);
      if (reading.status !== 'right') return;
      const path = earlierCodeAddress(reading.value);
      expect([canonicalAddress(path), isTraceCode(reading.value)]).toEqual([path, false]);
      expect(earlierCode(reading.value.toLowerCase())).toBe(reading.value);
    }),
    cases(0.05),
  );
});
