import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import type { CollectionName } from '#domain/nouns.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type ProposalRecord, proposeChange, proposeNew } from '../api/proposals.ts';
import { type AnyRecord, createRecord } from '../api/records.ts';
import { ownerFields, type ReviewWay, useReviewWay } from '../review/queries.ts';
import type { Found } from '../unsaved/kept.ts';
import { type Unsaved, useUnsaved } from '../unsaved/useUnsaved.ts';
import { refreshAll } from './queries.ts';
import { type Conflict, type Send, saveMerged, saveNow } from './saveMerged.ts';
import { type FormValues, formSchema, formValues, valuesToSend } from './schema.ts';
import { baseUnder, COMMENT, unsavedName } from './typedValues.ts';

export interface RecordFormState {
  form: UseFormReturn<FormValues>;
  save: () => Promise<void>;
  /** Sends what was typed to review; the record stays as it is. */
  propose: () => Promise<void>;
  way: ReviewWay;
  /** For who approves. */
  comment: string;
  setComment: (comment: string) => void;
  failure: Failure | null;
  conflict: Conflict | null;
  /** Saves what others saved with what was typed here; of what both changed, that of `chosen` is mine. */
  settle: (chosen: readonly string[]) => Promise<void>;
  /** Back to the form, with nothing saved and nothing lost. */
  leaveConflict: () => void;
  unsaved: Unsaved;
  /** Puts what was typed before into the form, upon the record that it was typed on where that changed since. */
  takeFound: (found: Found) => void;
  /** What a proposal that is gone on with had put into the form: nobody typed it now. */
  earlier: ProposalRecord | null;
  base: AnyRecord | null;
}

interface Options {
  collection: CollectionName;
  /** Null for a new one. */
  record: AnyRecord | null;
  /** Values of a new one besides the empty ones. */
  start: FormValues;
  /** A proposal of this person's that is gone on with. */
  earlier?: ProposalRecord | null;
  /**
   * `isMerged`: somebody else’s save stands beside this one. `proposal`: the id of what waits for approval; there is no record yet where a new
   * one waits.
   */
  onSaved: (record: AnyRecord | null, isMerged: boolean, proposal: string | undefined) => void;
}

/** The state of one record's form: checked by the schema, saved with its version, nothing typed is ever thrown away. */
export function useRecordForm(options: Options): RecordFormState {
  const { collection, record, start, earlier = null, onSaved } = options;
  const client = useQueryClient();
  const [base, setBase] = useState(record);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<(Conflict & { send: Send }) | null>(null);
  const [comment, setComment] = useState(earlier?.comment ?? '');
  const form = useForm<FormValues>({
    resolver: zodResolver(formSchema(collection, record)) as unknown as Resolver<FormValues>,
    defaultValues: formValues(collection, record ?? start),
  });
  const { isDirty } = form.formState;
  const unsaved = useUnsaved(unsavedName(collection, record, start, earlier));
  const owners = ownerFields(collection);
  const owned = form.watch([...owners]);
  const way = useReviewWay(collection, record, Object.fromEntries(owners.map((field, at) => [field, owned[at]])));

  // Somebody else's save is taken over at once while nothing is typed here.
  useEffect(() => {
    if (record === null || isDirty || record.updated <= (base?.updated ?? '')) return;
    setBase(record);
    form.reset(formValues(collection, record));
  }, [record, base, isDirty, collection, form]);

  // What was proposed before is typed once more, upon what is approved now.
  useEffect(() => {
    for (const [name, value] of Object.entries(earlier?.after ?? {})) form.setValue(name, value, { shouldDirty: true });
  }, [earlier, form]);

  const finish = async (saved: AnyRecord | null, isMerged: boolean, proposal?: string) => {
    setBase(saved);
    setConflict(null);
    form.reset(formValues(collection, saved ?? start));
    unsaved.forget();
    setComment('');
    onSaved(saved, isMerged, proposal);
    await refreshAll(client);
  };

  const refuse = (error: unknown) => {
    const problem = failureOf(error);
    setConflict(null);
    setFailure(problem);
    for (const [name, message] of Object.entries(problem.fields)) form.setError(name, { type: 'server', message });
  };

  const replaces = earlier?.state === 'waiting' ? { replaces: earlier.id } : {};
  const sendToReview: Send = async (_, below, values) => ({
    saved: below,
    proposal: await proposeChange(collection, below, { values, comment, ...replaces }),
  });
  const saveNew = async (values: FormValues, isProposed: boolean) => {
    const sent = valuesToSend(collection, null, values);
    if (!isProposed) await finish(await createRecord(collection, sent), false);
    else await finish(null, false, await proposeNew(collection, { values: sent, comment, ...replaces }));
  };

  const saveUpon = async (below: AnyRecord | null, values: FormValues, send: Send, isMerged = false) => {
    setFailure(null);
    try {
      if (below === null) {
        await saveNew(values, send === sendToReview);
        return;
      }
      const outcome = await saveMerged(collection, below, values, send, isMerged);
      if ('conflict' in outcome) setConflict({ ...outcome.conflict, send });
      else await finish(outcome.saved, outcome.isMerged, outcome.proposal);
    } catch (error) {
      refuse(error);
    }
  };

  const settle = async (chosen: readonly string[]) => {
    if (conflict === null) return;
    const { theirs, merged, mine, send } = conflict;
    const values = { ...merged, ...Object.fromEntries(chosen.map((name) => [name, mine[name]])) };
    await saveUpon(theirs, values, send, true);
  };

  const takeFound = ({ values, before, version }: Found) => {
    const { [COMMENT]: words, ...typed } = values;
    const below = record === null ? null : baseUnder(collection, record, { typed, before, version });
    const now = { ...form.getValues() };
    const mine = Object.keys(form.formState.dirtyFields).map((name) => [name, now[name]] as const);
    if (below !== null) {
      setBase(below);
      form.reset(formValues(collection, below));
    }
    const known = Object.entries(typed).filter(([name]) => name in now);
    for (const [name, value] of [...mine, ...known]) form.setValue(name, value, { shouldDirty: true });
    if (typeof words === 'string') setComment(words);
  };

  const save = form.handleSubmit((values) => saveUpon(base, values, way.isProposed ? sendToReview : saveNow));
  const propose = form.handleSubmit((values) => saveUpon(base, values, sendToReview));
  const leaveConflict = () => setConflict(null);
  const acts = { save, propose, settle, leaveConflict, takeFound };
  return { form, way, comment, setComment, failure, conflict, unsaved, earlier, base, ...acts };
}
