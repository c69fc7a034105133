// Two settings of the review, both off: an office may be three people. While one-time codes are on (pb_hooks/oneTimeCodes.js switches
// them), approvers and admins alone are asked for one after their password.
migrate(
  (app) => {
    const settings = app.findCollectionByNameOrId('site_settings');
    settings.fields.add(new Field({ type: 'bool', name: 'reviewers_differ' }));
    settings.fields.add(new Field({ type: 'bool', name: 'one_time_codes' }));
    app.save(settings);

    const users = app.findCollectionByNameOrId('users');
    users.mfa.rule = "role = 'approver' || role = 'admin'";
    users.mfa.duration = 900;
    users.otp.duration = 600;
    users.otp.length = 6;
    users.otp.emailTemplate.body = `<p>Chào bạn,</p>
<p>Mã đăng nhập một lần của bạn là <strong>{OTP}</strong>. Mã dùng được trong 10 phút và chỉ một lần.</p>
<p>Nếu bạn không đăng nhập, có người biết mật khẩu của bạn: hãy đổi mật khẩu và báo cho người quản trị.</p>
<p>Danh mục OCOP<br>{APP_URL}</p>`;
    app.save(users);
  },
  (app) => {
    const settings = app.findCollectionByNameOrId('site_settings');
    for (const name of ['reviewers_differ', 'one_time_codes']) settings.fields.removeByName(name);
    app.save(settings);
    const users = app.findCollectionByNameOrId('users');
    users.mfa.enabled = false;
    users.otp.enabled = false;
    app.save(users);
  },
);
