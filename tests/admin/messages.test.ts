import { ClientResponseError } from 'pocketbase';
import { describe, expect, it } from 'vitest';
import { Failure, failureOf, fieldMessage } from '#admin/api/messages.ts';

function refused(status: number, message: string, data: Record<string, unknown> = {}) {
  return new ClientResponseError({ status, url: '', response: { status, message, data } });
}

/** Words that only PocketBase's English would bring. */
const ENGLISH = /\b(the|failed|invalid|must|record|something|went|cannot|blank)\b/i;

describe('failures in words', () => {
  it('places PocketBase’s codes at their fields', () => {
    const failure = failureOf(
      refused(400, 'Failed to update record.', {
        slug: { code: 'validation_not_unique', message: 'Value must be unique.' },
        name: { code: 'validation_required', message: 'Cannot be blank.' },
      }),
    );
    expect(failure.fields).toEqual({ slug: 'Đã có bản ghi khác mang giá trị này.', name: 'Cần điền mục này.' });
    expect(failure.message).toBe('Chưa lưu được: có mục cần sửa.');
  });

  it('knows a stale save', () => {
    const failure = failureOf(refused(409, 'Người khác vừa lưu bản ghi này.', {}));
    expect(failure.isStale).toBe(true);
    expect(failure.message).toBe('Người khác vừa lưu bản ghi này.');
  });

  it('keeps what our own hooks say', () => {
    const message = 'Mã truy xuất đã cấp thì không đổi.';
    expect(fieldMessage('validation_trace_code_fixed', message)).toBe(message);
  });

  it.each([0, 400, 401, 403, 404, 409, 413, 429, 500, 503])('says status %i in Vietnamese', (status) => {
    const { message } = failureOf(refused(status, 'Something went wrong.'));
    expect(message).not.toMatch(ENGLISH);
    expect(message.length).toBeGreaterThan(20);
  });

  it('says unknown codes in Vietnamese', () =>
    expect(fieldMessage('validation_new_code', 'Must be something else.')).toBe('Giá trị chưa đúng.'));

  it('names why a record cannot be deleted', () => {
    const english = 'Failed to delete record. Make sure that the record is not part of a required relation reference.';
    expect(failureOf(refused(400, english)).message).toContain('rút khỏi danh mục');
  });

  it('tells a wrong password as such', () =>
    expect(failureOf(refused(400, 'Failed to authenticate.')).message).toContain('mật khẩu chưa đúng'));

  it('leaves a failure as it is, and makes one of anything else', () => {
    const failure = new Failure(403, 'Không.');
    expect(failureOf(failure)).toBe(failure);
    expect(failureOf(new TypeError('x is undefined')).message).not.toMatch(/undefined/);
  });
});
