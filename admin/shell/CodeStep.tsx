import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../api/messages.ts';
import { type HalfSignedIn, sendCode, signInWithCode } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/textFields.tsx';
import { Door } from './Door.tsx';

/** Longest that another letter is not asked for, so that a slow one is not crossed by the next. */
const PAUSE_MS = 20_000;

/** Another code, after a pause; what became of asking is told beside it. */
export function SendAgain({ half, onSent }: { half: HalfSignedIn; onSent: (half: HalfSignedIn) => void }) {
  const [words, setWords] = useState('');
  const [isPausing, setPausing] = useState(false);
  const send = async () => {
    setPausing(true);
    setTimeout(() => setPausing(false), PAUSE_MS);
    try {
      onSent(await sendCode(half));
      setWords('Đã gửi mã khác. Mã trước không dùng nữa.');
    } catch (error) {
      setWords(failureOf(error).message);
    }
  };
  return (
    <>
      <Button isDisabled={isPausing} look="quiet" onPress={send}>
        Gửi mã khác
      </Button>
      <span role="status">{words}</span>
    </>
  );
}

/** The second step of signing in: the code of the letter. */
export function CodeStep({ half, onBack }: { half: HalfSignedIn; onBack: () => void }) {
  const [sent, setSent] = useState(half);
  const [code, setCode] = useState('');
  const field = useRef<HTMLDivElement>(null);
  // The form of the first step, and the focus in it, are gone.
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  return (
    <Door
      action="Đăng nhập"
      busy="Đang đăng nhập…"
      foot={
        <span className="flex flex-wrap items-center gap-2">
          <SendAgain half={sent} onSent={setSent} />
          <Button look="quiet" onPress={onBack}>
            Đăng nhập lại từ đầu
          </Button>
        </span>
      }
      isReady={code.trim() !== ''}
      onSubmit={() => signInWithCode(sent, code)}
      title="Gõ mã trong thư"
      words={`Chúng tôi vừa gửi một mã đến ${half.email}. Mã dùng được trong 10 phút.`}
    >
      {() => (
        <div ref={field}>
          <TextField
            autoComplete="one-time-code"
            inputMode="numeric"
            label="Mã đăng nhập"
            onChange={setCode}
            value={code}
          />
        </div>
      )}
    </Door>
  );
}
