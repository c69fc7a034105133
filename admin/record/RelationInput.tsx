import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { toRecord } from '../paths.ts';
import { TextLink } from '../ui/Button.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { LookupField, type Option } from '../ui/LookupField.tsx';
import { LookupListField } from '../ui/LookupListField.tsx';
import { finderFor, toOption } from './find.ts';
import { useRecords } from './queries.ts';

/** What was chosen before is known by id alone: until its title has come, the id stands in for it. */
function useChosen(
  collection: CollectionName,
  ids: readonly string[],
  remembered: ReadonlyMap<string, Option>,
): Option[] {
  const unknown = ids.filter((id) => !remembered.has(id));
  const records = useRecords(collection, unknown).data ?? [];
  const found = new Map(records.map((record) => [record.id, toOption(collection, record)] as const));
  return ids.map((id) => remembered.get(id) ?? found.get(id) ?? { id, title: '…' });
}

interface RelationProps<T> extends FieldProps<T> {
  to: CollectionName;
  isLabelHidden?: boolean;
}

/** The id of one record of a collection. */
export function RelationInput({ to, filter, value, onChange, ...field }: RelationProps<string> & { filter?: string }) {
  const [find] = useState(() => finderFor(to, filter));
  const [remembered, setRemembered] = useState<ReadonlyMap<string, Option>>(new Map());
  const [chosen = null] = useChosen(to, value === '' ? [] : [value], remembered);
  const choose = (option: Option | null) => {
    if (option !== null) setRemembered(new Map([[option.id, option]]));
    onChange(option?.id ?? '');
  };
  return (
    <div className="flex flex-col gap-1">
      <LookupField {...field} find={find} onChange={choose} value={chosen} />
      {value !== '' && !field.isLabelHidden && (
        <span className="text-sm">
          <TextLink href={toRecord(to, value)}>{`Mở ${field.label.toLowerCase()}`}</TextLink>
        </span>
      )}
    </div>
  );
}

/** The ids of several records of a collection. */
export function RelationsInput({ to, value, onChange, ...field }: RelationProps<string[]>) {
  const [find] = useState(() => finderFor(to));
  const [remembered, setRemembered] = useState<ReadonlyMap<string, Option>>(new Map());
  const chosen = useChosen(to, value, remembered);
  const choose = (options: Option[]) => {
    setRemembered(new Map(options.filter((option) => option.title !== '…').map((option) => [option.id, option])));
    onChange(options.map((option) => option.id));
  };
  return <LookupListField {...field} find={find} onChange={choose} value={chosen} />;
}
