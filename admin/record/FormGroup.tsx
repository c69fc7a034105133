import { useId, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Controller, type FieldError, type UseFormReturn } from 'react-hook-form';
import { RECORD_STATES } from '#domain/noun.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { isBeyondDraft } from '#domain/rules/review.ts';
import { mayApprove } from '../access.ts';
import { presentations } from '../nouns.ts';
import type { FieldGroup } from '../presentation.ts';
import { usePerson } from '../shell/person.ts';
import type { Choices } from '../ui/choiceFields.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FieldInput } from './FieldInput.tsx';
import { type FormValues, shapeOfField } from './schema.ts';

/** The id of a field's place on the page: problems lead there. */
export const fieldId = (name: string) => `truong-${name}`;

interface GroupProps {
  collection: CollectionName;
  group: FieldGroup;
  form: UseFormReturn<FormValues>;
  isReadOnly: boolean;
  /** The only fields that may be typed in; all where there is none. */
  only?: readonly string[] | undefined;
}

/** The first message within a field's error: values with parts have errors with parts. */
export function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { message } = error as FieldError;
  if (typeof message === 'string' && message !== '') return readable(message);
  for (const part of Object.values(error)) {
    const found = messageOf(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The schema library's own sentences are English: only what the domain says itself is shown. */
function readable(message: string): string {
  return /^(Invalid|Too|Expected|Required|Unrecognized)/.test(message) ? 'Viết chưa đúng khuôn mẫu.' : message;
}

/** Only an approver makes a record public or takes it away; of one that was approved others propose it. */
function stateChoices(name: string, value: unknown, isApprover: boolean): Choices | undefined {
  if (name !== 'state' || isApprover) return undefined;
  const { draft, waiting, approved, withdrawn } = RECORD_STATES;
  if (isBeyondDraft(String(value))) return { approved, withdrawn };
  const present = RECORD_STATES[value as keyof typeof RECORD_STATES];
  return value === 'draft' || value === 'waiting' || present === undefined
    ? { draft, waiting }
    : { [String(value)]: present };
}

function FormField({ collection, name, form, isReadOnly, only }: Omit<GroupProps, 'group'> & { name: string }) {
  const { role } = usePerson();
  const shape = shapeOfField(collection, name);
  const { fixed = [], fixedIn } = presentations[collection];
  const isFixed =
    fixed.includes(name) || only?.includes(name) === false || fixedIn?.(form.getValues()).includes(name) === true;
  return (
    <div id={fieldId(name)}>
      <Controller
        control={form.control}
        name={name}
        render={({ field, fieldState }) => (
          <FieldInput
            choices={stateChoices(name, field.value, mayApprove(role))}
            collection={collection}
            error={messageOf(fieldState.error)}
            isDisabled={isReadOnly || isFixed}
            name={name}
            onBlur={field.onBlur}
            onChange={field.onChange}
            shape={shape}
            value={field.value}
          />
        )}
      />
    </div>
  );
}

function Fields({ group, ...rest }: GroupProps) {
  return (
    <div className="flex flex-col gap-5">
      {group.fields.map((name) => (
        <FormField key={name} name={name} {...rest} />
      ))}
    </div>
  );
}

/** One group of a form's fields. A folded one opens when asked, when a link leads into it, and when it holds an error. */
export function FormGroup(props: GroupProps) {
  const { group, form } = props;
  const headingId = useId();
  const hasError = group.fields.some((name) => form.formState.errors[name] !== undefined);
  const isAskedFor = group.fields.some((name) => window.location.hash === `#${fieldId(name)}`);
  const [isOpen, setOpen] = useState(isAskedFor);
  if (!group.isFolded) {
    return (
      <section aria-labelledby={headingId} className="card p-5">
        <h2 className="mb-4 text-lg" id={headingId}>
          {group.title}
        </h2>
        <Fields {...props} />
      </section>
    );
  }
  return (
    <Disclosure className="card" isExpanded={isOpen || hasError} onExpandedChange={setOpen}>
      <Heading level={2}>
        <Button className="flex w-full items-center justify-between rounded-card p-5 text-start text-lg" slot="trigger">
          {group.title}
          <Icon name={isOpen || hasError ? 'up' : 'down'} />
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="px-5 pb-5">
          <Fields {...props} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
