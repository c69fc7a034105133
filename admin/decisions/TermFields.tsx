import { LEGAL_BASES } from '#domain/recognition.ts';
import { shapeOfField } from '../record/schema.ts';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import type { TermErrors, Terms } from './terms.ts';

const label = (field: keyof Terms) => shapeOfField('recognitions', field).label;

interface TermFieldsProps {
  terms: Terms;
  errors: TermErrors;
  onChange: (change: Partial<Terms>) => void;
}

/** Basis and days that hold for all recognitions of a decision. */
export function TermFields({ terms, errors, onChange }: TermFieldsProps) {
  return (
    <>
      <ChoiceField
        choices={LEGAL_BASES}
        emptyWords="Chưa rõ"
        error={errors.legal_basis}
        label={label('legal_basis')}
        onChange={(code) => onChange({ legal_basis: code as Terms['legal_basis'] })}
        value={terms.legal_basis}
      />
      <DayField
        error={errors.issued_on}
        label={label('issued_on')}
        onChange={(day) => onChange({ issued_on: day })}
        value={terms.issued_on}
      />
      <DayField
        error={errors.expires_on}
        hint={shapeOfField('recognitions', 'expires_on').hint}
        label={label('expires_on')}
        onChange={(day) => onChange({ expires_on: day })}
        value={terms.expires_on}
      />
    </>
  );
}
