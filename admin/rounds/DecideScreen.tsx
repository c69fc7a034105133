import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '#domain/decision.ts';
import type { Round } from '#domain/round.ts';
import { LEAST_RECOGNISED_STARS } from '#domain/rules/stars.ts';
import { may } from '../access.ts';
import { failureOf } from '../api/messages.ts';
import type { AnyRecord } from '../api/records.ts';
import { type DecisionChoice, type StepTerms, takeStep } from '../api/roundRows.ts';
import type { Outcome } from '../decisions/saveResult.ts';
import { TermFields } from '../decisions/TermFields.tsx';
import { hasErrors, startTerms, type Terms, termErrors } from '../decisions/terms.ts';
import { toList, toRecord } from '../paths.ts';
import { refreshAll, useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { Button, TextLink } from '../ui/Button.tsx';
import { momentToText } from '../ui/dayText.ts';
import { LoadError, Loading, Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { choiceOf, DecisionFields, isWhole, type Typed } from './DecisionFields.tsx';
import { NOTHING_OWN, type OwnTerms, ownErrors, statedOf } from './ownTerms.ts';
import { type Candidate, useCandidates } from './queries.ts';
import { type ResultRow, ResultRows } from './ResultRows.tsx';

/** Results that a decision may take: scored or put forward, of three stars and more. */
function isReady({ state, stars }: Candidate): boolean {
  return (state === 'scored' || state === 'proposed') && stars >= LEAST_RECOGNISED_STARS;
}

/** What came of the step, by result; and what is told of the whole. */
async function take(round: string, choice: DecisionChoice & StepTerms, ids: readonly string[]) {
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

/** Level and day of a decision that is there; nothing while it is not known which. */
function decidedBy(decision: Decision | undefined): Pick<Decision, 'authority' | 'decided_on'> {
  return decision ?? { authority: '', decided_on: '' };
}

/** What was typed of the decision, in a line. */
function decisionWords({ number, decided_on, authority_name }: Typed): string {
  return ['Quyết định', number, momentToText(decided_on), authority_name].filter(Boolean).join(' – ');
}

function Step({ round, candidates }: { round: Round & AnyRecord; candidates: readonly Candidate[] }) {
  const client = useQueryClient();
  const [start] = useState<Typed>({
    way: 'fresh',
    decision: '',
    number: '',
    decided_on: '',
    authority: round.level === 'ministry' ? 'ministry' : 'province',
    authority_name: '',
  });
  const [typed, setTyped] = useState(start);
  const [shown] = useState(() => candidates.filter(isReady));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [stated, setStated] = useState<Partial<Terms>>({});
  const [owns, setOwns] = useState<ReadonlyMap<string, OwnTerms>>(new Map());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [decision, setDecision] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const kept = { typed, stated, left: [...left], owns: [...owns] };
  const isTyped = typed !== start || Object.keys(stated).length > 0 || left.size > 0 || owns.size > 0;
  const unsaved = useUnsavedValues(`rounds ${round.id} decide`, isTyped && decision === '' ? kept : null);
  const known = useRecord('decisions', typed.way === 'known' && typed.decision !== '' ? typed.decision : null);
  const { authority, decided_on } =
    typed.way === 'known' ? decidedBy(known.data as (Decision & AnyRecord) | undefined) : typed;
  const common = { ...startTerms(decided_on), ...stated };
  const errors = termErrors(common, decided_on);
  const rows = shown.map((candidate): ResultRow => {
    const own = owns.get(candidate.id) ?? NOTHING_OWN;
    const outcome = outcomes.get(candidate.id);
    const isChosen = !left.has(candidate.id);
    return { candidate, own, errors: ownErrors(own, common, decided_on), outcome, isChosen };
  });
  const taken = rows.filter(({ isChosen, outcome }) => isChosen && outcome?.isSaved !== true);
  const ids = taken.map(({ candidate }) => candidate.id);
  const isWrong = hasErrors(errors) || taken.some((row) => hasErrors(row.errors));
  const choose = (some: readonly string[], isChosen: boolean) =>
    setLeft((before) => new Set(isChosen ? [...before].filter((id) => !some.includes(id)) : [...before, ...some]));
  const save = async () => {
    setBusy(true);
    const own = Object.fromEntries(taken.map((row) => [row.candidate.id, statedOf(row.own)]));
    const result = await take(round.id, { ...choiceOf(typed), common, own }, ids);
    setOutcomes(new Map([...[...outcomes].filter(([, { isSaved }]) => isSaved), ...result.outcomes]));
    setProblem(result.isSaved ? '' : result.words);
    if (result.decision !== '') setDecision(result.decision);
    setBusy(false);
    tell(result.words, result.isSaved);
    await refreshAll(client);
  };
  return (
    <>
      <UnsavedNotice
        onTake={({ values }) => {
          const found = values as typeof kept;
          setTyped(found.typed);
          setStated(found.stated);
          setLeft(new Set(found.left));
          setOwns(new Map(found.owns));
        }}
        unsaved={unsaved}
        words={({ values }) => <TypedText>{decisionWords((values as typeof kept).typed)}</TypedText>}
      />
      <DecisionFields onChange={setTyped} typed={typed} />
      <section aria-label="Chung cho mọi công nhận" className="card grid gap-4 p-5 tablet:grid-cols-3">
        <TermFields
          errors={errors}
          onChange={(change) => setStated((before) => ({ ...before, ...change }))}
          terms={common}
        />
      </section>
      <ResultRows
        authority={authority}
        onChange={(id, own) => setOwns((before) => new Map(before).set(id, own))}
        onChoose={choose}
        rows={rows}
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
        <Button
          isDisabled={isBusy || isWrong || ids.length === 0 || !isWhole(typed)}
          isSave
          look="primary"
          onPress={() => void save()}
        >
          {isBusy ? 'Đang ghi…' : `Ghi ${ids.length} kết quả vào quyết định`}
        </Button>
        <span className="text-ink-2">
          {isWrong ? 'Có mục cần sửa trước khi ghi.' : 'Ghi tất cả cùng lúc, hoặc không ghi gì.'}
        </span>
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
