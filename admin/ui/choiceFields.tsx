import type { ReactNode } from 'react';
import {
  Button,
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  ListBox,
  ListBoxItem,
  Popover,
  RadioButton,
  RadioField,
  RadioGroup,
  Select,
  SelectValue,
  SwitchButton,
  SwitchField,
} from 'react-aria-components';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './Icon.tsx';

/** Code → words, in order. */
export type Choices = Readonly<Record<string, string>>;

interface ChoiceFieldProps extends FieldProps<string> {
  choices: Choices;
  /** Words for the empty choice; without them one must be chosen. */
  emptyWords?: string | undefined;
  isLabelHidden?: boolean;
}

function entries(choices: Choices, emptyWords: string | undefined): [string, string][] {
  const all = Object.entries(choices);
  return emptyWords === undefined ? all : [['', emptyWords], ...all];
}

/** One of a list. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, value, onChange, onBlur, hint, error, isRequired, choices, emptyWords, isLabelHidden } = props;
  return (
    <Select
      {...ariaProps(props)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(onBlur ? { onBlur } : {})}
      onChange={(key) => onChange(String(key ?? ''))}
      placeholder="Chọn một mục"
      value={value === '' && emptyWords === undefined ? null : value}
    >
      {!isLabelHidden && <FieldLabel isRequired={isRequired ?? false} label={label} />}
      <Button className="box flex items-center justify-between gap-2">
        <SelectValue className="truncate" />
        <Icon name="down" size={18} />
      </Button>
      <FieldNotes error={error} hint={hint} />
      <Popover className="popover min-w-(--trigger-width) max-w-[min(90vw,32rem)] overflow-auto">
        <ListBox className="max-h-80 overflow-auto py-1 outline-none">
          {entries(choices, emptyWords).map(([code, words]) => (
            <ListBoxItem className="option" id={code} key={code} textValue={words}>
              {words}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** One of two or three, all in sight. */
export function SegmentField(props: ChoiceFieldProps) {
  const { label, value, onChange, onBlur, hint, error, isRequired, choices, emptyWords } = props;
  return (
    <RadioGroup
      {...ariaProps(props)}
      {...(onBlur ? { onBlur } : {})}
      onChange={onChange}
      orientation="horizontal"
      value={value}
    >
      <FieldLabel isRequired={isRequired ?? false} label={label} />
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {entries(choices, emptyWords).map(([code, words]) => (
          <RadioField key={code} value={code}>
            <RadioButton className="tick round">
              <span className="tick-mark" />
              {words}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes error={error} hint={hint} />
    </RadioGroup>
  );
}

/** Several of a list. */
export function ChoicesField(props: FieldProps<string[]> & { choices: Choices }) {
  const { label, value, onChange, hint, error, isRequired, choices } = props;
  return (
    <CheckboxGroup {...ariaProps(props)} onChange={onChange} value={value}>
      <FieldLabel isRequired={isRequired ?? false} label={label} />
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {Object.entries(choices).map(([code, words]) => (
          <CheckboxField key={code} value={code}>
            <TickBox>{words}</TickBox>
          </CheckboxField>
        ))}
      </div>
      <FieldNotes error={error} hint={hint} />
    </CheckboxGroup>
  );
}

function TickBox({ children }: { children?: ReactNode }) {
  return (
    <CheckboxButton className="tick">
      <span className="tick-mark">
        <Icon name="check" size={14} />
      </span>
      {children}
    </CheckboxButton>
  );
}

/** The box with which a table's rows are chosen. */
export function RowTick() {
  return (
    <CheckboxField slot="selection">
      <TickBox />
    </CheckboxField>
  );
}

/** One thing of many, chosen or not; its name is for readers, who do not see what stands beside it. */
export function TickField({ label, value, onChange }: Pick<FieldProps<boolean>, 'label' | 'value' | 'onChange'>) {
  return (
    <CheckboxField aria-label={label} isSelected={value} onChange={onChange}>
      <TickBox />
    </CheckboxField>
  );
}

/** On or off. */
export function SwitchFieldRow(props: FieldProps<boolean>) {
  const { label, value, onChange, hint, error, isDisabled = false } = props;
  return (
    <SwitchField className="flex flex-col gap-1" isDisabled={isDisabled} isSelected={value} onChange={onChange}>
      <SwitchButton className="switch">
        <span className="switch-track" />
        {label}
      </SwitchButton>
      <FieldNotes error={error} hint={hint} />
    </SwitchField>
  );
}
