import { PUBLISH_STEPS, type StepProgress } from '#domain/release.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

const STEP_ICONS: Readonly<Record<StepProgress['state'], IconName>> = {
  waiting: 'waiting',
  running: 'turning',
  done: 'check',
  failed: 'warning',
};
const STEP_WORDS: Readonly<Record<StepProgress['state'], string>> = {
  waiting: 'chờ',
  running: 'đang làm',
  done: 'xong',
  failed: 'lỗi',
};

const seconds = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

function duration({ startedAt, endedAt }: StepProgress): string {
  return startedAt > 0 && endedAt >= startedAt ? `${seconds.format((endedAt - startedAt) / 1000)} giây` : '';
}

/** How far a publish is, step by step. */
export function Steps({ steps }: { steps: readonly StepProgress[] }) {
  return (
    <ol aria-label="Các bước đăng" className="card p-4">
      {steps.map((each) => (
        <li className={`flex items-center gap-3 py-1 ${each.state === 'failed' ? 'text-danger' : ''}`} key={each.step}>
          <Icon name={STEP_ICONS[each.state]} />
          <span className={each.state === 'waiting' ? 'text-ink-2' : 'font-semibold'}>{PUBLISH_STEPS[each.step]}</span>
          <span className="ms-auto text-ink-2 text-sm">{duration(each) || STEP_WORDS[each.state]}</span>
        </li>
      ))}
    </ol>
  );
}
