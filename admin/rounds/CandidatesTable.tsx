import { EVALUATION_STATES } from '#domain/evaluation.ts';
import { RECOGNITION_CASES } from '#domain/recognition.ts';
import { type Day, dayToVietnamese } from '#domain/rules/day.ts';
import { numberWords } from '#domain/rules/evaluationProblems.ts';
import { processingDeadline } from '#domain/rules/round.ts';
import { toRecord } from '../paths.ts';
import { expanded, textOf } from '../presentation.ts';
import { Chip, Empty } from '../ui/states.tsx';
import { Table, type TableColumn } from '../ui/Table.tsx';
import { deadlineWords } from './DeadlineList.tsx';
import type { Judged } from './judged.ts';
import type { Candidate } from './queries.ts';

type Row = Judged & { id: string; evaluation: Candidate };

/** The states in which a result still waits for something. */
const WAITING = ['candidate', 'dossier_complete', 'scored'];

export function nameOf(candidate: Candidate): string {
  return textOf(expanded(candidate, 'product') ?? candidate, 'name');
}

function makerOf(candidate: Candidate): string {
  const product = expanded(candidate, 'product');
  const producer = product === null ? null : expanded(product, 'producer');
  return producer === null ? '' : textOf(producer, 'name');
}

function StateChip({ state }: Pick<Candidate, 'state'>) {
  const tone = state === 'recognised' ? 'good' : state === 'refused' || state === 'withdrawn' ? 'neutral' : 'waiting';
  return <Chip tone={tone}>{EVALUATION_STATES[state]}</Chip>;
}

function dueWords({ evaluation }: Row, today: Day): string {
  const due = processingDeadline(evaluation.full_dossier_on);
  if (due === null || !WAITING.includes(evaluation.state)) return '';
  return `${dayToVietnamese(due)} (${deadlineWords(due, today)})`;
}

function starWords({ evaluation, outcome }: Row): string {
  if (evaluation.knock_out !== '') return 'Bị loại';
  return outcome.total === null ? '' : `${outcome.stars} sao`;
}

/** The gates that hold a product back, with the star of each. */
function gateWords({ outcome }: Judged): string {
  return outcome.missed.map(({ code, stars }) => `${code} (${stars} sao)`).join(', ');
}

function columns(today: Day): TableColumn<Row>[] {
  return [
    {
      id: 'product',
      label: 'Sản phẩm',
      render: ({ evaluation }) => (
        <>
          {nameOf(evaluation)}
          <span className="block font-normal text-ink-2 text-sm">{makerOf(evaluation)}</span>
        </>
      ),
    },
    { id: 'state', label: 'Tình trạng', render: ({ evaluation }) => <StateChip state={evaluation.state} /> },
    {
      id: 'total',
      label: 'Điểm',
      isNumber: true,
      render: ({ outcome }) => (outcome.total === null ? '' : numberWords(outcome.total)),
    },
    { id: 'stars', label: 'Xếp sao', render: starWords },
    { id: 'held', label: 'Chưa đạt tối thiểu', render: gateWords },
    {
      id: 'dossier',
      label: 'Hồ sơ',
      render: ({ missing }) => (missing.length === 0 ? 'Đủ' : `Thiếu ${missing.length}`),
    },
    {
      id: 'case',
      label: 'Trường hợp',
      render: ({ evaluation }) => (evaluation.case === '' ? '' : RECOGNITION_CASES[evaluation.case]),
    },
    { id: 'due', label: 'Hạn 45 ngày', render: (row) => dueWords(row, today) },
  ];
}

/** The products of a round: dossier, result, and where each stands. */
export function CandidatesTable({ rows, today }: { rows: readonly Row[]; today: Day }) {
  return (
    <Table
      columns={columns(today)}
      empty={<Empty icon="product" words="Chưa có sản phẩm nào trong đợt. Tìm để thêm, hoặc dán cả danh sách." />}
      hrefOf={({ id }) => toRecord('evaluations', id)}
      label="Sản phẩm trong đợt"
      nameOf={({ evaluation }) => nameOf(evaluation)}
      rows={[...rows]}
    />
  );
}
