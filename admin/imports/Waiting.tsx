import { Icon } from '../ui/Icon.tsx';
import type { Run } from './queries.ts';

const STEPS = ['Chờ đến lượt', 'Đọc tệp', 'So với hồ sơ', 'Ghi báo cáo'];

/** Which of the steps the worker is at, by its own words. */
function stepOf({ state, progress }: Run): number {
  if (state === 'queued') return 0;
  if (progress.startsWith('Đang so')) return 2;
  return progress.startsWith('Đang ghi') ? 3 : 1;
}

/** How far the dry run is. */
export function Waiting({ run }: { run: Run }) {
  const at = stepOf(run);
  return (
    <section aria-label="Đang xem trước" className="card flex max-w-form flex-col gap-3 p-5">
      <p role="status">{run.state === 'queued' ? 'Đang chờ đến lượt…' : `${run.progress || 'Đang đọc tệp'}…`}</p>
      <ol>
        {STEPS.map((words, index) => (
          <li className="flex items-center gap-3 py-1" key={words}>
            <Icon name={index < at ? 'check' : index === at ? 'turning' : 'waiting'} />
            <span className={index > at ? 'text-ink-2' : 'font-semibold'}>{words}</span>
          </li>
        ))}
      </ol>
      <p className="text-ink-2 text-sm">
        Bạn có thể rời trang này; kết quả nằm ở danh sách các lần nhập. Chưa có gì được ghi.
      </p>
    </section>
  );
}
