import { type ReactNode, useId } from 'react';
import { Group } from 'react-aria-components';
import { Button, IconButton } from './Button.tsx';
import { type FieldProps, GroupNotes } from './field.tsx';

export type RowValues = Record<string, unknown>;

interface RowsFieldProps extends FieldProps<RowValues[] | null> {
  emptyRow: RowValues;
  /** The controls of one row. `set` changes one of its values. */
  renderRow: (row: RowValues, set: (name: string, value: unknown) => void, position: number) => ReactNode;
  addWords?: string;
}

/** A short list of small things, each with a few values: edited in place, in order. */
export function RowsField(props: RowsFieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    isDisabled = false,
    emptyRow,
    renderRow,
    addWords = 'Thêm dòng',
  } = props;
  const notesId = useId();
  const rows = value ?? [];
  const replace = (position: number, row: RowValues) =>
    onChange(rows.map((each, at) => (at === position ? row : each)));
  const remove = (position: number) => {
    const left = rows.filter((_, at) => at !== position);
    onChange(left.length === 0 ? null : left);
  };
  return (
    <Group aria-describedby={notesId} aria-label={label} className="flex flex-col gap-2">
      <p className="font-semibold">{label}</p>
      {rows.map((row, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div className="flex items-end gap-2 border-line border-b pb-2" key={position}>
          <div className="grid min-w-0 flex-1 gap-2 tablet:auto-cols-fr tablet:grid-flow-col">
            {renderRow(row, (name, next) => replace(position, { ...row, [name]: next }), position)}
          </div>
          {!isDisabled && (
            <IconButton icon="remove" label={`Bỏ dòng ${position + 1}`} onPress={() => remove(position)} />
          )}
        </div>
      ))}
      {!isDisabled && (
        <div>
          <Button icon="add" onPress={() => onChange([...rows, emptyRow])}>
            {addWords}
          </Button>
        </div>
      )}
      <GroupNotes error={error} hint={hint} id={notesId} />
    </Group>
  );
}
