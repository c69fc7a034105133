import { useId, useState } from 'react';
import { Button, Group, Tag, TagGroup, TagList } from 'react-aria-components';
import { Button as WordButton } from './Button.tsx';
import { type FieldProps, GroupNotes } from './field.tsx';
import { Icon } from './Icon.tsx';
import { type Find, LookupField, type Option } from './LookupField.tsx';

/** So many are shown before the rest is asked for: a page of two thousand tags helps nobody. */
const SHOWN_AT_FIRST = 60;

interface LookupListFieldProps extends FieldProps<Option[]> {
  find: Find;
}

/** Several of many things: a list of what is chosen, and a field that adds to it. */
export function LookupListField({
  label,
  value,
  onChange,
  hint,
  error,
  isDisabled = false,
  find,
}: LookupListFieldProps) {
  const notesId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? value : value.slice(0, SHOWN_AT_FIRST);
  const add = (option: Option | null) => {
    if (option !== null && !value.some((each) => each.id === option.id)) onChange([...value, option]);
  };
  const remove = (ids: Set<unknown>) => onChange(value.filter((each) => !ids.has(each.id)));
  return (
    <Group aria-describedby={notesId} aria-label={label} className="flex flex-col gap-2">
      <p className="font-semibold">
        {label} <span className="font-normal text-ink-2">({value.length})</span>
      </p>
      {value.length > 0 && (
        <TagGroup aria-label={`${label}: đã chọn`} {...(isDisabled ? {} : { onRemove: remove })}>
          <TagList className="flex flex-wrap gap-2" items={shown}>
            {(option) => (
              <Tag className="tag" id={option.id} textValue={option.title}>
                {option.title}
                {!isDisabled && (
                  <Button className="grid size-6 place-items-center rounded-full" slot="remove">
                    <Icon name="close" size={14} />
                  </Button>
                )}
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      {shown.length < value.length && (
        <WordButton look="quiet" onPress={() => setShowsAll(true)}>{`Hiện cả ${value.length} mục`}</WordButton>
      )}
      {!isDisabled && (
        <LookupField
          find={find}
          isAdder
          isLabelHidden
          label={`Thêm vào: ${label}`}
          onChange={add}
          placeholder="Gõ để tìm và thêm"
          value={null}
        />
      )}
      <GroupNotes error={error} hint={hint} id={notesId} />
    </Group>
  );
}
