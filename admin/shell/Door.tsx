import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react';
import { type Failure, failureOf } from '../api/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';

interface DoorProps {
  title: string;
  words: string;
  /** What the one button says, and while it works. */
  action: string;
  busy: string;
  isReady: boolean;
  onSubmit: () => Promise<void>;
  /** The fields; told what was refused. */
  children: (failure: Failure | null) => ReactNode;
  /** Below the button. */
  foot?: ReactNode;
}

/** The frame of what is shown before anybody is signed in: one card, one form, one button. */
export function Door({ title, words, action, busy, isReady, onSubmit, children, foot }: DoorProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${title} – Quản trị OCOP`;
  }, [title]);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await onSubmit();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <form aria-labelledby="door" className="card flex w-full max-w-96 flex-col gap-5 p-6" onSubmit={submit}>
        <div>
          <h1 className="text-2xl" id="door">
            {title}
          </h1>
          <p className="text-ink-2">{words}</p>
        </div>
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
        {children(failure)}
        <Button isDisabled={isBusy || !isReady} look="primary" type="submit">
          {isBusy ? busy : action}
        </Button>
        {foot !== undefined && <div className="text-sm text-ink-2">{foot}</div>}
      </form>
    </main>
  );
}

/** What was done, in the place of the form. */
export function DoorDone({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Quản trị OCOP`;
  }, [title]);
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="card flex w-full max-w-96 flex-col gap-5 p-6" role="status">
        <h1 className="text-2xl">{title}</h1>
        {children}
      </div>
    </main>
  );
}
