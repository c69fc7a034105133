import type { FieldShape } from '#domain/field.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { WEEKDAYS } from '#domain/salesPoint.ts';
import { instantWords } from '../clock.ts';
import { limitsFilter } from '../limits/limits.ts';
import { presentations } from '../nouns.ts';
import { usePerson } from '../shell/person.ts';
import { ColourField } from '../ui/ColourField.tsx';
import { ChoiceField, type Choices, ChoicesField, SegmentField, SwitchFieldRow } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { type Hours, HoursField } from '../ui/HoursField.tsx';
import { MarkdownPreview } from '../ui/MarkdownPreview.tsx';
import { ParsedTextField } from '../ui/ParsedTextField.tsx';
import { type Point, pointToText, textToPoint } from '../ui/pointText.ts';
import type { RowValues } from '../ui/RowsField.tsx';
import { NumberField, TextField } from '../ui/textFields.tsx';
import { MediaInput } from './MediaInput.tsx';
import { PartsInput } from './PartsInput.tsx';
import { RelationInput, RelationsInput } from './RelationInput.tsx';

const DAY_NAMES = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'];
const WEEK = Object.fromEntries(WEEKDAYS.map((code, at) => [code, DAY_NAMES[at] ?? code]));

/** More choices than these are put into a list that opens. */
const SEGMENTS = 3;

interface FieldInputProps {
  collection: CollectionName;
  name: string;
  shape: FieldShape;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  error: string | undefined;
  isDisabled: boolean;
  /** Only some codes of a choice, where a role may not set all. */
  choices?: Choices | undefined;
}

type Common = Omit<FieldProps<never>, 'value' | 'onChange'> & { onChange: (value: unknown) => void };

function ChoiceInput({ shape, value, common }: { shape: FieldShape; value: string; common: Common }) {
  const choices = shape.choices ?? {};
  const emptyWords = shape.required ? undefined : 'Chưa rõ';
  const Field = Object.keys(choices).length <= SEGMENTS ? SegmentField : ChoiceField;
  return <Field {...common} choices={choices} emptyWords={emptyWords} value={value} />;
}

interface RelationFieldProps extends Pick<FieldInputProps, 'collection' | 'name' | 'shape' | 'value'> {
  common: Common;
}

function RelationField({ collection, name, shape, value, common }: RelationFieldProps) {
  const filter = limitsFilter(usePerson(), collection, name);
  const to = shape.to as CollectionName;
  if (to === 'media') {
    const ids = Array.isArray(value) ? (value as string[]) : value === '' ? [] : [String(value)];
    const change = (next: string[]) => common.onChange(shape.many ? next : (next[0] ?? ''));
    return <MediaInput {...common} max={shape.many ? (shape.max ?? 20) : 1} onChange={change} value={ids} />;
  }
  if (shape.many) return <RelationsInput {...common} to={to} value={value as string[]} />;
  return <RelationInput {...common} filter={filter} to={to} value={String(value)} />;
}

function JsonInput({ collection, name, value, common }: Omit<FieldInputProps, 'shape'> & { common: Common }) {
  if (name === 'opening_hours') return <HoursField {...common} days={WEEK} value={value as Hours} />;
  const parts = presentations[collection].parts?.[name] ?? [];
  return <PartsInput {...common} parts={parts} value={value as RowValues[] | null} />;
}

function NumberInput({ collection, name, shape, value, common }: Omit<FieldInputProps, 'error'> & { common: Common }) {
  const named = presentations[collection].numbers?.[name];
  if (named === undefined)
    return (
      <NumberField
        {...common}
        isInteger={shape.integer ?? false}
        isUngrouped={shape.ungrouped ?? false}
        unit={shape.unit}
        value={Number(value)}
      />
    );
  return (
    <ChoiceField
      {...common}
      choices={named}
      emptyWords="Chưa rõ"
      onChange={(code) => common.onChange(Number(code))}
      value={value === 0 ? '' : String(value)}
    />
  );
}

function TextInput({ collection, name, shape, value, common }: Omit<FieldInputProps, 'error'> & { common: Common }) {
  const text = String(value);
  if (shape.colour) return <ColourField {...common} value={text} />;
  if (presentations[collection].moments?.includes(name)) return <DayField {...common} value={text} withTime />;
  const type =
    name === 'password' ? 'password' : shape.kind === 'email' ? 'email' : shape.kind === 'link' ? 'url' : 'text';
  const autoComplete = name === 'password' ? 'new-password' : 'off';
  const field = (
    <TextField {...common} autoComplete={autoComplete} isLong={shape.long ?? false} type={type} value={text} />
  );
  if (!presentations[collection].markdown?.includes(name)) return field;
  return (
    <>
      {field}
      <MarkdownPreview label={`Xem trước: ${shape.label.toLowerCase()}`} markdown={text} />
    </>
  );
}

/** The control that fits a field's shape. */
export function FieldInput(props: FieldInputProps) {
  const { shape, value, onChange, onBlur, error, isDisabled } = props;
  const common: Common = {
    label: shape.label,
    hint: shape.hint,
    isRequired: shape.required ?? false,
    isDisabled,
    error,
    onChange,
    onBlur,
  };
  switch (shape.kind) {
    case 'day':
      return <DayField {...common} value={String(value)} />;
    case 'instant':
      return <TextField {...common} isDisabled value={instantWords(String(value))} />;
    case 'number':
      return <NumberInput {...props} common={common} />;
    case 'choice':
      if (shape.many) return <ChoicesField {...common} choices={shape.choices ?? {}} value={value as string[]} />;
      return (
        <ChoiceInput
          common={common}
          shape={{ ...shape, choices: props.choices ?? shape.choices ?? {} }}
          value={String(value)}
        />
      );
    case 'flag':
      return <SwitchFieldRow {...common} value={value === true} />;
    case 'relation':
      return (
        <RelationField collection={props.collection} common={common} name={props.name} shape={shape} value={value} />
      );
    case 'point':
      return (
        <ParsedTextField<Point>
          {...common}
          hint={shape.hint ?? 'Vĩ độ, kinh độ như chép từ bản đồ: 21.2731, 106.1946.'}
          parse={textToPoint}
          toText={pointToText}
          value={value as Point}
        />
      );
    case 'json':
      return <JsonInput {...props} common={common} />;
    default:
      return <TextInput {...props} common={common} />;
  }
}
