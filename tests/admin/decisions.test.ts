import { describe, expect, it } from 'vitest';
import { matchLines, readLines } from '#admin/decisions/pastedLines.ts';
import { type KnownRecognition, supersession } from '#admin/decisions/supersession.ts';

const products = [
  { id: 'honey', name: 'Mật ong hoa vải', producer: 'HTX Minh Họa 1' },
  { id: 'tea', name: 'Chè Hoà Bình', producer: 'Công ty Minh Họa 2' },
  { id: 'wine-1', name: 'Rượu nếp', producer: 'Hộ Minh Họa 4' },
  { id: 'wine-2', name: 'Rượu nếp', producer: 'HTX Ví Dụ' },
  { id: 'mut', name: 'Mứt', producer: 'HTX Ví Dụ' },
  { id: 'mut-2', name: 'Mút', producer: 'HTX Ví Dụ' },
];

const only = (text: string) => matchLines(readLines(text), products)[0];

describe('pasted lists', () => {
  it('reads the cells of a spreadsheet', () => {
    expect(readLines('1\tMật ong hoa vải\tHTX Minh Họa 1\t4 sao\t82,5\r\n\r\n')).toEqual([
      { name: 'Mật ong hoa vải', others: ['HTX Minh Họa 1'], stars: 4, score: 82.5 },
    ]);
  });

  it('reads a numbered list', () =>
    expect(readLines('12. Mứt\n13) Mút').map(({ name }) => name)).toEqual(['Mứt', 'Mút']));

  it('leaves numbers that belong to a name', () => expect(readLines('Mật ong 500 g')[0]?.name).toBe('Mật ong 500 g'));

  it.each([
    ['mật ong hoa vải', 'honey'],
    ['MAT ONG HOA VAI', 'honey'],
    ['Chè Hòa Bình', 'tea'],
    ['Rượu nếp\tHTX Ví Dụ', 'wine-2'],
    ['Rượu nếp\tHộ Minh Họa 4, xã Tam Tiến', 'wine-1'],
    ['Mứt', 'mut'],
    ['Mút', 'mut-2'],
  ])('%j means %s', (text, id) => expect(only(text)?.match?.id).toBe(id));

  it('does not choose between two makers of one name', () => {
    expect(only('Rượu nếp')?.match).toBeNull();
    expect(only('Rượu nếp')?.candidates.map(({ id }) => id)).toEqual(['wine-1', 'wine-2']);
  });

  it('does not choose between names that differ by marks alone', () => expect(only('mut')?.match).toBeNull());

  it('says what it does not find', () => expect(only('Mật ong rừng')).toMatchObject({ match: null, candidates: [] }));
});

describe('a new recognition takes the place of the running one', () => {
  const known = (id: string, values: Partial<KnownRecognition>): KnownRecognition => ({
    id,
    issued_on: '',
    superseded_by: '',
    revoked_on: '',
    pending_central: false,
    ...values,
  });
  const first = known('first', { issued_on: '2020', superseded_by: 'second' });
  const second = known('second', { issued_on: '2023-05-04' });

  it('ends the running one', () =>
    expect(supersession([first, second], { issued_on: '2026-03-01', pending_central: false })).toEqual({
      ended: ['second'],
      endedBy: '',
    }));

  it('ends one without a day, which is the oldest', () =>
    expect(supersession([known('old', {})], { issued_on: '2026', pending_central: false }).ended).toEqual(['old']));

  it('leaves a withdrawn certificate withdrawn', () => {
    const revoked = known('revoked', { issued_on: '2023', revoked_on: '2024-01-01' });
    expect(supersession([revoked], { issued_on: '2026', pending_central: false }).ended).toEqual([]);
  });

  it('ends nothing by a proposal', () =>
    expect(supersession([second], { issued_on: '2026', pending_central: true })).toEqual({ ended: [], endedBy: '' }));

  it('puts history before what came later', () =>
    expect(supersession([first, second], { issued_on: '2021-01-01', pending_central: false })).toEqual({
      ended: [],
      endedBy: 'second',
    }));
});
