import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { momentToText, textToMoment } from './dayText.ts';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

interface DayFieldProps extends FieldProps<string> {
  /** Whether an hour may follow a whole day. */
  withTime?: boolean;
  isLabelHidden?: boolean;
}

/**
 * A day as exact as known, written the Vietnamese way. What cannot be read is handed on as it was typed, so that the schema refuses it
 * and nothing typed is lost.
 */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange, onBlur, hint, error, isRequired, withTime = false, isLabelHidden } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(text);
    onChange(textToMoment(text, withTime) ?? text.trim());
  };
  const leave = () => {
    setTyped(null);
    onBlur?.();
  };
  return (
    <TextField
      {...ariaProps(props)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      autoComplete="off"
      onBlur={leave}
      onChange={change}
      value={typed ?? momentToText(value)}
    >
      {!isLabelHidden && <FieldLabel isRequired={isRequired ?? false} label={label} />}
      <Input className="box max-w-60" placeholder={withTime ? 'ngày/tháng/năm giờ:phút' : 'ngày/tháng/năm'} />
      <FieldNotes error={error} hint={hint} />
    </TextField>
  );
}
