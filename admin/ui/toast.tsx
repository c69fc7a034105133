/** One line at the foot of the screen that says what was just done; readers hear it too. */
import { useSyncExternalStore } from 'react';
import { Icon } from './Icon.tsx';

interface Told {
  words: string;
  isGood: boolean;
}

const STAYS_MS = 6000;
let told: Told | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(next: Told | null) {
  told = next;
  for (const listener of listeners) listener();
}

/** Says that something was done, or (with `isGood` false) could not be. */
export function tell(words: string, isGood = true): void {
  clearTimeout(timer);
  change({ words, isGood });
  timer = setTimeout(() => change(null), STAYS_MS);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function ToastLine() {
  const now = useSyncExternalStore(subscribe, () => told);
  return (
    <div aria-live="polite" className="toast-line" role="status">
      {now !== null && (
        <p className={`popover flex items-center gap-3 px-4 py-3 ${now.isGood ? '' : 'text-danger'}`}>
          <Icon name={now.isGood ? 'check' : 'warning'} />
          {now.words}
        </p>
      )}
    </div>
  );
}
