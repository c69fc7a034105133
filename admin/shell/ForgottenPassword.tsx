import { useState } from 'react';
import { askForPassword } from '../api/session.ts';
import { BASE } from '../paths.ts';
import { ButtonLink, TextLink } from '../ui/Button.tsx';
import { TextField } from '../ui/textFields.tsx';
import { Door, DoorDone } from './Door.tsx';

/** Has a letter sent. Whether the address is known is not said. */
export function ForgottenPassword() {
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  if (isSent)
    return (
      <DoorDone title="Hãy xem hộp thư">
        <p>
          Nếu {email} là địa chỉ của một tài khoản, một thư kèm đường dẫn đặt lại mật khẩu đang trên đường tới. Đường
          dẫn dùng được trong 30 phút.
        </p>
        <ButtonLink href={BASE}>Về trang đăng nhập</ButtonLink>
      </DoorDone>
    );
  return (
    <Door
      action="Gửi thư"
      busy="Đang gửi…"
      foot={<TextLink href={BASE}>Về trang đăng nhập</TextLink>}
      isReady={email !== ''}
      onSubmit={async () => {
        await askForPassword(email);
        setSent(true);
      }}
      title="Quên mật khẩu"
      words="Chúng tôi gửi một đường dẫn để chọn mật khẩu mới."
    >
      {(failure) => (
        <TextField
          autoComplete="username"
          error={failure?.fields['email']}
          label="Thư điện tử"
          onChange={setEmail}
          type="email"
          value={email}
        />
      )}
    </Door>
  );
}
