import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { besideOneAnother, fieldLabel, type Names, valueWords } from '../history/valueWords.ts';

type Values = Readonly<Record<string, unknown>>;

function Side({ value, whose, words }: { value: string; whose: string; words: string }) {
  return (
    <RadioField value={value}>
      <RadioButton className="tick round items-start">
        <span className="tick-mark mt-0.5" />
        <span className="min-w-0">
          <span className="text-ink-2">{whose}: </span>
          <span className="value">{words}</span>
        </span>
      </RadioButton>
    </RadioField>
  );
}

/** One field that two changed, with both values, of which one is chosen. */
export function FieldChoice({
  collection,
  field,
  values,
  whose,
  names,
  chosen,
  onChoose,
}: {
  collection: CollectionName;
  field: string;
  values: { theirs: Values; mine: Values };
  /** What the two are called. */
  whose: { theirs: string; mine: string };
  names: Names;
  chosen: 'mine' | 'theirs' | undefined;
  onChoose: (whose: 'mine' | 'theirs') => void;
}) {
  const words = (of: Values) => valueWords(collection, field, of[field], names);
  const [theirs, mine] = besideOneAnother(words(values.theirs), words(values.mine));
  return (
    <RadioGroup
      aria-label={fieldLabel(collection, field)}
      className="border-line border-t py-3"
      onChange={(side) => onChoose(side === 'mine' ? 'mine' : 'theirs')}
      value={chosen ?? null}
    >
      <span aria-hidden="true" className="font-semibold">
        {fieldLabel(collection, field)}
      </span>
      <div className="flex flex-col">
        <Side value="theirs" whose={whose.theirs} words={theirs ?? ''} />
        <Side value="mine" whose={whose.mine} words={mine ?? ''} />
      </div>
    </RadioGroup>
  );
}
