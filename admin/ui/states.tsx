/** A sentence and the next step where there is nothing, not yet anything, or something went wrong. */
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

function State({ icon, words, children }: { icon: IconName; words: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center text-ink-2">
      <Icon name={icon} size={36} />
      <p className="max-w-prose">{words}</p>
      {children}
    </div>
  );
}

export function Loading({ words = 'Đang tải…' }: { words?: string }) {
  return (
    <div role="status">
      <State icon="turning" words={words} />
    </div>
  );
}

export function Empty({ icon, words, children }: { icon: IconName; words: string; children?: ReactNode }) {
  return (
    <State icon={icon} words={words}>
      {children}
    </State>
  );
}

/** What could not be loaded, with another try. */
export function LoadError({ message, onRetry }: { message: string; onRetry?: () => void }) {
  return (
    <div role="alert">
      <State icon="warning" words={message}>
        {onRetry !== undefined && <Button onPress={onRetry}>Thử lại</Button>}
      </State>
    </div>
  );
}

type Tone = 'neutral' | 'good' | 'attention' | 'bad' | 'waiting' | 'recalled';

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'notice-neutral',
  good: 'notice-good',
  attention: 'notice-attention',
  bad: 'notice-bad',
  waiting: 'notice-waiting',
  recalled: 'notice-recalled',
};

/** A band of words with its own drawing: colour is never alone. */
export function Notice({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <div className={`notice ${TONES[tone]}`} role={tone === 'bad' || tone === 'recalled' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

/** A short state of a thing. */
export function Chip({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`chip ${TONES[tone]}`}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
