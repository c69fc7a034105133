import { useState } from 'react';
import { useMustDiffer } from '../review/queries.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { countWords } from './countWords.ts';
import type { Run } from './queries.ts';
import { useDeed } from './useDeed.ts';
import { whoWrites } from './whoWrites.ts';

const number = new Intl.NumberFormat('vi-VN');

/** What is another's to write, and how that one does. */
function AnothersDeed({ words }: { words: readonly string[] }) {
  return (
    <Notice icon="warning" tone="attention">
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>Người ấy mở lần nhập này rồi bấm ghi.</p>
    </Notice>
  );
}

/** What writing would do, and the button that does it after asking once. */
export function ApplyPanel({ run }: { run: Run }) {
  const [isAsking, setAsking] = useState(false);
  const { carryOut, isBusy, problem } = useDeed(run.id, 'apply');
  const anothers = whoWrites(run, usePerson(), useMustDiffer());
  const { counts } = run;
  if (counts === null) return null;
  const toWrite = counts.created + counts.changed;
  return (
    <section aria-label="Ghi vào hồ sơ" className="card flex flex-col gap-3 p-5">
      <p className="font-semibold text-lg">{countWords(counts)}</p>
      {problem !== '' && (
        <Notice icon="warning" tone="bad">
          {problem}
        </Notice>
      )}
      {isBusy && (
        <Notice icon="turning" tone="waiting">
          Đang ghi… Tệp lớn mất đến một phút; người khác lưu sẽ chờ chừng ấy.
        </Notice>
      )}
      {toWrite === 0 ? (
        <p className="text-ink-2">Không có gì để ghi.</p>
      ) : anothers.length > 0 ? (
        <AnothersDeed words={anothers} />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button isDisabled={isBusy} look="primary" onPress={() => setAsking(true)}>
            {`Ghi ${number.format(toWrite)} dòng`}
          </Button>
          <span className="text-ink-2 text-sm">Ghi cả hoặc không ghi gì. Sau đó hoàn tác được trong một bước.</span>
        </div>
      )}
      <Dialog isAlert isOpen={isAsking} onClose={() => setAsking(false)} title={`Ghi ${number.format(toWrite)} dòng?`}>
        <p>{`${number.format(counts.created)} dòng tạo mới, ${number.format(counts.changed)} dòng thay đổi.`}</p>
        {counts.refused > 0 && <p>{`${number.format(counts.refused)} dòng bị từ chối không được ghi.`}</p>}
        <p className="pt-2">
          Không có gì ra trang công khai: bản ghi mới là bản nháp, và không thông tin cá nhân nào được phép hiển thị.
        </p>
        <DialogButtons>
          <Button onPress={() => setAsking(false)}>Thôi</Button>
          <Button
            look="primary"
            onPress={() => {
              setAsking(false);
              void carryOut();
            }}
          >
            Ghi
          </Button>
        </DialogButtons>
      </Dialog>
    </section>
  );
}
