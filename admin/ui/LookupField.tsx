import { useEffect, useRef, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './Icon.tsx';

/** Something that can be chosen: `detail` tells apart what bears the same title. */
export interface Option {
  id: string;
  title: string;
  detail?: string;
}

/** Finds what matches a text; the first ones for an empty text. */
export type Find = (text: string) => Promise<Option[]>;

const TYPING_PAUSE_MS = 200;

/** What matches, some time after the last keystroke. `isAsked` is false while nobody looks. */
function useFound(find: Find, text: string, isAsked: boolean): { options: Option[]; words: string } {
  const [found, setFound] = useState<{ text: string; options: Option[] } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const keep = (options: Option[]) => isWanted && setFound({ text, options });
    const fail = () => isWanted && setFailed(true);
    const timer = setTimeout(() => {
      setFailed(false);
      find(text).then(keep, fail);
    }, TYPING_PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [find, text, isAsked]);
  if (failed) return { options: [], words: 'Chưa tìm được. Thử lại sau ít phút.' };
  const words = found?.text === text ? 'Không có mục nào khớp.' : 'Đang tìm…';
  return { options: found?.options ?? [], words };
}

interface LookupFieldProps extends FieldProps<Option | null> {
  find: Find;
  placeholder?: string;
  isLabelHidden?: boolean;
  /** Hands on what is chosen and stays empty. */
  isAdder?: boolean;
}

/** One of many things, found by typing. */
export function LookupField(props: LookupFieldProps) {
  const { label, value, onChange, onBlur, hint, error, isRequired, find, isLabelHidden, isAdder = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState<Option | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const { options, words } = useFound(find, typed ?? '', isOpen || typed !== null);
  const shown = taken ?? value;
  const items = shown === null || options.some((each) => each.id === shown.id) ? options : [...options, shown];
  // React Aria opens its list whenever the text changes after the choice: what was taken is shown at once, until `value` says so too.
  useEffect(() => {
    if (taken !== null && (isAdder || value?.id === taken.id)) setTaken(null);
  }, [taken, isAdder, value]);
  const type = (text: string) => {
    setTyped(text);
    if (text !== '' || shown === null) return;
    setTaken(null);
    onChange(null);
  };
  // React Aria also tells of a blur this way, with what was chosen before; and when the page moves under the list, as a phone's keyboard
  // makes it: whoever is still in the box goes on typing.
  const choose = (id: string | null) => {
    if (id === null && document.activeElement === box.current) return;
    setTyped(null);
    const option = items.find((each) => each.id === id);
    if (option === undefined || option.id === shown?.id) return;
    setTaken(option);
    onChange(option);
  };
  const title = isAdder ? '' : (shown?.title ?? '');
  return (
    <ComboBox
      {...ariaProps(props)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(onBlur ? { onBlur } : {})}
      allowsEmptyCollection
      inputValue={typed ?? title}
      items={items}
      onChange={(key) => choose(key === null ? null : String(key))}
      onInputChange={type}
      onOpenChange={setOpen}
      value={shown?.id ?? null}
    >
      {!isLabelHidden && <FieldLabel isRequired={isRequired ?? false} label={label} />}
      <div className="relative">
        <Input
          className="box pe-10"
          onKeyDown={({ key }) => key === 'Escape' && setTyped(null)}
          placeholder={props.placeholder ?? 'Gõ để tìm'}
          ref={box}
        />
        <Button className="absolute inset-y-0 end-0 grid w-10 place-items-center text-ink-2">
          <Icon name="down" size={18} />
        </Button>
      </div>
      <FieldNotes error={error} hint={hint} />
      <Popover className="popover w-(--trigger-width) overflow-auto">
        <ListBox<Option>
          className="max-h-80 overflow-auto py-1 outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-ink-2">{words}</p>}
        >
          {(option) => (
            <ListBoxItem className="option" id={option.id} textValue={option.title}>
              <Text slot="label">{option.title}</Text>
              {option.detail !== undefined && option.detail !== '' && (
                <Text className="text-sm text-ink-2" slot="description">
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
