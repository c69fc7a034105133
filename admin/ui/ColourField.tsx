import { Input, TextField } from 'react-aria-components';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

/** What the browser's own chooser begins with while nothing is set; it knows no empty value. */
const NO_COLOUR = '#888888';

/** A colour, typed as `#rrggbb` or chosen in the browser's own way. */
export function ColourField(props: FieldProps<string>) {
  const { label, value, onChange, onBlur, hint, error, isRequired, isDisabled } = props;
  const isColour = /^#[0-9a-f]{6}$/i.test(value);
  return (
    <TextField
      {...ariaProps(props)}
      {...(onBlur ? { onBlur } : {})}
      autoComplete="off"
      onChange={onChange}
      value={value}
    >
      <FieldLabel isRequired={isRequired ?? false} label={label} />
      <div className="flex items-center gap-2">
        <Input className="box max-w-40" maxLength={7} placeholder="#" spellCheck={false} />
        <input
          aria-label={`Chọn ${label.toLowerCase()}`}
          className="box h-10 w-16 cursor-pointer p-1"
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
          type="color"
          value={isColour ? value : NO_COLOUR}
        />
      </div>
      <FieldNotes error={error} hint={hint} />
    </TextField>
  );
}
