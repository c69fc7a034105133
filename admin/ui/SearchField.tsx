import { SearchField as AriaSearchField, Button, Input, Label } from 'react-aria-components';
import { Icon } from './Icon.tsx';

/** A field to look for things; Escape and the cross empty it. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <AriaSearchField className="group flex flex-col gap-1" onChange={onChange} value={value}>
      <Label className="font-semibold">{label}</Label>
      <div className="relative">
        <span className="pointer-events-none absolute inset-y-0 start-0 grid w-10 place-items-center text-ink-2">
          <Icon name="search" size={18} />
        </span>
        <Input className="box px-10" placeholder="Gõ có dấu hoặc không dấu" />
        <Button className="absolute inset-y-0 end-0 grid w-10 place-items-center text-ink-2 group-data-empty:hidden">
          <Icon name="close" size={18} />
        </Button>
      </div>
    </AriaSearchField>
  );
}
