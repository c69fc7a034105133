import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

interface ParsedTextFieldProps<T> extends FieldProps<T | string> {
  toText: (value: T) => string;
  /** Null for what cannot be read: the text itself is then handed on, for the schema to refuse. */
  parse: (text: string) => T | null;
  placeholder?: string;
  /** Label beside the field instead of above it. */
  isRow?: boolean;
}

/** A value with parts that is written as one line. */
export function ParsedTextField<T>(props: ParsedTextFieldProps<T>) {
  const { label, value, onChange, onBlur, hint, error, isRequired, toText, parse, placeholder, isRow } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(text);
    onChange(parse(text) ?? text);
  };
  const leave = () => {
    setTyped(null);
    onBlur?.();
  };
  const kept = typeof value === 'string' ? value : toText(value);
  return (
    <TextField
      {...ariaProps(props)}
      autoComplete="off"
      className={isRow ? 'grid grid-cols-[6rem_1fr] items-center gap-x-3' : 'flex flex-col gap-1'}
      isInvalid={typeof value === 'string' || (error !== undefined && error !== '')}
      onBlur={leave}
      onChange={change}
      value={typed ?? kept}
    >
      <FieldLabel isRequired={isRequired ?? false} label={label} />
      <Input className="box max-w-96" placeholder={placeholder ?? ''} />
      <FieldNotes error={error} hint={hint} />
    </TextField>
  );
}
