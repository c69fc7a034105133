import { NumberField as AriaNumberField, TextField as AriaTextField, Input, TextArea } from 'react-aria-components';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search';
  autoComplete?: string;
  /** The keys that a phone shows. */
  inputMode?: 'numeric';
  placeholder?: string;
  /** Several lines. */
  isLong?: boolean;
  /** Spoken, not seen: for cells of a table whose heading says the same. */
  isLabelHidden?: boolean;
}

/** One line of text, or several that grow with what is written. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, onBlur, hint, error, isRequired, isLong, isLabelHidden, placeholder } = props;
  const control = { className: 'box', placeholder: placeholder ?? '' };
  return (
    <AriaTextField
      {...ariaProps(props)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(props.inputMode ? { inputMode: props.inputMode } : {})}
      autoComplete={props.autoComplete ?? 'off'}
      onChange={onChange}
      type={props.type ?? 'text'}
      value={value}
    >
      {!isLabelHidden && <FieldLabel isRequired={isRequired ?? false} label={label} />}
      {isLong ? (
        <TextArea {...control} className="box field-sizing-content min-h-16" rows={2} />
      ) : (
        <Input {...control} />
      )}
      <FieldNotes error={error} hint={hint} />
    </AriaTextField>
  );
}

interface NumberFieldProps extends FieldProps<number> {
  isInteger?: boolean;
  /** A year: no dot between thousands. */
  isUngrouped?: boolean;
  unit?: string | undefined;
  isLabelHidden?: boolean;
}

/** A number written as in Viet Nam (1.250.000). An empty field is 0: nobody stated it. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, onBlur, hint, error, isRequired, isInteger, isUngrouped, unit, isLabelHidden } =
    props;
  return (
    <AriaNumberField
      {...ariaProps(props)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(onBlur ? { onBlur } : {})}
      formatOptions={{ maximumFractionDigits: isInteger ? 0 : 6, useGrouping: !isUngrouped }}
      minValue={0}
      onChange={(next) => onChange(Number.isNaN(next) ? 0 : next)}
      value={value === 0 ? Number.NaN : value}
    >
      {!isLabelHidden && <FieldLabel isRequired={isRequired ?? false} label={label} />}
      <div className="flex items-center gap-2">
        <Input className="box max-w-60" />
        {unit !== undefined && <span className="text-ink-2">{unit}</span>}
      </div>
      <FieldNotes error={error} hint={hint} />
    </AriaNumberField>
  );
}
