import type { RecordChange, RowReport } from '#domain/importReport.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import type { Names } from '../history/valueWords.ts';
import { toRecord } from '../paths.ts';
import { labelOf } from '../record/schema.ts';
import { TextLink } from '../ui/Button.tsx';
import type { Drafts, OnAnswer } from './AnswerField.tsx';
import { QuestionItem } from './QuestionItem.tsx';

interface Props {
  row: RowReport;
  names: Names;
  drafts: Drafts;
  onAnswer: OnAnswer;
  isOpen: boolean;
}

const values = (record: RecordChange, side: 'old' | 'new') =>
  Object.fromEntries(record.fields.map((each) => [each.field, each[side] ?? '']));

/** A record's name; of one that is named by another, that one's. */
function titleOf(record: RecordChange, names: Names): string {
  const { one } = labelOf(record.collection as CollectionName);
  const title = names.get(record.title) ?? record.title;
  return title === '' ? one : `${one} “${title}”`;
}

/** A new record folded to its name, a changed one field by field. */
function Change({ record, names }: { record: RecordChange; names: Names }) {
  const collection = record.collection as CollectionName;
  const title = titleOf(record, names);
  if (record.action === 'create')
    return (
      <details className="pt-1">
        <summary className="cursor-pointer break-words">{`Tạo ${title}`}</summary>
        <ChangeList after={values(record, 'new')} before={null} collection={collection} names={names} />
      </details>
    );
  return (
    <div className="pt-1">
      <p>
        {'Sửa '}
        <TextLink href={toRecord(collection, record.id)}>{title}</TextLink>
      </p>
      <ChangeList after={values(record, 'new')} before={values(record, 'old')} collection={collection} names={names} />
    </div>
  );
}

/** A row of the file: what would become of it, cell by cell. */
export function RowItem({ row, names, drafts, onAnswer, isOpen }: Props) {
  return (
    <li className="border-line border-t py-4 first:border-t-0">
      <h2 className="break-words font-semibold">
        {`Dòng ${row.number}`}
        {row.title !== '' && ` · ${row.title}`}
      </h2>
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
