import type { Problem } from '#domain/release.ts';
import { isLongForStamps } from '#domain/rules/traceCode.ts';
import { type CheckContext, problemAt } from './context.ts';

const NONE: Problem = {
  severity: 'error',
  collection: 'site_settings',
  record: '',
  title: 'Thiết lập',
  field: 'province',
  message: 'Chưa có thiết lập: tỉnh nào, cơ quan nào. Chạy "npm start -- --new" hoặc mở mục Thiết lập.',
};

/** There is one record of settings, and its address is one that stamps can carry. */
export function checkSettings({ office }: CheckContext): Problem[] {
  const [settings, second] = office.site_settings;
  if (settings === undefined) return [NONE];
  const at = (severity: Problem['severity'], field: string, message: string) =>
    problemAt(office, severity, 'site_settings', settings, field, message);
  const problems: Problem[] = [];
  if (second !== undefined) problems.push(at('error', 'province', 'Có hai bản thiết lập. Hãy xóa một bản.'));
  const address = settings.public_address;
  if (address !== '' && !address.startsWith('https://') && settings.kind === 'real')
    problems.push(at('warning', 'public_address', 'Địa chỉ công khai nên bắt đầu bằng https:// trước khi in tem.'));
  if (address !== '' && isLongForStamps(address))
    problems.push(at('warning', 'public_address', 'Địa chỉ dài hơn 21 ký tự tên miền: mã QR trên tem sẽ lớn hơn.'));
  return problems;
}
