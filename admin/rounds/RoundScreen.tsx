import { ROUND_LEVELS, ROUND_STATES, type Round } from '#domain/round.ts';
import { EVALUATION_WORDS } from '#domain/rules/evaluationProblems.ts';
import { may, mayReadHistory } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { today } from '../clock.ts';
import { NEW, toDecide, toEdit, toHistory, toList } from '../paths.ts';
import { FormScreen } from '../record/FormScreen.tsx';
import { useRecord, useSettings } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Chip, LoadError, Loading, Notice } from '../ui/states.tsx';
import { AddCandidates } from './AddCandidates.tsx';
import { CandidatesTable } from './CandidatesTable.tsx';
import { DeadlineList } from './DeadlineList.tsx';
import { judge } from './judged.ts';
import { useCandidates, useCriteria } from './queries.ts';
import { RoundTotals } from './RoundTotals.tsx';

const TRAIL = [{ title: labelOf('rounds').many, href: toList('rounds') }];

function Actions({ id }: { id: string }) {
  const person = usePerson();
  return (
    <>
      {mayReadHistory(person.role, 'rounds') && (
        <ButtonLink href={toHistory('rounds', id)} icon="history" look="quiet">
          Lịch sử
        </ButtonLink>
      )}
      {may(person, 'update', 'rounds') && <ButtonLink href={toEdit('rounds', id)}>Sửa đợt</ButtonLink>}
      {may(person, 'create', 'recognitions') && (
        <ButtonLink href={toDecide(id)} icon="star" look="primary">
          Đưa kết quả vào quyết định
        </ButtonLink>
      )}
    </>
  );
}

function Candidates({ round }: { round: Round & AnyRecord }) {
  const person = usePerson();
  const settings = useSettings();
  const candidates = useCandidates(round.id);
  const criteria = useCriteria(candidates.data);
  const day = today(settings?.test_today);
  const failed = candidates.error ?? criteria.error;
  if (failed !== null) return <LoadError message={failed.message} onRetry={() => candidates.refetch()} />;
  if (candidates.data === undefined || criteria.data === undefined) return <Loading />;
  const table = criteria.data;
  const rows = candidates.data.map((evaluation) => ({ ...judge(evaluation, table), evaluation, id: evaluation.id }));
  return (
    <>
      <DeadlineList round={round} today={day} />
      <RoundTotals judged={rows} />
      {may(person, 'create', 'evaluations') &&
        (round.state === 'closed' ? (
          <p className="max-w-form text-ink-2">{EVALUATION_WORDS.joinsClosed}</p>
        ) : (
          <AddCandidates round={round.id} />
        ))}
      <CandidatesTable rows={rows} today={day} />
    </>
  );
}

function Loaded({ id }: { id: string }) {
  const record = useRecord('rounds', id);
  const round = record.data as (Round & AnyRecord) | undefined;
  if (round === undefined)
    return (
      <Screen title={labelOf('rounds').one} trail={TRAIL}>
        {record.isError ? <LoadError message={record.error.message} onRetry={() => record.refetch()} /> : <Loading />}
      </Screen>
    );
  return (
    <Screen
      actions={<Actions id={id} />}
      state={
        <Chip tone={round.state === 'open' ? 'waiting' : 'neutral'}>
          {`${ROUND_LEVELS[round.level]} · ${ROUND_STATES[round.state]}`}
        </Chip>
      }
      title={round.name}
      trail={TRAIL}
    >
      {round.demonstration && (
        <Notice icon="warning" tone="attention">
          Dữ liệu minh họa: đợt này không có thật.
        </Notice>
      )}
      <Candidates round={round} />
    </Screen>
  );
}

/** One round: its deadlines, its products, and the way to a decision. A new one is a form. */
export function RoundScreen({ id }: { id: string }) {
  return id === NEW ? <FormScreen collection="rounds" id={null} /> : <Loaded id={id} />;
}
