import { useId } from 'react';
import { countDeclared, type LegalItem, type LegalStatus } from '#domain/legalItems.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Chip } from '../ui/states.tsx';

const WORDS: Readonly<Record<LegalStatus, string>> = {
  given: '',
  missing: 'Chưa khai báo',
  withheld: 'không công bố theo yêu cầu',
  notApplicable: 'không áp dụng',
};
const ICONS: Readonly<Record<LegalStatus, IconName>> = {
  given: 'check',
  missing: 'warning',
  withheld: 'check',
  notApplicable: 'check',
};

function LegalRow({ item }: { item: LegalItem }) {
  const words = [item.value, WORDS[item.status]].filter(Boolean).join(' – ');
  return (
    <li className="flex gap-3 border-line border-t py-2">
      <span className={item.status === 'missing' ? 'text-danger' : 'text-dong'}>
        <Icon name={ICONS[item.status]} size={18} />
      </span>
      <span>
        <span className="font-semibold">{`${item.number}. ${item.name}`}</span>
        <span className="block text-ink-2 text-sm">{words}</span>
      </span>
    </li>
  );
}

/** The ten items that a traceability record must hold, those that are missing named. */
export function LegalPanel({ items }: { items: readonly LegalItem[] }) {
  const headingId = useId();
  const declared = countDeclared(items);
  return (
    <section aria-labelledby={headingId} className="card p-4">
      <div className="flex items-center justify-between gap-2 pb-2">
        <h2 className="text-lg" id={headingId}>
          Mười mục bắt buộc
        </h2>
        <Chip tone={declared === items.length ? 'good' : 'attention'}>{`${declared}/${items.length}`}</Chip>
      </div>
      <ol>
        {items.map((item) => (
          <LegalRow item={item} key={item.number} />
        ))}
      </ol>
    </section>
  );
}
