import { useEffect, useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { presentations } from '../nouns.ts';
import { navigate, useLocation, withQuery } from '../router.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { LookupField } from '../ui/LookupField.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { finderFor, toOption } from './find.ts';
import { type ListState, NOT_STATED, QUERY } from './listQuery.ts';
import { useRecords } from './queries.ts';
import { shapeOfField } from './schema.ts';

const TYPING_PAUSE_MS = 250;
const numbers = new Intl.NumberFormat('vi-VN');

/** Changes values of the address; any change but of the page leads to the first page. */
function useListAddress() {
  const { query } = useLocation();
  return (changes: Readonly<Record<string, string>>) =>
    navigate(withQuery(query, { [QUERY.page]: '', ...changes }), { replace: true });
}

function SearchBox({ text, label }: { text: string; label: string }) {
  const change = useListAddress();
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  // The address changed by itself: the back button, or "Bỏ lọc".
  if (text !== sent) {
    setSent(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === sent) return;
    const send = () => {
      setSent(typed);
      change({ [QUERY.text]: typed });
    };
    const timer = setTimeout(send, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return <SearchField label={label} onChange={setTyped} value={typed} />;
}

function RelationFilter({ collection, field, value }: { collection: CollectionName; field: string; value: string }) {
  const change = useListAddress();
  const { to, label } = shapeOfField(collection, field);
  const target = to as CollectionName;
  const chosen = useRecords(target, value === '' ? [] : [value]).data?.[0];
  const [find] = useState(() => finderFor(target));
  return (
    <LookupField
      find={find}
      label={label}
      onChange={(option) => change({ [field]: option?.id ?? '' })}
      placeholder="Tất cả"
      value={value === '' || chosen === undefined ? null : toOption(target, chosen)}
    />
  );
}

function ChoiceFilter({ collection, field, value }: { collection: CollectionName; field: string; value: string }) {
  const change = useListAddress();
  const { label, choices, kind, required = false } = shapeOfField(collection, field);
  const unsaid = kind === 'choice' && !required ? { [NOT_STATED]: 'Chưa ghi' } : {};
  return (
    <ChoiceField
      choices={{ ...(presentations[collection].numbers?.[field] ?? choices), ...unsaid }}
      emptyWords="Tất cả"
      label={label}
      onChange={(code) => change({ [field]: code })}
      value={value}
    />
  );
}

/** Search, ready-made choices and one filter a field. */
export function FilterBar({ collection, state }: { collection: CollectionName; state: ListState }) {
  const change = useListAddress();
  const { filters = [], views = [] } = presentations[collection];
  return (
    <div className="filter-bar">
      <SearchBox label="Tìm trong danh sách" text={state.text} />
      {views.length > 0 && (
        <ChoiceField
          choices={Object.fromEntries(views.map((view) => [view.key, view.label]))}
          emptyWords="Tất cả"
          label="Lọc nhanh"
          onChange={(key) => change({ [QUERY.view]: key })}
          value={state.view}
        />
      )}
      {filters.map((field) => {
        const value = state.filters[field] ?? '';
        const Filter = shapeOfField(collection, field).kind === 'relation' ? RelationFilter : ChoiceFilter;
        return <Filter collection={collection} field={field} key={field} value={value} />;
      })}
    </div>
  );
}

/** How many there are, and the way back to all of them. */
export function FoundLine({
  collection,
  state,
  total,
}: {
  collection: CollectionName;
  state: ListState;
  total: number;
}) {
  const change = useListAddress();
  const { filters = [] } = presentations[collection];
  const isNarrowed = state.view !== '' || state.text !== '' || Object.keys(state.filters).length > 0;
  const clear = () => change(Object.fromEntries([QUERY.text, QUERY.view, ...filters].map((name) => [name, ''])));
  return (
    <div className="flex min-h-10 items-center gap-3">
      <p aria-live="polite" className="text-ink-2">{`${numbers.format(total)} bản ghi`}</p>
      {isNarrowed && (
        <Button icon="close" look="quiet" onPress={clear}>
          Bỏ lọc
        </Button>
      )}
    </div>
  );
}
