import type { RecordChange, RowReport } from '#domain/importReport.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import type { Names } from '../history/valueWords.ts';
import { toRecord } from '../paths.ts';
import { labelOf } from '../record/schema.ts';
import { TextLink } from '../ui/Button.tsx';
import { type Drafts, QuestionItem } from './QuestionItem.tsx';

interface Props {
  row: RowReport;
  names: Names;
  drafts: Drafts;
  onAnswer: (key: string, answer: Drafts[string] | null) => void;
  isOpen: boolean;
}

const values = (record: RecordChange, side: 'old' | 'new') =>
  Object.fromEntries(record.fields.map((each) => [each.field, each[side] ?? '']));

function Change({ record, names }: { record: RecordChange; names: Names }) {
  const collection = record.collection as CollectionName;
  const title = `${labelOf(collection).one}${record.title === '' ? '' : ` “${record.title}”`}`;
  return (
    <div className="pt-2">
      <p className="font-semibold text-sm">
        {record.action === 'create' ? `Tạo ${title}` : 'Sửa '}
        {record.action === 'change' && <TextLink href={toRecord(collection, record.id)}>{title}</TextLink>}
      </p>
      <ChangeList
        after={values(record, 'new')}
        before={record.action === 'create' ? null : values(record, 'old')}
        collection={collection}
        names={names}
      />
    </div>
  );
}

/** A row of the file: what would become of it, cell by cell. */
export function RowItem({ row, names, drafts, onAnswer, isOpen }: Props) {
  return (
    <li className="border-line border-t py-4 first:border-t-0">
      <h4 className="break-words font-semibold">
        {`Dòng ${row.number}`}
        {row.title !== '' && ` · ${row.title}`}
      </h4>
      {row.problems.length > 0 && (
        <ul>
          {row.problems.map((problem) => (
            <QuestionItem
              drafts={drafts}
              isOpen={isOpen}
              key={`${problem.question} ${problem.why}`}
              onAnswer={onAnswer}
              problem={problem}
              row={row.number}
            />
          ))}
        </ul>
      )}
      {row.records.map((record) => (
        <Change key={`${record.collection} ${record.id}`} names={names} record={record} />
      ))}
      {row.notes.length > 0 && (
        <ul className="pt-2 text-ink-2 text-sm">
          {row.notes.map(({ column, label, text, note }) => (
            <li className="break-words" key={`${column} ${label} ${note}`}>
              {`${column === '' ? label : `Ô ${column}${row.number}`}${text === '' ? '' : ` “${text}”`}: ${note}`}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
