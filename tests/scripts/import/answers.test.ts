/** Words typed beside questions become answers, and only where the question is what they were meant for. */
import { expect, test } from 'vitest';
import { type ImportAnswers, importAnswers } from '#domain/importAnswers.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import { settle } from '#scripts/import/plan/answers.ts';
import { communesOfSet } from './communes.ts';
import { csv, outcomes, whys } from './running.ts';
import { sheetOf } from './shared.ts';

const HEAD = 'Tên sản phẩm;Chủ thể;Sao;Ngày công nhận;Điện thoại';
const OFFICE = { communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };
const producers = [
  { id: 'p1', name: 'HTX Hảo Đạt', kind: 'cooperative', commune: '' },
  { id: 'p2', name: 'HTX An Bình', kind: 'cooperative', commune: '' },
];

async function asking(rows: readonly string[], existing = { producers }) {
  const mapped = mapSheet(await sheetOf(csv([HEAD, ...rows])), 'products');
  if (mapped === null) throw new Error('no heading');
  return (answers: ImportAnswers) => dryRun(mapped, { existing, ...OFFICE, answers });
}

test('an offer by its words or its number, another text, and nothing; each is told at its cell', async () => {
  const ask = await asking([
    'Chè;HTX Hào Đạt;3;1/2/2023;0912345678',
    'Mỳ;HTX Hào Đạt;9 sao;1/2/2023;123',
    'Nem;HTX Hào Đạt;3;1/2/23;0912345678',
  ]);
  expect(ask({}).counts.refused).toBe(3);
  const written = [
    { at: 'b2', value: ' htx hảo đạt ' },
    { at: 'C3', value: '4 sao' },
    { at: 'E3', value: '' },
    { at: '3:producer_match', value: 'Chủ thể mới' },
    { at: 'D4', value: '[0]' },
    { at: 'B4', value: 'HTX An Bình' },
  ];
  const { report, answers, idle } = settle(written, ask);
  expect(idle).toEqual([]);
  expect(report.rows.flatMap((row) => whys(row) ?? [])).toEqual([]);
  expect(outcomes(report)).toEqual(['created', 'created', 'created']);
  expect(report.unusedAnswers).toEqual([]);
  expect(importAnswers.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
  expect(answers['2:producer_match']).toEqual({ choose: 0, offer: 'HTX Hảo Đạt' });
  const told = report.rows.map((row) =>
    row.notes.flatMap(({ column, note, answered }) => (answered ? [[column, note]] : [])),
  );
  expect(told).toEqual(
    [
      [['B', 'Trả lời: “HTX Hảo Đạt”.']],
      [
        ['E', 'Trả lời: để trống.'],
        ['C', 'Trả lời: “4 sao”.'],
        ['B', 'Trả lời: “Chủ thể mới”.'],
      ],
      [
        ['B', 'Trả lời: “HTX An Bình”.'],
        ['D', 'Trả lời: “01/02/2023”.'],
      ],
    ].map((row) => expect.arrayContaining(row)),
  );
});

test('an answer may raise the next question of its row, which the next word answers', async () => {
  const ask = await asking(['Chè;123;3;1/2/2023;0912345678']);
  const written = [
    { at: 'B2', value: 'HTX Hào Đạt' },
    { at: 'B2', value: 'HTX Hảo Đạt' },
  ];
  const { report, answers } = settle(written, ask);
  expect(Object.keys(answers)).toEqual(['2:producer', '2:producer_match']);
  expect(outcomes(report)).toEqual(['created']);
});

test('words at no question are handed back with the reason, and change nothing', async () => {
  const ask = await asking(['Chè;HTX Hảo Đạt;3;1/2/2023;0912345678']);
  const { report, answers, idle } = settle(
    [
      { at: 'C2', value: '5' },
      { at: 'C99', value: '5' },
      { at: 'đâu đó', value: '5' },
    ],
    ask,
  );
  expect(answers).toEqual({});
  expect(idle.map(({ at, why }) => [at, why])).toEqual([
    ['C2', 'Không có câu hỏi ở đây.'],
    ['C99', 'Không có câu hỏi ở đây.'],
    ['đâu đó', 'Không hiểu vị trí: viết D12 (ô) hoặc 12:tên_câu_hỏi.'],
  ]);
  expect(outcomes(report)).toEqual(['created']);
});

test('an offer that has become another one since is asked about again, never taken', async () => {
  const row = ['Chè;HTX Hào Đạt;3;1/2/2023;0912345678'];
  const { answers } = settle([{ at: 'B2', value: 'HTX Hảo Đạt' }], await asking(row));
  const renamed = [{ id: 'p9', name: 'HTX Háo Đạt', kind: 'cooperative', commune: '' }];
  const report = (await asking(row, { producers: renamed }))(answers);
  expect(report.rows[0]?.problems[0]?.offers).toEqual(['HTX Háo Đạt', 'Chủ thể mới']);
  expect(report.unusedAnswers).toEqual(['2:producer_match']);
});

test('whatever is answered, a row that is refused says why', async () => {
  const ask = await asking([';;;;', ';HTX Hào Đạt;3;1/2/23;0912345678', 'Chè;HTX Hào Đạt;9;x;1']);
  const names = ['product_name', 'producer', 'stars', 'decided_on', 'phone', 'place', 'commune', 'producer_match'];
  for (const name of names)
    for (const answer of [{ empty: true }, { text: '' }, { text: 'x' }, { choose: 0 }, { choose: 99 }] as const) {
      const report = ask({ [`2:${name}`]: answer, [`3:${name}`]: answer });
      for (const row of report.rows) expect(row.problems.length > 0).toBe(row.outcome === 'refused');
    }
});

test('years that rise by one from row to row: one of the offers, or another day', async () => {
  const days = ['1/2/2020', '1/2/2021', '1/2/2022', '1/2/2023'];
  const ask = await asking(days.map((day, index) => `Chè ${index};HTX Hảo Đạt;3;${day};0912345678`));
  expect(ask({}).counts.refused).toBe(3);
  const { report } = settle(
    [
      { at: 'D3', value: 'Giữ 01/02/2021' },
      { at: 'D4', value: 'Như dòng 2: 01/02/2020' },
      { at: 'D5', value: '3/4/2023' },
    ],
    ask,
  );
  const issued = report.rows.map(
    (row) => row.records.flatMap(({ fields }) => fields).find(({ field }) => field === 'issued_on')?.new,
  );
  expect(issued).toEqual(['2020-02-01', '2021-02-01', '2020-02-01', '2023-04-03']);
});
