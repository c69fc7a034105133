import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Failure, failureOf } from '../api/messages.ts';
import { refreshAll } from '../record/queries.ts';
import { saveMerged } from '../record/saveMerged.ts';
import { type FormValues, formValues } from '../record/schema.ts';
import { typedValues } from '../record/typedValues.ts';
import { tell } from '../ui/toast.tsx';
import type { Found } from '../unsaved/kept.ts';
import { useUnsaved } from '../unsaved/useUnsaved.ts';
import { type Joined, joinConflict } from './joinConflict.ts';
import { type PointTexts, pointsToTexts, textsToPoints } from './pointTexts.ts';
import type { Candidate } from './queries.ts';

/** What is typed of a result; points as they are typed. */
export type ResultValues = Pick<
  Candidate,
  'case' | 'state' | 'full_dossier_on' | 'dossier' | 'knock_out' | 'stated_total' | 'note'
> & { texts: PointTexts };

function valuesOf(record: Candidate): ResultValues {
  const { case: kase, state, full_dossier_on, dossier, knock_out, stated_total, note, points } = record;
  return { case: kase, state, full_dossier_on, dossier, knock_out, stated_total, note, texts: pointsToTexts(points) };
}

function toSend(base: Candidate, { texts, ...values }: ResultValues) {
  const { points } = textsToPoints(texts);
  const isEmpty = Object.keys(points).length === 0 && base.points === null;
  return { ...formValues('evaluations', base), ...values, points: isEmpty ? null : points };
}

/** The state of one result's screen: saved with its version; what somebody else saved meanwhile is asked about, never written over. */
export function useResultForm(record: Candidate) {
  const client = useQueryClient();
  const [base, setBase] = useState(record);
  const [values, setValues] = useState(() => valuesOf(record));
  const [isDirty, setDirty] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<(Joined & { theirs: Candidate }) | null>(null);

  const unsaved = useUnsaved(`evaluations ${record.id} points`);
  const sides = { before: valuesOf(base), now: values, version: base['version'], comment: '' };
  const typed = isDirty ? JSON.stringify(typedValues('evaluations', sides)) : null;
  const { keep } = unsaved;
  useEffect(() => keep(typed === null ? null : JSON.parse(typed)), [typed, keep]);
  useEffect(() => {
    if (isDirty || record['version'] === base['version']) return;
    setBase(record);
    setValues(valuesOf(record));
  }, [record, base, isDirty]);

  const change = (some: Partial<ResultValues>) => {
    setValues((before) => ({ ...before, ...some }));
    setDirty(true);
  };
  const take = async (saved: Candidate) => {
    setBase(saved);
    setValues(valuesOf(saved));
    setConflict(null);
    setFailure(null);
    setDirty(false);
    unsaved.forget();
    await refreshAll(client);
  };
  const saveOn = async (on: Candidate, sent: FormValues, isJoined = false): Promise<void> => {
    setBusy(true);
    try {
      const outcome = await saveMerged('evaluations', on, sent);
      if ('conflict' in outcome) {
        const theirs = outcome.conflict.theirs as Candidate;
        const joined = joinConflict(on, outcome.conflict);
        if (joined.fields.length === 0) return await saveOn(theirs, joined.values, true);
        setConflict({ ...joined, theirs });
      } else {
        await take(outcome.saved as Candidate);
        tell(isJoined || outcome.isMerged ? 'Đã lưu, cùng với những gì người khác vừa lưu.' : 'Đã lưu.');
      }
    } catch (error) {
      setConflict(null);
      setFailure(failureOf(error));
    }
    setBusy(false);
  };
  const takeFound = (found: Found) => {
    if (found.version !== record['version']) {
      const { texts, ...before } = found.before as Partial<ResultValues>;
      const points = texts === undefined ? {} : { points: textsToPoints(texts).points };
      setBase({ ...record, ...before, ...points, version: Number(found.version) });
    }
    change(found.values as Partial<ResultValues>);
  };
  return {
    unsaved,
    takeFound,
    values,
    change,
    isDirty,
    isBusy,
    failure,
    conflict,
    save: (more: Partial<ResultValues> = {}) => saveOn(base, toSend(base, { ...values, ...more })),
    /** Of what both changed, what was typed here; whatever only the other changed stays. */
    keepMine: () => conflict !== null && saveOn(conflict.theirs, conflict.values),
    takeTheirs: () => conflict !== null && take(conflict.theirs),
  };
}

export type ResultForm = ReturnType<typeof useResultForm>;
