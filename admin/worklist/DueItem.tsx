import { dayToVietnamese } from '#domain/rules/day.ts';
import { getsLetter } from '../letters/letterFacts.ts';
import { toRecord } from '../paths.ts';
import { textOf } from '../presentation.ts';
import { TextLink } from '../ui/Button.tsx';
import { TickField } from '../ui/choiceFields.tsx';
import { type DueRow, daysLeftWords } from './dueRows.ts';
import { type WorkItem, wordOf } from './work.ts';

function Contact({ item: { contact, commune } }: { item: WorkItem }) {
  const [representative, phone, email] = ['representative', 'phone', 'email'].map((field) => wordOf(contact, field));
  return (
    <span className="flex flex-wrap gap-x-3">
      {commune !== null && <span className="text-ink-2">{textOf(commune, 'name')}</span>}
      {representative && <span>{representative}</span>}
      {phone && <TextLink href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>{phone}</TextLink>}
      {email && <TextLink href={`mailto:${email}`}>{email}</TextLink>}
    </span>
  );
}

function daysWords({ stage, lastDay, firstEnd, fileFrom, fileBy, graceUntil }: DueRow): string {
  const [first, last] = [dayToVietnamese(firstEnd), dayToVietnamese(lastDay)];
  if (firstEnd !== lastDay) return `Nguồn không ghi đủ ngày: giấy chứng nhận hết hạn trong khoảng ${first}–${last}`;
  const words = `Giấy chứng nhận có giá trị đến hết ${last}`;
  if (stage === 'inGrace' && graceUntil !== '') return `${words} · gia hạn chậm nhất ${dayToVietnamese(graceUntil)}`;
  const isToFile = stage === 'dueToFile' || stage === 'late';
  return isToFile ? `${words} · nộp hồ sơ ${dayToVietnamese(fileFrom)}–${dayToVietnamese(fileBy)}` : words;
}

interface Props {
  item: WorkItem;
  /** Absent where the person writes no letters. */
  onChoose: ((isChosen: boolean) => void) | undefined;
  isChosen: boolean;
}

/** One certificate: how long it runs, of what, and whom to call. */
export function DueItem({ item, onChoose, isChosen }: Props) {
  const { row, product, producer } = item;
  const name = product === null ? 'Sản phẩm' : textOf(product, 'name');
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-t py-3 first:border-t-0">
      {onChoose !== undefined && (
        <span className="w-6">
          {getsLetter(item) && <TickField label={`Chọn ${name}`} onChange={onChoose} value={isChosen} />}
        </span>
      )}
      <strong className="w-32">{daysLeftWords(row)}</strong>
      <div className="min-w-56 flex-1">
        <TextLink href={toRecord('recognitions', row.certificate.id)}>
          {`${name}, ${textOf(row.certificate, 'stars')} sao`}
        </TextLink>
        <span className="block text-ink-2 text-sm">{daysWords(row)}</span>
      </div>
      <div className="min-w-56 flex-1 text-sm">
        {producer !== null && <span className="block font-semibold">{textOf(producer, 'name')}</span>}
        <Contact item={item} />
      </div>
    </li>
  );
}
