import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import type { CollectionName } from '#domain/nouns.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, createRecord } from '../api/records.ts';
import { guardLeaving, leaveFreely } from '../router.ts';
import { refreshAll } from './queries.ts';
import { type Conflict, saveMerged } from './saveMerged.ts';
import { type FormValues, formValues, schemaOf, valuesToSend } from './schema.ts';

const UNSAVED = 'Có thay đổi chưa lưu. Bỏ các thay đổi đó?';

export interface RecordFormState {
  form: UseFormReturn<FormValues>;
  save: () => Promise<void>;
  failure: Failure | null;
  conflict: Conflict | null;
  /** Saves what others saved with what was typed here; of what both changed, that of `chosen` is mine. */
  settle: (chosen: readonly string[]) => Promise<void>;
  /** Back to the form, with nothing saved and nothing lost. */
  leaveConflict: () => void;
}

interface Options {
  collection: CollectionName;
  /** Null for a new one. */
  record: AnyRecord | null;
  /** Values of a new one besides the empty ones. */
  start: FormValues;
  /** `isMerged`: somebody else’s save stands beside this one. */
  onSaved: (record: AnyRecord, isMerged: boolean) => void;
}

/** The state of one record's form: checked by the schema, saved with its version, nothing typed is ever thrown away. */
export function useRecordForm({ collection, record, start, onSaved }: Options): RecordFormState {
  const client = useQueryClient();
  const [base, setBase] = useState(record);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useForm<FormValues>({
    resolver: zodResolver(schemaOf(collection)) as unknown as Resolver<FormValues>,
    defaultValues: formValues(collection, record ?? start),
  });
  const { isDirty } = form.formState;

  useEffect(() => (isDirty ? guardLeaving(() => window.confirm(UNSAVED)) : undefined), [isDirty]);

  // Somebody else's save is taken over at once while nothing is typed here.
  useEffect(() => {
    if (record === null || isDirty || record.updated <= (base?.updated ?? '')) return;
    setBase(record);
    form.reset(formValues(collection, record));
  }, [record, base, isDirty, collection, form]);

  const finish = async (saved: AnyRecord, isMerged: boolean) => {
    setBase(saved);
    setConflict(null);
    form.reset(formValues(collection, saved));
    leaveFreely();
    onSaved(saved, isMerged);
    await refreshAll(client);
  };

  const refuse = (error: unknown) => {
    const problem = failureOf(error);
    setConflict(null);
    setFailure(problem);
    for (const [name, message] of Object.entries(problem.fields)) form.setError(name, { type: 'server', message });
  };

  const saveUpon = async (below: AnyRecord | null, values: FormValues, isMerged: boolean) => {
    setFailure(null);
    try {
      if (below === null) {
        await finish(await createRecord(collection, valuesToSend(collection, null, values)), false);
        return;
      }
      const outcome = await saveMerged(collection, below, values, isMerged);
      if ('conflict' in outcome) setConflict(outcome.conflict);
      else await finish(outcome.saved, outcome.isMerged);
    } catch (error) {
      refuse(error);
    }
  };

  const settle = async (chosen: readonly string[]) => {
    if (conflict === null) return;
    const { theirs, merged, mine } = conflict;
    const values = { ...merged, ...Object.fromEntries(chosen.map((name) => [name, mine[name]])) };
    await saveUpon(theirs, values, true);
  };

  const save = form.handleSubmit((values) => saveUpon(base, values, false));
  return { form, save, failure, conflict, settle, leaveConflict: () => setConflict(null) };
}
