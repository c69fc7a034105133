import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { leaveSession, type Person } from '../api/heldSession.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type HalfSignedIn, signIn, signInWithCode } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { SendAgain } from './CodeStep.tsx';

function CodeField({
  half,
  code,
  onCode,
  onSent,
}: {
  half: HalfSignedIn;
  code: string;
  onCode: (code: string) => void;
  onSent: (half: HalfSignedIn) => void;
}) {
  return (
    <>
      <TextField
        autoComplete="one-time-code"
        hint={`Chúng tôi vừa gửi một mã đến ${half.email}. Mã dùng được trong 10 phút.`}
        inputMode="numeric"
        label="Mã đăng nhập"
        onChange={onCode}
        value={code}
      />
      <div className="text-ink-2 text-sm">
        <SendAgain half={half} onSent={onSent} />
      </div>
    </>
  );
}

/** Asks the same person for the password, over the form; nothing typed below goes away. */
export function SignInAgain({ person }: { person: Person }) {
  const [password, setPassword] = useState('');
  const [half, setHalf] = useState<HalfSignedIn | null>(null);
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      if (half === null) setHalf(await signIn(person.email, password));
      else await signInWithCode(half, code);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const form = useRef<HTMLFormElement>(null);
  const isAskingCode = half !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field of the step that begins
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([hidden])')?.focus(), [isAskingCode]);
  const isReady = half === null ? password !== '' : code.trim() !== '';
  return (
    <Dialog isAlert isOpen title="Đăng nhập lại">
      <form className="flex flex-col gap-4" onSubmit={submit} ref={form}>
        <p>Phiên làm việc đã hết. Nhập mật khẩu để làm tiếp; nội dung đang gõ vẫn còn.</p>
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
        <p className="break-words">
          <span className="text-ink-2">Tài khoản: </span>
          {person.email}
        </p>
        <input autoComplete="username" hidden readOnly type="email" value={person.email} />
        {half === null ? (
          <TextField
            autoComplete="current-password"
            error={failure?.fields['password']}
            label="Mật khẩu"
            onChange={setPassword}
            type="password"
            value={password}
          />
        ) : (
          <CodeField code={code} half={half} onCode={setCode} onSent={setHalf} />
        )}
        <DialogButtons>
          <Button look="quiet" onPress={leaveSession}>
            Thôi, về trang đăng nhập
          </Button>
          <Button isDisabled={isBusy || !isReady} look="primary" type="submit">
            {isBusy ? 'Đang đăng nhập…' : 'Đăng nhập'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
