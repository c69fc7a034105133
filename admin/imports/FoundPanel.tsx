import { useState } from 'react';
import { IMPORT_TARGETS, type ImportChoices, type ImportFound } from '#domain/importRun.ts';
import { Button } from '../ui/Button.tsx';
import { ColumnChoices } from './ColumnChoices.tsx';
import type { Run } from './queries.ts';
import { ReadChoices } from './ReadChoices.tsx';

interface Props {
  run: Run;
  found: ImportFound;
  /** Opened at once, because something has to be chosen. */
  isNeeded: boolean;
  onLook: (choices: ImportChoices) => Promise<void>;
}

function headingWords([first, last]: ImportFound['heading']): string {
  if (first === 0) return 'chưa thấy dòng tiêu đề';
  return first === last ? `tiêu đề ở dòng ${first}` : `tiêu đề ở dòng ${first}–${last}`;
}

/** What was found in the file, folded to a line; opened, all of it can be said otherwise. */
export function FoundPanel({ run, found, isNeeded, onLook }: Props) {
  const [choices, setChoices] = useState<ImportChoices>(run.choices ?? {});
  const [isBusy, setBusy] = useState(false);
  const isChanged = JSON.stringify(choices) !== JSON.stringify(run.choices ?? {});
  const taken = found.columns.filter(({ field }) => field !== '').length;
  const look = async () => {
    setBusy(true);
    await onLook(choices);
    setBusy(false);
  };
  return (
    <details className="card p-5" open={isNeeded}>
      <summary className="cursor-pointer">
        <span className="font-semibold">Tệp và cột</span>
        <span className="text-ink-2">
          {` · ${IMPORT_TARGETS[run.target]} · ${found.encodings[found.encoding] ?? found.encoding}`}
          {found.sheet === '' ? '' : ` · trang tính “${found.sheet}”`}
          {` · ${headingWords(found.heading)} · nhập ${taken}/${found.columns.length} cột`}
        </span>
      </summary>
      <div className="flex flex-col gap-5 pt-5">
        <ReadChoices choices={choices} found={found} onChange={setChoices} />
        {found.columns.length > 0 && choices.heading === run.choices?.heading && (
          <section aria-label="Cột nào là trường nào">
            <h2 className="pb-1 font-semibold">Cột nào là trường nào</h2>
            <ColumnChoices choices={choices} found={found} onChange={setChoices} />
          </section>
        )}
        <div className="flex flex-wrap gap-3">
          <Button isDisabled={isBusy || !isChanged} look={isNeeded ? 'primary' : 'plain'} onPress={look}>
            Xem trước lại với lựa chọn này
          </Button>
          {isChanged && <Button onPress={() => setChoices(run.choices ?? {})}>Bỏ lựa chọn</Button>}
        </div>
      </div>
    </details>
  );
}
