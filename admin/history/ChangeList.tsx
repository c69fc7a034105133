import type { CollectionName } from '#domain/nouns.ts';
import { besideOneAnother, EMPTY, fieldLabel, fieldsIn, type Names, valueWords } from './valueWords.ts';

type Values = Readonly<Record<string, unknown>>;

/** So much stands on one line with what became of it. */
const SHORT = 60;

function Text({ words, isStruck = false }: { words: string; isStruck?: boolean }) {
  if (words === EMPTY) return <span className="text-ink-2">{words}</span>;
  return isStruck ? <del className="text-ink-2">{words}</del> : <ins className="no-underline">{words}</ins>;
}

function Change({ before, after }: { before: string | null; after: string | null }) {
  const [was, is] = besideOneAnother(before, after);
  const display = (was ?? '').length + (is ?? '').length > SHORT ? 'block' : '';
  return (
    <>
      {was !== null && (
        <span className={display}>
          <span className="sr-only">Trước: </span>
          <Text isStruck={is !== null} words={was} />{' '}
        </span>
      )}
      {is !== null && (
        <span className={display}>
          <span className="sr-only">Sau: </span>
          {was !== null && <span aria-hidden="true">→ </span>}
          <Text words={is} />
        </span>
      )}
    </>
  );
}

/** Field by field, what was and what became of it. One side is missing for a record that was made or deleted. */
export function ChangeList({
  collection,
  before,
  after,
  names,
}: {
  collection: CollectionName;
  before: Values | null;
  after: Values | null;
  names: Names;
}) {
  const words = (values: Values | null, field: string) =>
    values === null || !(field in values) ? null : valueWords(collection, field, values[field], names);
  return (
    <dl className="changes">
      {fieldsIn(collection, { ...before, ...after }).map((field) => (
        <div key={field}>
          <dt>{fieldLabel(collection, field)}</dt>
          <dd>
            <Change after={words(after, field)} before={words(before, field)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
