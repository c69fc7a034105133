import { useState } from 'react';
import { SHORTEST_PASSWORD } from '#domain/rules/password.ts';
import { setNewPassword } from '../api/session.ts';
import { BASE, toForgotten } from '../paths.ts';
import { ButtonLink, TextLink } from '../ui/Button.tsx';
import { TextField } from '../ui/textFields.tsx';
import { Door, DoorDone } from './Door.tsx';

/** Where the link of the letter leads. Its token stands behind the #, which no server and no log sees. */
export function NewPassword() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isDone, setDone] = useState(false);
  if (isDone)
    return (
      <DoorDone title="Đã đổi mật khẩu">
        <p>Mọi phiên làm việc cũ đã kết thúc.</p>
        <ButtonLink href={BASE} look="primary">
          Đăng nhập
        </ButtonLink>
      </DoorDone>
    );
  return (
    <Door
      action="Đổi mật khẩu"
      busy="Đang đổi…"
      foot={<TextLink href={toForgotten}>Xin thư khác</TextLink>}
      isReady={password !== '' && again !== ''}
      onSubmit={async () => {
        await setNewPassword(token, password, again);
        setDone(true);
      }}
      title="Đặt mật khẩu mới"
      words={`Ít nhất ${SHORTEST_PASSWORD} ký tự; một câu ngắn dễ nhớ là tốt.`}
    >
      {(failure) => (
        <>
          <TextField
            autoComplete="new-password"
            error={failure?.fields['password']}
            label="Mật khẩu mới"
            onChange={setPassword}
            type="password"
            value={password}
          />
          <TextField
            autoComplete="new-password"
            error={failure?.fields['passwordConfirm']}
            label="Gõ lại mật khẩu mới"
            onChange={setAgain}
            type="password"
            value={again}
          />
        </>
      )}
    </Door>
  );
}
