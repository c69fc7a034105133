/** What every field shows around its control: label above, advice and error below, tied to it by React Aria. */
import { FieldError, Label, Text } from 'react-aria-components';

/** What every field of a form takes. `error` empty when there is none. */
export interface FieldProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  onBlur?: () => void;
  hint?: string | undefined;
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
}

/** The part of the properties that React Aria's fields take as they are. */
export function ariaProps({ error, isRequired = false, isDisabled = false }: Omit<FieldProps<unknown>, 'onChange'>) {
  return {
    className: 'flex flex-col gap-1',
    isDisabled,
    isInvalid: error !== undefined && error !== '',
    isRequired,
    // Messages come from the schema and from PocketBase, never from the browser in its own language.
    validationBehavior: 'aria' as const,
  };
}

export function FieldLabel({ label, isRequired = false }: { label: string; isRequired?: boolean }) {
  return (
    <Label className="font-semibold">
      {label}
      {isRequired && <span className="font-normal text-ink-2"> (cần điền)</span>}
    </Label>
  );
}

/** Advice and error; inside a React Aria field, which ties them to its control. */
export function FieldNotes({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint !== undefined && hint !== '' && (
        <Text className="text-sm text-ink-2" slot="description">
          {hint}
        </Text>
      )}
      <FieldError className="text-sm font-semibold text-danger">{error}</FieldError>
    </>
  );
}

/** The same for a group of controls that is no React Aria field: `id` is named by the group's `aria-describedby`. */
export function GroupNotes({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <div id={id}>
      {hint !== undefined && hint !== '' && <p className="text-sm text-ink-2">{hint}</p>}
      {error !== undefined && error !== '' && <p className="text-sm font-semibold text-danger">{error}</p>}
    </div>
  );
}
