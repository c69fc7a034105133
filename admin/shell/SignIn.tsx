import { type SubmitEvent, useEffect, useState } from 'react';
import { type Failure, failureOf } from '../api/messages.ts';
import { signIn } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';

/** Email and password. */
export function SignIn() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = 'Đăng nhập – Quản trị OCOP';
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await signIn(email, password);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <form aria-labelledby="sign-in" className="card flex w-full max-w-96 flex-col gap-5 p-6" onSubmit={submit}>
        <div>
          <h1 className="text-2xl" id="sign-in">
            Đăng nhập
          </h1>
          <p className="text-ink-2">Quản trị danh mục OCOP</p>
        </div>
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
        <TextField
          autoComplete="username"
          error={failure?.fields['identity']}
          label="Thư điện tử"
          onChange={setEmail}
          type="email"
          value={email}
        />
        <TextField
          autoComplete="current-password"
          error={failure?.fields['password']}
          label="Mật khẩu"
          onChange={setPassword}
          type="password"
          value={password}
        />
        <Button isDisabled={isBusy || email === '' || password === ''} look="primary" type="submit">
          {isBusy ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </Button>
        <p className="text-sm text-ink-2">Quên mật khẩu? Hãy hỏi người quản trị của cơ quan.</p>
      </form>
    </main>
  );
}
