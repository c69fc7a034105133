import { useState } from 'react';
import type { ImportAnswers } from '#domain/importAnswers.ts';
import type { RowReport, SharedQuestion, SkippedRow } from '#domain/importReport.ts';
import { REPORT_GROUPS, REPORT_PAGE, type ReportGroup } from '#domain/importRun.ts';
import { Pager } from '../record/Pager.tsx';
import { navigate, useLocation, withQuery } from '../router.ts';
import { Button } from '../ui/Button.tsx';
import { SegmentField } from '../ui/choiceFields.tsx';
import { LoadError, Loading } from '../ui/states.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import type { Drafts, OnAnswer } from './AnswerField.tsx';
import { type ReportLine, type Run, useReportPage } from './queries.ts';
import { RowItem } from './RowItem.tsx';
import { SharedItem } from './SharedItem.tsx';
import { useRowNames } from './useRowNames.ts';

const GROUP = 'nhom';
const WORDS: Readonly<Record<ReportGroup, string>> = {
  questions: 'Câu hỏi chung',
  refused: 'Từ chối',
  changed: 'Thay đổi',
  created: 'Tạo mới',
  same: 'Giống hệt',
  skipped: 'Không phải bản ghi',
};
const number = new Intl.NumberFormat('vi-VN');

/** How many lines each group has; of those left out only the pages are known. */
function choicesOf({ counts, pages }: Run): Partial<Record<ReportGroup, string>> {
  const shown = REPORT_GROUPS.filter((group) => (pages?.[group]?.length ?? 0) > 1);
  return Object.fromEntries(
    shown.map((group) => [
      group,
      group === 'skipped' || group === 'questions'
        ? WORDS[group]
        : `${WORDS[group]} (${number.format(counts?.[group] ?? 0)})`,
    ]),
  );
}

interface LinesProps {
  lines: readonly ReportLine[];
  drafts: Drafts;
  onAnswer: OnAnswer;
  isOpen: boolean;
}

const isRow = (line: ReportLine): line is RowReport => 'outcome' in line;
const isQuestion = (line: ReportLine): line is SharedQuestion => 'spans' in line;

function Lines({ lines, ...more }: LinesProps) {
  const rows = lines.filter(isRow);
  const names = useRowNames(rows);
  const skipped = lines.filter((line): line is SkippedRow => !isRow(line) && !isQuestion(line));
  return (
    <ul className="card px-5 py-1">
      {lines.filter(isQuestion).map((question) => (
        <SharedItem key={question.key} question={question} {...more} />
      ))}
      {rows.map((row) => (
        <RowItem key={row.number} names={names} row={row} {...more} />
      ))}
      {skipped.map((line) => (
        <li className="break-words border-line border-t py-3 first:border-t-0" key={line.number}>
          <span className="font-semibold">{`Dòng ${line.number}`}</span>
          {`: ${line.why} `}
          <span className="text-ink-2">{line.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Answers that were not sent: how many, and what was typed in them. */
function answersWords(drafts: Drafts): string {
  const texts = Object.values(drafts).flatMap((answer) => ('text' in answer ? answer.text : []));
  return [`${Object.keys(drafts).length} câu trả lời chưa xem lại`, ...texts].join('\n');
}

interface Props {
  run: Run;
  isOpen: boolean;
  onAnswers: (answers: ImportAnswers) => Promise<void>;
}

/** The rows, by what becomes of them; questions are answered at their cells and sent together. */
export function ReportPanel({ run, isOpen, onAnswers }: Props) {
  const { query } = useLocation();
  const [drafts, setDrafts] = useState<Drafts>({});
  const drafted = Object.keys(drafts).length;
  const unsaved = useUnsavedValues(`imports ${run.id} answers`, drafted > 0 && isOpen ? drafts : null);
  const choices = choicesOf(run);
  const groups = Object.keys(choices) as ReportGroup[];
  const asked = query.get(GROUP) as ReportGroup;
  const group = groups.includes(asked) ? asked : (groups[0] ?? 'refused');
  const pages = Math.max(0, (run.pages?.[group]?.length ?? 1) - 1);
  const page = Math.min(Math.max(1, Number(query.get('trang')) || 1), Math.max(1, pages));
  const lines = useReportPage(run, group, page);
  const answer: OnAnswer = (key, value) =>
    setDrafts((before) => {
      const rest = Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
      return value === null ? rest : { ...rest, [key]: value };
    });
  if (groups.length === 0) return null;
  return (
    <section aria-label="Từng dòng" className="flex flex-col gap-3">
      {isOpen && (
        <UnsavedNotice
          onTake={({ values }) => setDrafts({ ...drafts, ...(values as Drafts) })}
          unsaved={unsaved}
          words={({ values }) => <TypedText>{answersWords(values as Drafts)}</TypedText>}
        />
      )}
      <SegmentField
        choices={choices as Record<string, string>}
        label="Từng dòng"
        onChange={(next) => navigate(withQuery(query, { [GROUP]: next, trang: '' }))}
        value={group}
      />
      {lines.isPending && <Loading />}
      {lines.isError && <LoadError message={lines.error.message} onRetry={() => lines.refetch()} />}
      {lines.data !== undefined && <Lines drafts={drafts} isOpen={isOpen} lines={lines.data} onAnswer={answer} />}
      <Pager page={page} pages={pages} />
      {pages > 1 && <p className="text-center text-ink-2 text-sm">{`Mỗi trang ${REPORT_PAGE} dòng.`}</p>}
      {drafted > 0 && (
        <div className="save-bar">
          <span role="status">{`${drafted} câu trả lời chưa xem lại`}</span>
          <Button
            isSave
            look="primary"
            onPress={() => onAnswers({ ...run.answers, ...drafts }).then(() => setDrafts({}))}
          >
            Xem trước lại với câu trả lời
          </Button>
          <Button onPress={() => setDrafts({})}>Bỏ</Button>
        </div>
      )}
    </section>
  );
}
