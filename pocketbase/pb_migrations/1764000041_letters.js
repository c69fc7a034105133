// The letters that people get, in Vietnamese. The link to a new password leads to the admin, not to PocketBase's own dashboard.
migrate(
  (app) => {
    const settings = app.settings();
    settings.meta.senderName = 'Danh mục OCOP';
    app.save(settings);

    const sign = '<p>Danh mục OCOP<br>{APP_URL}</p>';
    const users = app.findCollectionByNameOrId('users');
    users.resetPasswordTemplate.subject = 'Đặt lại mật khẩu';
    users.resetPasswordTemplate.body = `<p>Chào bạn,</p>
<p>Có người vừa xin đặt lại mật khẩu cho tài khoản quản trị OCOP mang địa chỉ thư này. Để chọn mật khẩu mới, hãy mở:</p>
<p><a href="{APP_URL}/quan-tri/mat-khau-moi#{TOKEN}">{APP_URL}/quan-tri/mat-khau-moi#{TOKEN}</a></p>
<p>Đường dẫn dùng được trong 30 phút và chỉ một lần. Nếu bạn không xin, hãy bỏ qua thư này: mật khẩu cũ vẫn dùng được.</p>
${sign}`;
    users.otp.emailTemplate.subject = 'Mã đăng nhập: {OTP}';
    users.otp.emailTemplate.body = `<p>Chào bạn,</p>
<p>Mã đăng nhập một lần của bạn là <strong>{OTP}</strong>.</p>
<p>Nếu bạn không đăng nhập, có người biết mật khẩu của bạn: hãy đổi mật khẩu và báo cho người quản trị.</p>
${sign}`;
    users.authAlert.emailTemplate.subject = 'Đăng nhập từ nơi mới';
    users.authAlert.emailTemplate.body = `<p>Chào bạn,</p>
<p>Tài khoản quản trị OCOP của bạn vừa được đăng nhập từ một nơi mới:</p>
<p>{ALERT_INFO}</p>
<p>Nếu không phải là bạn, hãy đổi mật khẩu ngay: mọi phiên làm việc khác sẽ kết thúc.</p>
${sign}`;
    app.save(users);
  },
  () => {
    // Words; nothing hangs on them.
  },
);
