import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { IMPORT_BYTES, IMPORT_TARGETS } from '#domain/importRun.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import { askForImport } from '../api/imports.ts';
import { failureOf } from '../api/messages.ts';
import { toRecord } from '../paths.ts';
import { navigate } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { Notice } from '../ui/states.tsx';

const ACCEPTED = ['.xlsx', '.csv', '.tsv', '.txt', '.xls'];
const TOO_LARGE = `Tệp lớn quá ${IMPORT_BYTES / 1_000_000} MB. Hãy tách thành nhiều tệp nhỏ hơn.`;

function ChosenFile({ file, onChoose }: { file: File | null; onChoose: (file: File) => void }) {
  const choose = (files: FileList | null) => {
    const [chosen] = files ?? [];
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={choose}>
        <Button icon="paper">{file === null ? 'Chọn tệp' : 'Chọn tệp khác'}</Button>
      </FileTrigger>
      <span className="min-w-0 break-all">
        {file === null ? 'Excel (.xlsx) hoặc CSV, nhiều nhất 50 MB và 100.000 dòng.' : file.name}
      </span>
    </div>
  );
}

/** A file and what it is about; then its dry run. Nothing is written yet. */
export function NewImport() {
  const [file, setFile] = useState<File | null>(null);
  const person = usePerson();
  const targets = Object.fromEntries(
    Object.entries(IMPORT_TARGETS).filter(([name]) => may(person, 'create', name as CollectionName)),
  );
  const [target, setTarget] = useState<string>(Object.keys(targets)[0] ?? '');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (file === null) return setProblem('Hãy chọn một tệp.');
    if (file.size > IMPORT_BYTES) return setProblem(TOO_LARGE);
    setBusy(true);
    try {
      navigate(toRecord('imports', await askForImport(file, target)));
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  };
  return (
    <section aria-label="Nhập một tệp" className="card flex max-w-form flex-col gap-4 p-5">
      <ChosenFile
        file={file}
        onChoose={(chosen) => {
          setFile(chosen);
          setProblem('');
        }}
      />
      <ChoiceField choices={targets} label="Tệp nói về" onChange={setTarget} value={target} />
      {problem !== '' && (
        <Notice icon="warning" tone="bad">
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button isDisabled={isBusy} look="primary" onPress={send}>
          {isBusy ? 'Đang tải lên…' : 'Xem trước'}
        </Button>
        <span className="text-ink-2 text-sm">Xem trước chưa ghi gì.</span>
      </div>
    </section>
  );
}
