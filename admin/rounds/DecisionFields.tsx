import { AUTHORITIES, type Decision } from '#domain/decision.ts';
import type { DecisionChoice } from '../api/roundRows.ts';
import { RelationInput } from '../record/RelationInput.tsx';
import { labelOf, shapeOfField } from '../record/schema.ts';
import { ChoiceField, SegmentField } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import { TextField } from '../ui/textFields.tsx';

const WAYS = { fresh: 'Quyết định mới', known: 'Quyết định đã có' } as const;
const label = (field: string) => shapeOfField('decisions', field).label;

/** What is typed of the decision. */
export interface Typed {
  way: keyof typeof WAYS;
  decision: string;
  number: string;
  decided_on: string;
  authority: Decision['authority'];
  authority_name: string;
}

/** The decision as the step asks for it. */
export function choiceOf({ way, decision, ...fresh }: Typed): DecisionChoice {
  return way === 'known' ? { decision } : { new_decision: fresh };
}

/** Whether enough is typed to take the step. */
export function isWhole({ way, decision, number, decided_on, authority }: Typed): boolean {
  return way === 'known' ? decision !== '' : number !== '' && decided_on !== '' && authority !== '';
}

/** A new decision, or one that is there. */
export function DecisionFields({ typed, onChange }: { typed: Typed; onChange: (typed: Typed) => void }) {
  const change = (some: Partial<Typed>) => onChange({ ...typed, ...some });
  return (
    <section aria-label="Quyết định" className="card grid gap-4 p-5 tablet:grid-cols-2">
      <div className="tablet:col-span-2">
        <SegmentField
          choices={WAYS}
          label="Quyết định"
          onChange={(way) => change({ way: way as Typed['way'] })}
          value={typed.way}
        />
      </div>
      {typed.way === 'known' ? (
        <RelationInput
          label={labelOf('decisions').one}
          onChange={(decision) => change({ decision })}
          to="decisions"
          value={typed.decision}
        />
      ) : (
        <>
          <TextField
            isRequired
            label={label('number')}
            onChange={(number) => change({ number })}
            value={typed.number}
          />
          <DayField
            isRequired
            label={label('decided_on')}
            onChange={(day) => change({ decided_on: day })}
            value={typed.decided_on}
          />
          <ChoiceField
            choices={AUTHORITIES}
            isRequired
            label={label('authority')}
            onChange={(code) => change({ authority: code as Typed['authority'] })}
            value={typed.authority}
          />
          <TextField
            label={label('authority_name')}
            onChange={(name) => change({ authority_name: name })}
            value={typed.authority_name}
          />
        </>
      )}
    </section>
  );
}
