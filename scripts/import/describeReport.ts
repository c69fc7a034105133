/** A dry run's report as a person reads it in a terminal. */

import { type SharedQuestion, spanWords } from '#domain/importReport.ts';
import type { IdleAnswer } from './plan/answers.ts';
import { type CellProblem, type ImportReport, OUTCOMES, type Outcome, type RowReport } from './plan/report.ts';
import type { ReadFile } from './read/readSheets.ts';
import { ENCODINGS } from './read/sheet.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;

function describeFile(file: ReadFile, report: ImportReport): string[] {
  const { sheet, heading, columns, shift, suspectedShift } = report.mapping;
  const [first, last] = heading;
  const encoding = `Bảng mã ${ENCODINGS[file.encoding]} (chắc ${percent(file.confidence)})`;
  const lines = [
    `${file.format === 'xlsx' ? 'Excel' : 'Văn bản phân cách'}. ${encoding}.${sheet === '' ? '' : ` Trang tính “${sheet}”.`}`,
    `Tiêu đề ở dòng ${first === last ? first : `${first}–${last}`}.${shift === 0 ? '' : ` Đã dời ${shift} cột.`}`,
  ];
  if (suspectedShift !== 0)
    lines.push(`Tiêu đề có vẻ lệch ${suspectedShift} cột so với dữ liệu (xác nhận: --shift ${suspectedShift}).`);
  const how = {
    told: 'được chỉ',
    memory: 'nhớ lần trước',
    heading: '',
    content: 'đoán theo nội dung',
    none: '',
  } as const;
  for (const { letter, heading: name, field, label, how: by } of columns) {
    const taken = field === '' ? `không nhập${label === '' ? '' : ` (${label})`}` : label;
    lines.push(`  ${letter}  ${name || '(không tên)'} → ${taken}${how[by] === '' ? '' : `, ${how[by]}`}`);
  }
  return lines;
}

const choicesOf = ({ offers }: Pick<CellProblem, 'offers'>) =>
  offers.length === 0 ? '' : ` Chọn: ${offers.map((offer, index) => `[${index}] ${offer}`).join(' · ')}`;

/** A question that several rows share, with the place at which it is answered for all of them. */
function describeShared(question: SharedQuestion): string {
  const { column, label, text, why, rows, spans } = question;
  const first = spans[0]?.[0] ?? 0;
  const at = column === '' ? `${first}:${question.question}` : `${column}${first}`;
  const told = `${label}${text === '' ? '' : ` “${text}”`}: ${why}${choicesOf(question)}`;
  return `Cùng câu hỏi ở ${rows} dòng (${spanWords(spans)}): ${told} Trả lời chung: --answer '${at}+=…'`;
}

function describeRow(row: RowReport): string[] {
  const lines = [`Dòng ${row.number}: ${OUTCOMES[row.outcome]}${row.title === '' ? '' : ` – ${row.title}`}`];
  for (const { label, column, text, why, offers, shared } of row.problems) {
    const cell = column === '' ? label : `ô ${column}${row.number} (${label})`;
    const asked = shared === undefined ? `${why}${choicesOf({ offers })}` : `câu hỏi chung của ${shared.rows} dòng.`;
    lines.push(`  ! ${cell}${text === '' ? '' : ` “${text}”`}: ${asked}`);
  }
  if (row.outcome === 'changed')
    for (const record of row.records)
      for (const { label, old, new: value } of record.fields)
        lines.push(`  ~ ${record.title || record.collection} · ${label}: ${shown(old)} → ${shown(value)}`);
  for (const { column, label, note } of row.notes)
    lines.push(`  · ${column === '' ? label : `ô ${column}${row.number}`}: ${note}`);
  return lines;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(trống)';
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

/** The whole report, counts last so that they stay in sight. Rows without a word to say are left out. */
export function describeReport(file: ReadFile, report: ImportReport): string {
  const rows = report.rows.filter(
    (row) => row.outcome !== 'same' && (row.outcome !== 'created' || row.notes.length > 0),
  );
  const { rows: total, ...counts } = report.counts;
  const outcomes = Object.entries(counts) as [Outcome, number][];
  return [
    ...describeFile(file, report),
    '',
    ...report.questions.map(describeShared),
    ...rows.flatMap(describeRow),
    ...report.skipped.map((row) => `Dòng ${row.number}: bỏ qua – ${row.why} ${row.text}`),
    '',
    `${total} dòng = ${outcomes.map(([outcome, count]) => `${count} ${OUTCOMES[outcome]}`).join(' + ')}`,
  ].join('\n');
}

/** Answers that answered nothing, one a line. */
export function describeIdle(idle: readonly IdleAnswer[]): string[] {
  return idle.map(({ at, value, why }) => `Trả lời ${at}=${value}: ${why} Không dùng.`);
}

/** What became of an import that was to be written; null where there was nothing to write. */
export function describeWritten(written: { id: string } | null): string {
  if (written === null) return 'Không có gì để ghi.';
  return `Đã ghi. Mã lần nhập: ${written.id} (hoàn tác: npm run import -- --undo ${written.id}).`;
}
