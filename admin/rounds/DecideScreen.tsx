import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from 'react-aria-components';
import type { Decision } from '#domain/decision.ts';
import type { Round } from '#domain/round.ts';
import { grantedBy } from '#domain/rules/evaluationCase.ts';
import { numberWords } from '#domain/rules/evaluationProblems.ts';
import { LEAST_RECOGNISED_STARS } from '#domain/rules/stars.ts';
import { may } from '../access.ts';
import { failureOf } from '../api/messages.ts';
import type { AnyRecord } from '../api/records.ts';
import { type DecisionChoice, takeStep } from '../api/roundRows.ts';
import { OutcomeMark } from '../decisions/OutcomeMark.tsx';
import type { Outcome } from '../decisions/saveResult.ts';
import { toList, toRecord } from '../paths.ts';
import { refreshAll, useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { Button, TextLink } from '../ui/Button.tsx';
import { Empty, LoadError, Loading, Notice } from '../ui/states.tsx';
import { Table, type TableColumn } from '../ui/Table.tsx';
import { tell } from '../ui/toast.tsx';
import { nameOf } from './CandidatesTable.tsx';
import { choiceOf, DecisionFields, isWhole, type Typed } from './DecisionFields.tsx';
import { type Candidate, useCandidates } from './queries.ts';

/** What the decision makes of a result, in words. */
function grantWords({ stars }: Candidate, authority: Decision['authority']): string {
  const grant = grantedBy(stars, authority);
  if (grant === null) return '';
  return grant.pendingCentral ? 'Đề nghị Trung ương 5 sao' : `Công nhận ${grant.stars} sao`;
}

function columns(authority: Decision['authority'], outcomes: ReadonlyMap<string, Outcome>): TableColumn<Candidate>[] {
  return [
    { id: 'product', label: 'Sản phẩm', render: nameOf },
    { id: 'total', label: 'Điểm', isNumber: true, render: ({ total }) => numberWords(total) },
    { id: 'stars', label: 'Xếp sao', render: ({ stars }) => `${stars} sao` },
    { id: 'grant', label: 'Sẽ ghi', render: (candidate) => grantWords(candidate, authority) },
    {
      id: 'outcome',
      label: 'Kết quả',
      render: ({ id }) => {
        const outcome = outcomes.get(id);
        return outcome === undefined ? null : <OutcomeMark outcome={outcome} />;
      },
    },
  ];
}

/** Results that a decision may take: scored or put forward, of three stars and more. */
function isReady({ state, stars }: Candidate): boolean {
  return (state === 'scored' || state === 'proposed') && stars >= LEAST_RECOGNISED_STARS;
}

function idsOf(selection: Selection, ready: readonly Candidate[]): string[] {
  return ready.map(({ id }) => id).filter((id) => selection === 'all' || selection.has(id));
}

/** What came of the step, by result; and what is told of the whole. */
async function take(round: string, choice: DecisionChoice, ids: readonly string[]) {
  try {
    const answer = await takeStep(round, choice, ids);
    if ('refused' in answer) {
      const outcomes = ids.flatMap((id, at) => {
        const words = answer.refused[at];
        return words === undefined ? [] : [[id, { isSaved: false, words }] as const];
      });
      return { isSaved: false, words: answer.message, outcomes, decision: '' };
    }
    const outcomes = answer.made.map(({ evaluation, pending }) => {
      const words = pending ? 'Đã đề nghị Trung ương' : 'Đã công nhận';
      return [evaluation, { isSaved: true, words }] as const;
    });
    const words = `Đã ghi ${answer.made.length}/${answer.asked} kết quả vào quyết định.`;
    return { isSaved: true, words, outcomes, decision: answer.decision };
  } catch (error) {
    return { isSaved: false, words: failureOf(error).message, outcomes: [], decision: '' };
  }
}

function Step({ round, candidates }: { round: Round & AnyRecord; candidates: readonly Candidate[] }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({
    way: 'fresh',
    decision: '',
    number: '',
    decided_on: '',
    authority: round.level === 'ministry' ? 'ministry' : 'province',
    authority_name: '',
  });
  const [shown] = useState(() => candidates.filter(isReady));
  const [selection, setSelection] = useState<Selection>('all');
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [decision, setDecision] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const known = useRecord('decisions', typed.way === 'known' && typed.decision !== '' ? typed.decision : null);
  const authority =
    typed.way === 'known' ? ((known.data?.['authority'] ?? '') as Decision['authority']) : typed.authority;
  const ids = idsOf(selection, shown).filter((id) => outcomes.get(id)?.isSaved !== true);
  const save = async () => {
    setBusy(true);
    const result = await take(round.id, choiceOf(typed), ids);
    setOutcomes(new Map([...[...outcomes].filter(([, { isSaved }]) => isSaved), ...result.outcomes]));
    setProblem(result.isSaved ? '' : result.words);
    if (result.decision !== '') setDecision(result.decision);
    setBusy(false);
    tell(result.words, result.isSaved);
    await refreshAll(client);
  };
  return (
    <>
      <DecisionFields onChange={setTyped} typed={typed} />
      <Table
        columns={columns(authority, outcomes)}
        empty={<Empty icon="star" words="Chưa có kết quả nào từ 3 sao đã đánh dấu “Đã chấm”." />}
        label="Kết quả đưa vào quyết định"
        nameOf={nameOf}
        onSelect={setSelection}
        rows={[...shown]}
        selection={selection}
      />
      {problem !== '' && (
        <Notice icon="warning" tone="bad">
          {problem}
        </Notice>
      )}
      {decision !== '' && (
        <Notice icon="check" tone="good">
          <TextLink href={toRecord('decisions', decision)}>Mở quyết định</TextLink>
        </Notice>
      )}
      <div className="save-bar">
        <Button isDisabled={isBusy || ids.length === 0 || !isWhole(typed)} look="primary" onPress={() => void save()}>
          {isBusy ? 'Đang ghi…' : `Ghi ${ids.length} kết quả vào quyết định`}
        </Button>
        <span className="text-ink-2">Ghi tất cả cùng lúc, hoặc không ghi gì.</span>
      </div>
    </>
  );
}

/** The results of a round become the recognitions of one decision. */
export function DecideScreen({ id }: { id: string }) {
  const person = usePerson();
  const asked = useRecord('rounds', id);
  const candidates = useCandidates(id);
  const round = asked.data as (Round & AnyRecord) | undefined;
  const trail = [{ title: labelOf('rounds').many, href: toList('rounds') }];
  if (round !== undefined) trail.push({ title: round.name, href: toRecord('rounds', id) });
  const failed = asked.error ?? candidates.error;
  const isAllowed = may(person, 'create', 'recognitions');
  return (
    <Screen title="Đưa kết quả vào quyết định" trail={trail}>
      {failed !== null && <LoadError message={failed.message} onRetry={() => candidates.refetch()} />}
      {!isAllowed && (
        <Notice icon="warning" tone="attention">
          Chỉ người duyệt ghi công nhận sao.
        </Notice>
      )}
      {isAllowed && failed === null && (round === undefined || candidates.data === undefined) && <Loading />}
      {isAllowed && round !== undefined && candidates.data !== undefined && (
        <Step candidates={candidates.data} round={round} />
      )}
    </Screen>
  );
}
