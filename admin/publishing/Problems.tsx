import type { CollectionName } from '#domain/nouns.ts';
import type { Problem } from '#domain/release.ts';
import { presentations } from '../nouns.ts';
import { toRecord } from '../paths.ts';
import { fieldId } from '../record/FormGroup.tsx';
import { labelOf, shapesOf } from '../record/schema.ts';
import { TextLink } from '../ui/Button.tsx';

/** Whether a name that a program wrote down is a collection's. */
export function isCollection(name: string): name is CollectionName {
  return name in presentations;
}

/** Where a problem is mended: the record's form, at the field. */
function problemHref({ collection, record, field }: Problem): string | null {
  if (!isCollection(collection) || record === '') return null;
  return `${toRecord(collection, record)}${field === '' ? '' : `#${fieldId(field)}`}`;
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { collection, title, field, message } = problem;
  const noun = isCollection(collection) ? labelOf(collection).one : collection;
  const fieldLabel = isCollection(collection) ? shapesOf(collection).get(field)?.label : undefined;
  const href = problemHref(problem);
  const words = `${noun} “${title}”${fieldLabel === undefined ? '' : `, mục ${fieldLabel}`}`;
  return (
    <li className="border-line border-t py-2">
      {href === null ? words : <TextLink href={href}>{words}</TextLink>}
      <span className="block">{message}</span>
    </li>
  );
}

const TITLES: Readonly<Record<Problem['severity'], string>> = {
  error: 'Phải sửa trước khi đăng được',
  held: 'Bị giữ lại vì có lỗi',
  warning: 'Nên xem lại',
};

/** What a person should mend, each with the way to its field. */
export function Problems({ problems, severity }: { problems: readonly Problem[]; severity: Problem['severity'] }) {
  const some = problems.filter((problem) => problem.severity === severity);
  if (some.length === 0) return null;
  const title = TITLES[severity];
  return (
    <section aria-label={title} className="card p-4">
      <h2 className={`pb-2 text-lg ${severity === 'warning' ? '' : 'text-danger'}`}>{`${title} (${some.length})`}</h2>
      {severity === 'held' && (
        <p className="pb-2">Trang công khai của các bản ghi này vẫn như trước, cho đến khi sửa xong và đăng lại.</p>
      )}
      <ul>
        {some.map((problem) => (
          <ProblemRow key={`${problem.record}${problem.field}${problem.message}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}
