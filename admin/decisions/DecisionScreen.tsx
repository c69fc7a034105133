import type { ReactNode } from 'react';
import type { Decision } from '#domain/decision.ts';
import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { toList, toRecord } from '../paths.ts';
import { useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { LoadError, Loading, Notice } from '../ui/states.tsx';

interface Props {
  id: string;
  title: string;
  /** What one must be allowed to do with recognitions, and what is said to who may not. */
  needs: 'create' | 'update';
  refusal: string;
  children: (decision: Decision) => ReactNode;
  /** Stands below, whoever looks. */
  below?: ReactNode;
}

/** A screen for the many products of one decision: the way back, the decision in a line, and the work where one may do it. */
export function DecisionScreen({ id, title, needs, refusal, children, below }: Props) {
  const person = usePerson();
  const record = useRecord('decisions', id);
  const decision = record.data as (Decision & AnyRecord) | undefined;
  const { title: nameOf, detail } = presentations.decisions;
  const trail = [{ title: labelOf('decisions').many, href: toList('decisions') }];
  if (decision !== undefined) trail.push({ title: nameOf(decision), href: toRecord('decisions', id) });
  const isAllowed = may(person, needs, 'recognitions');
  return (
    <Screen title={title} trail={trail}>
      {decision !== undefined && <p className="text-ink-2">{`${nameOf(decision)} · ${detail?.(decision) ?? ''}`}</p>}
      {record.isError && <LoadError message={record.error.message} onRetry={() => record.refetch()} />}
      {record.isPending && <Loading />}
      {decision !== undefined && !isAllowed && (
        <Notice icon="warning" tone="attention">
          {refusal}
        </Notice>
      )}
      {decision !== undefined && isAllowed && children(decision)}
      {below}
    </Screen>
  );
}
