import { describe, expect, it } from 'vitest';
import { matchLines, readLines } from '#admin/decisions/pastedLines.ts';
import { caseOf, type Row, withCases } from '#admin/decisions/rows.ts';
import { resultOf } from '#admin/decisions/saveResult.ts';
import { startTerms, termErrors } from '#admin/decisions/terms.ts';
import { ownErrors } from '#admin/rounds/ownTerms.ts';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';

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

describe('what came of saving a decision', () => {
  it('tells each product that was saved whose place it took', () => {
    const saved = [
      { product: 'honey', ended: ['2025-03-14', ''] },
      { product: 'tea', ended: [] },
    ];
    const { isSaved, words, outcomes } = resultOf({ saved }, ['honey', 'tea']);
    expect([isSaved, words]).toEqual([true, 'Đã lưu 2/2 sản phẩm.']);
    expect(outcomes.get('honey')?.words).toBe('Đã lưu, thay lần 14/03/2025, lần trước');
    expect(outcomes.get('tea')?.words).toBe('Đã lưu');
  });

  it('tells only the wrong ones when nothing was saved', () => {
    const answer = { refused: { 1: 'Sai' }, message: 'Chưa lưu dòng nào.' };
    const { isSaved, outcomes } = resultOf(answer, ['honey', 'tea']);
    expect(isSaved).toBe(false);
    expect([...outcomes]).toEqual([['tea', { isSaved: false, words: 'Sai' }]]);
  });
});

describe('the case of a recognition', () => {
  const row = (id: string, more: Partial<Row> = {}): Row => ({
    product: { id, title: id },
    stars: 4,
    score: 0,
    case: null,
    ...more,
  });
  const common = { legal_basis: '', issued_on: '2026-06-01', expires_on: '', pending_central: false } as const;
  const past = { stars: 3, pendingCentral: false, issuedOn: '2023-06-01', revokedOn: '' };
  const histories = new Map([
    ['honey', [past]],
    ['tea', []],
  ]);
  const cases = (rows: Row[]) => withCases(rows, common, histories).map(caseOf);

  it('is proposed from what the product held before', () =>
    expect(cases([row('honey'), row('honey', { stars: 3 }), row('tea')])).toEqual([
      'upgrade',
      're_evaluation',
      'first',
    ]));

  it('is not proposed while stars or history are not known', () =>
    expect(cases([row('honey', { stars: 0 }), row('wine')])).toEqual(['', '']));

  it('stays what somebody chose, also when that is nothing', () =>
    expect(cases([row('honey', { case: 'first' }), row('honey', { case: '' })])).toEqual(['first', '']));
});

describe('on what recognitions rest', () => {
  it('starts from the day of the decision', () => {
    expect(startTerms('2026-08-01')).toEqual({ legal_basis: 'qd26_2026', issued_on: '2026-08-01', expires_on: '' });
    expect(startTerms('2024-08')).toMatchObject({ legal_basis: 'qd148', issued_on: '2024-08' });
    for (const day of ['', '1/8/20'])
      expect(startTerms(day)).toEqual({ legal_basis: '', issued_on: '', expires_on: '' });
  });

  it('is told at its field where the rules refuse it', () => {
    const terms = startTerms('2026-08-01');
    expect(termErrors(terms, '2026-08-01')).toEqual({});
    expect(termErrors({ ...terms, legal_basis: 'qd148', expires_on: '2026-07-31' }, '2026-08-01')).toEqual({
      legal_basis: PROBLEM_WORDS.basisNotInForce,
      expires_on: PROBLEM_WORDS.expiryBeforeIssue,
    });
    expect(termErrors({ ...terms, expires_on: '31/2/2028' }, '2026-08-01')['expires_on']).toContain('ngày/tháng/năm');
  });

  it('is told at a single recognition only where its own terms are wrong', () => {
    const wrong = { ...startTerms('2026-08-01'), legal_basis: 'qd148' as const };
    expect(ownErrors({ legal_basis: '', expires_on: '2028-01-01' }, wrong, '2026-08-01')).toEqual({});
    expect(ownErrors({ legal_basis: 'qd1048', expires_on: '2020' }, wrong, '2026-08-01')).toEqual({
      expires_on: PROBLEM_WORDS.expiryBeforeIssue,
    });
    expect(ownErrors({ legal_basis: 'qd148', expires_on: '' }, startTerms('2026-08-01'), '2026-08-01')).toEqual({
      legal_basis: PROBLEM_WORDS.basisNotInForce,
    });
  });
});
