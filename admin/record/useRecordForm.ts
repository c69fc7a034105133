import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import type { CollectionName } from '#domain/nouns.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, createRecord, getRecord, updateRecord } from '../api/records.ts';
import { guardLeaving, leaveFreely } from '../router.ts';
import { refreshAll } from './queries.ts';
import { conflictingFields, type FormValues, formValues, schemaOf, valuesToSend } from './schema.ts';

const UNSAVED = 'Có thay đổi chưa lưu. Bỏ các thay đổi đó?';

/** What others saved meanwhile. */
export interface Conflict {
  theirs: AnyRecord;
  /** Fields that both changed. */
  fields: string[];
}

export interface RecordFormState {
  form: UseFormReturn<FormValues>;
  save: () => Promise<void>;
  failure: Failure | null;
  conflict: Conflict | null;
  /** Builds upon what others saved and keeps what was typed here. */
  acceptTheirs: () => void;
}

interface Options {
  collection: CollectionName;
  /** Null for a new one. */
  record: AnyRecord | null;
  /** Values of a new one besides the empty ones. */
  start: FormValues;
  onSaved: (record: AnyRecord) => void;
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

  const take = (saved: AnyRecord, keepDirtyValues: boolean) => {
    setBase(saved);
    setConflict(null);
    setFailure(null);
    form.reset(formValues(collection, saved), { keepDirtyValues });
  };

  const refuse = async (problem: Failure, mine: FormValues) => {
    if (problem.isStale && base !== null) {
      const theirs = await getRecord(collection, base.id);
      setConflict({ theirs, fields: conflictingFields(formValues(collection, base), mine, theirs) });
      return;
    }
    setFailure(problem);
    for (const [name, message] of Object.entries(problem.fields)) form.setError(name, { type: 'server', message });
  };

  const send = (values: FormValues): Promise<AnyRecord> => {
    const before = base === null ? null : formValues(collection, base);
    const body = valuesToSend(collection, before, values);
    return base === null ? createRecord(collection, body) : updateRecord(collection, base.id, base['version'], body);
  };

  const save = form.handleSubmit(async (values) => {
    setFailure(null);
    setConflict(null);
    try {
      const saved = await send(values);
      take(saved, false);
      leaveFreely();
      onSaved(saved);
      await refreshAll(client);
    } catch (error) {
      const problem = failureOf(error);
      await refuse(problem, values).catch(() => setFailure(problem));
    }
  });

  const acceptTheirs = () => conflict !== null && take(conflict.theirs, true);
  return { form, save, failure, conflict, acceptTheirs: () => void acceptTheirs() };
}
