import { useId } from 'react';
import { Group } from 'react-aria-components';
import { Button } from './Button.tsx';
import { type FieldProps, GroupNotes } from './field.tsx';
import { type Span, spansToText, textToSpans } from './hoursText.ts';
import { ParsedTextField } from './ParsedTextField.tsx';

/** Day code → spans; a text where what was typed cannot be read. Null where nobody stated the hours. */
export type Hours = Record<string, Span[] | string> | null;

interface HoursFieldProps extends FieldProps<Hours> {
  /** Code and name of each day, in order. */
  days: Readonly<Record<string, string>>;
}

/** A week's opening hours, one line a day. */
export function HoursField({ label, value, onChange, hint, error, isDisabled = false, days }: HoursFieldProps) {
  const notesId = useId();
  const codes = Object.keys(days);
  const start = () => onChange(Object.fromEntries(codes.map((code) => [code, []])));
  const copyFirst = () => onChange(Object.fromEntries(codes.map((code) => [code, value?.[codes[0] ?? ''] ?? []])));
  return (
    <Group aria-describedby={notesId} aria-label={label} className="flex flex-col gap-2">
      <p className="font-semibold">{label}</p>
      {value === null ? (
        <div className="flex items-center gap-3 text-ink-2">
          Chưa có thông tin.
          {!isDisabled && <Button onPress={start}>Nhập giờ</Button>}
        </div>
      ) : (
        <>
          {Object.entries(days).map(([code, name]) => (
            <ParsedTextField<Span[]>
              error={typeof value[code] === 'string' ? 'Viết như 07:30–11:30, 13:30–17:00.' : ''}
              isDisabled={isDisabled}
              isRow
              key={code}
              label={name}
              onChange={(spans) => onChange({ ...value, [code]: spans })}
              parse={textToSpans}
              placeholder="nghỉ"
              toText={spansToText}
              value={value[code] ?? []}
            />
          ))}
          {!isDisabled && (
            <div className="flex flex-wrap gap-2">
              <Button onPress={copyFirst}>{`Chép ${days[codes[0] ?? '']?.toLowerCase()} cho cả tuần`}</Button>
              <Button look="quiet" onPress={() => onChange(null)}>
                Xóa: chưa có thông tin
              </Button>
            </div>
          )}
        </>
      )}
      <GroupNotes error={error} hint={hint} id={notesId} />
    </Group>
  );
}
