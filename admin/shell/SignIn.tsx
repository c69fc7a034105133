import { useEffect, useState } from 'react';
import { type HalfSignedIn, sendsLetters, signIn } from '../api/session.ts';
import { toForgotten } from '../paths.ts';
import { TextLink } from '../ui/Button.tsx';
import { TextField } from '../ui/textFields.tsx';
import { CodeStep } from './CodeStep.tsx';
import { Door } from './Door.tsx';

/** The way back in: by letter where the office has a mail server. Not a query: those are forgotten whenever nobody is signed in. */
function Forgotten() {
  const [isByLetter, setByLetter] = useState(false);
  useEffect(() => {
    // Without an answer the other way is told, which always holds.
    sendsLetters().then(setByLetter, () => undefined);
  }, []);
  if (isByLetter) return <TextLink href={toForgotten}>Quên mật khẩu?</TextLink>;
  return <>Quên mật khẩu? Hãy hỏi người quản trị của cơ quan.</>;
}

/** Email and password, and of whom it is asked a code. */
export function SignIn() {
  const [half, setHalf] = useState<HalfSignedIn | null>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  if (half !== null) return <CodeStep half={half} onBack={() => setHalf(null)} />;
  return (
    <Door
      action="Đăng nhập"
      busy="Đang đăng nhập…"
      foot={<Forgotten />}
      isReady={email !== '' && password !== ''}
      onSubmit={async () => setHalf(await signIn(email, password))}
      title="Đăng nhập"
      words="Quản trị danh mục OCOP"
    >
      {(failure) => (
        <>
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
        </>
      )}
    </Door>
  );
}
