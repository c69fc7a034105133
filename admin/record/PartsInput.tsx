import type { PartShape } from '../presentation.ts';
import { DayField } from '../ui/DayField.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { RowsField, type RowValues } from '../ui/RowsField.tsx';
import { NumberField, TextField } from '../ui/textFields.tsx';
import { RelationInput } from './RelationInput.tsx';

function emptyRow(parts: readonly PartShape[]): RowValues {
  return Object.fromEntries(parts.map(({ name, kind }) => [name, kind === 'number' ? 0 : '']));
}

interface PartInputProps {
  part: PartShape;
  value: unknown;
  onChange: (value: unknown) => void;
  isDisabled: boolean;
}

function PartInput({ part, value, onChange, isDisabled }: PartInputProps) {
  const common = { label: part.label, onChange, isDisabled };
  if (part.kind === 'number') return <NumberField {...common} value={Number(value)} />;
  if (part.kind === 'day') return <DayField {...common} value={String(value)} />;
  if (part.kind === 'relation' && part.to !== undefined)
    return <RelationInput {...common} to={part.to} value={String(value)} />;
  return <TextField {...common} value={String(value)} />;
}

/** A list of small objects with named parts. */
export function PartsInput({ parts, ...field }: FieldProps<RowValues[] | null> & { parts: readonly PartShape[] }) {
  return (
    <RowsField
      {...field}
      emptyRow={emptyRow(parts)}
      renderRow={(row, set) =>
        parts.map((part) => (
          <PartInput
            isDisabled={field.isDisabled ?? false}
            key={part.name}
            onChange={(value) => set(part.name, value)}
            part={part}
            value={row[part.name] ?? ''}
          />
        ))
      }
    />
  );
}
