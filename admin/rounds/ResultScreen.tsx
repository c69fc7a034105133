import { criteriaSet } from '#domain/criteriaSets.ts';
import { type Criterion, scoredCriteria } from '#domain/criterion.ts';
import { EVALUATION_STATES } from '#domain/evaluation.ts';
import { dossierLines } from '#domain/rules/dossier.ts';
import { EVALUATION_WORDS, outcomeOf } from '#domain/rules/evaluationProblems.ts';
import { may, mayReadHistory } from '../access.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import { NEW, toEdit, toHistory, toList, toRecord } from '../paths.ts';
import { expanded, textOf } from '../presentation.ts';
import { FormScreen } from '../record/FormScreen.tsx';
import { useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { ButtonLink, TextLink } from '../ui/Button.tsx';
import { Chip, LoadError, Loading, Notice } from '../ui/states.tsx';
import type { Found } from '../unsaved/kept.ts';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { nameOf } from './CandidatesTable.tsx';
import { DossierList } from './DossierList.tsx';
import { setKey } from './judged.ts';
import { PointsForm } from './PointsForm.tsx';
import { textsToPoints } from './pointTexts.ts';
import { type Candidate, useCriteria } from './queries.ts';
import { ResultPanel } from './ResultPanel.tsx';
import { Ending, Facts, Trouble } from './ResultParts.tsx';
import { SaveBar } from './SaveBar.tsx';
import { type ResultValues, useResultForm } from './useResultForm.ts';

/** What was typed of a result: its facts as a history shows them, its points line by line. */
function UnsavedResult({ found, values }: { found: Found; values: ResultValues }) {
  const { texts, ...facts } = found.values as Partial<ResultValues>;
  const codes = Object.keys(texts ?? {}).filter((code) => texts?.[code] !== values.texts[code]);
  const pick = Object.fromEntries(Object.keys(facts).map((name) => [name, values[name as keyof typeof facts]]));
  return (
    <>
      <ChangeList after={facts} before={pick} collection="evaluations" names={new Map()} />
      <TypedText>
        {codes.map((code) => `${code}: ${values.texts[code] || '–'} → ${texts?.[code] || '–'}`).join('\n')}
      </TypedText>
    </>
  );
}

function Form({ record, lines }: { record: Candidate; lines: readonly Criterion[] }) {
  const person = usePerson();
  const form = useResultForm(record);
  const { values, change } = form;
  const isSettled = record.state === 'recognised';
  const isReadOnly = isSettled || !may(person, 'update', 'evaluations');
  const criteria = scoredCriteria(lines);
  const { points } = textsToPoints(values.texts);
  const knockedOut = values.knock_out !== '';
  const outcome = outcomeOf({ criteria, points, statedTotal: values.stated_total, knockedOut });
  const dossier = dossierLines(values.case, record.criteria_set, outcome.bandStars ?? 0);
  return (
    <>
      <UnsavedNotice
        onTake={isReadOnly ? undefined : form.takeFound}
        unsaved={form.unsaved}
        words={(found) => <UnsavedResult found={found} values={values} />}
      />
      <ResultPanel knockedOut={knockedOut} outcome={outcome} />
      {isSettled && (
        <Notice icon="decision" tone="neutral">
          {EVALUATION_WORDS.settled}
        </Notice>
      )}
      <Facts form={form} isReadOnly={isReadOnly} />
      <DossierList
        isReadOnly={isReadOnly}
        kept={values.dossier ?? []}
        lines={dossier}
        onChange={(kept) => change({ dossier: kept })}
      />
      <PointsForm isReadOnly={isReadOnly} lines={lines} onChange={(texts) => change({ texts })} texts={values.texts} />
      <Ending criteria={criteria} form={form} isReadOnly={isReadOnly} set={record.criteria_set} />
      <Trouble form={form} />
      {!isReadOnly && <SaveBar form={form} outcome={outcome} />}
    </>
  );
}

function trailOf(record: Candidate | undefined) {
  const trail = [{ title: labelOf('rounds').many, href: toList('rounds') }];
  const round = record === undefined ? null : expanded(record, 'round');
  if (round !== null) trail.push({ title: textOf(round, 'name'), href: toRecord('rounds', round.id) });
  return trail;
}

function Actions({ id }: { id: string }) {
  const person = usePerson();
  return (
    <>
      {mayReadHistory(person.role, 'evaluations') && (
        <ButtonLink href={toHistory('evaluations', id)} icon="history" look="quiet">
          Lịch sử
        </ButtonLink>
      )}
      {may(person, 'update', 'evaluations') && <ButtonLink href={toEdit('evaluations', id)}>Sửa bộ, đợt</ButtonLink>}
    </>
  );
}

function Loaded({ id }: { id: string }) {
  const asked = useRecord('evaluations', id, 'product,round');
  const record = asked.data as Candidate | undefined;
  const criteria = useCriteria(record === undefined ? undefined : [record]);
  const failed = asked.error ?? criteria.error;
  if (record === undefined || criteria.data === undefined)
    return (
      <Screen title={labelOf('evaluations').one} trail={trailOf(record)}>
        {failed === null ? <Loading /> : <LoadError message={failed.message} onRetry={() => asked.refetch()} />}
      </Screen>
    );
  const set = criteriaSet(record.criteria_set);
  return (
    <Screen
      actions={<Actions id={id} />}
      state={<Chip tone={record.state === 'recognised' ? 'good' : 'waiting'}>{EVALUATION_STATES[record.state]}</Chip>}
      title={nameOf(record)}
      trail={trailOf(record)}
    >
      <p className="text-ink-2">
        {`Bộ ${record.criteria_set}${set === undefined ? '' : ` – ${set.name}`} · ${record.criteria_version} · `}
        <TextLink href={toRecord('products', record.product)}>Mở sản phẩm</TextLink>
      </p>
      <Form
        key={setKey(record.criteria_version, record.criteria_set)}
        lines={criteria.data.get(setKey(record.criteria_version, record.criteria_set)) ?? []}
        record={record}
      />
    </Screen>
  );
}

/** One product in one round: its dossier, the points of each criterion, and what they come to. */
export function ResultScreen({ id }: { id: string }) {
  return id === NEW ? <FormScreen collection="evaluations" id={null} /> : <Loaded id={id} />;
}
