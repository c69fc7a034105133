/** Turns whatever a request failed with into words: one sentence for the whole, one for each field. The only place that does. */

import { NO_ROOM, NO_ROOM_STATUS } from '#domain/rules/noRoom.ts';

/** A failed request as a person reads it. */
export class Failure extends Error {
  override name = 'Failure';
  readonly status: number;
  /** Field name → message. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.fields = fields;
  }

  /** There was no room on the disk, and there is some now: the same request may be sent again. */
  get mayBeSentAgain(): boolean {
    return this.status === NO_ROOM_STATUS && this.fields['again'] !== undefined;
  }

  /** Somebody else saved the record first. */
  get isStale(): boolean {
    return this.status === 409;
  }
}

/** PocketBase's codes for a field. */
const FIELD_MESSAGES: Readonly<Record<string, string>> = {
  validation_required: 'Cần điền mục này.',
  validation_not_unique: 'Đã có bản ghi khác mang giá trị này.',
  validation_max_text_constraint: 'Viết dài quá.',
  validation_min_text_constraint: 'Viết ngắn quá.',
  validation_length_out_of_range: 'Độ dài chưa đúng.',
  validation_length_too_long: 'Viết dài quá.',
  validation_length_too_short: 'Viết ngắn quá.',
  validation_invalid_format: 'Viết chưa đúng khuôn mẫu.',
  validation_match_invalid: 'Viết chưa đúng khuôn mẫu.',
  validation_is_email: 'Địa chỉ thư điện tử chưa đúng.',
  validation_invalid_email: 'Địa chỉ thư điện tử chưa đúng.',
  validation_is_url: 'Địa chỉ web chưa đúng.',
  validation_invalid_url: 'Địa chỉ web chưa đúng.',
  validation_invalid_value: 'Giá trị chưa đúng.',
  validation_in_invalid: 'Hãy chọn một mục trong danh sách.',
  validation_missing_rel_records: 'Bản ghi đã chọn không còn nữa.',
  validation_too_many_values: 'Chọn quá nhiều mục.',
  validation_max_number_constraint: 'Số lớn quá.',
  validation_min_number_constraint: 'Số nhỏ quá.',
  validation_only_int_constraint: 'Cần số nguyên.',
  validation_invalid_number: 'Cần một số.',
  validation_invalid_json: 'Viết chưa đúng khuôn mẫu.',
  validation_json_size_limit: 'Nội dung lớn quá.',
  validation_file_size_limit: 'Tệp lớn quá: nhiều nhất 20 MB.',
  validation_invalid_mime_type: 'Loại tệp này không nhận: hãy dùng JPEG, PNG, WebP, AVIF hoặc PDF.',
  validation_values_mismatch: 'Hai lần gõ không giống nhau.',
  validation_invalid_token: 'Đường dẫn đã hết hạn hoặc đã dùng rồi. Hãy xin thư khác.',
  validation_invalid_password: 'Mật khẩu chưa đúng.',
};

/** PocketBase's whole-request messages that say more than their status. */
const KNOWN_MESSAGES: readonly [RegExp, string][] = [
  [
    /required relation reference/i,
    'Chưa xóa được: còn bản ghi khác dựa vào bản ghi này. Hãy rút khỏi danh mục thay vì xóa.',
  ],
  [/failed to authenticate/i, 'Thư điện tử hoặc mật khẩu chưa đúng, hoặc tài khoản đã khóa.'],
  [/invalid or expired otp/i, 'Mã chưa đúng hoặc đã hết hạn. Hãy xem lại thư mới nhất, hoặc xin mã khác.'],
  [/invalid or expired mfa session/i, 'Đã quá lâu từ lúc gõ mật khẩu. Hãy đăng nhập lại từ đầu.'],
  [/try again later with a new otp/i, 'Gõ sai nhiều lần quá. Hãy đợi ba phút rồi xin mã khác.'],
];

const STATUS_MESSAGES: Readonly<Record<number, string>> = {
  0: 'Không kết nối được với máy chủ. Những gì bạn nhập vẫn còn; hãy thử lại.',
  401: 'Phiên làm việc đã hết. Hãy đăng nhập lại.',
  403: 'Tài khoản này không được làm việc đó.',
  404: 'Không tìm thấy bản ghi, hoặc tài khoản này không được xem hay sửa nó.',
  409: 'Người khác vừa lưu bản ghi này. Những gì bạn nhập vẫn còn.',
  413: 'Nội dung gửi lên lớn quá.',
  [NO_ROOM_STATUS]: NO_ROOM,
  429: 'Thử quá nhiều lần. Hãy đợi một phút rồi thử lại.',
};

/** Vietnamese letters that English never has: our own hooks answer in Vietnamese, PocketBase in English. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

interface Answer {
  status: number;
  message: string;
  data: Record<string, unknown>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The parts of an error of PocketBase's client; null for any other error. */
function answerOf(error: unknown): Answer | null {
  if (!isObject(error) || typeof error['status'] !== 'number') return null;
  const response = isObject(error['response']) ? error['response'] : {};
  return {
    status: error['status'],
    message: typeof response['message'] === 'string' ? response['message'] : '',
    data: isObject(response['data']) ? response['data'] : {},
  };
}

/** The words for one field's `{code, message}`. */
export function fieldMessage(code: string, message: string): string {
  if (VIETNAMESE.test(message)) return message;
  return FIELD_MESSAGES[code] ?? 'Giá trị chưa đúng.';
}

function fieldMessages(data: Record<string, unknown>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [field, detail] of Object.entries(data)) {
    if (!isObject(detail)) continue;
    fields[field] = fieldMessage(String(detail['code'] ?? ''), String(detail['message'] ?? ''));
  }
  return fields;
}

function wholeMessage(answer: Answer, hasFields: boolean): string {
  if (VIETNAMESE.test(answer.message)) return answer.message;
  for (const [pattern, words] of KNOWN_MESSAGES) if (pattern.test(answer.message)) return words;
  if (hasFields) return 'Chưa lưu được: có mục cần sửa.';
  if (answer.status === 400) return 'Chưa làm được việc này: nội dung chưa đúng hoặc tài khoản không được phép.';
  return STATUS_MESSAGES[answer.status] ?? 'Máy chủ chưa làm được việc này. Thử lại sau ít phút.';
}

/** Any error as a {@link Failure}. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const answer = answerOf(error);
  if (answer === null) return new Failure(0, 'Trang này vừa gặp trục trặc. Hãy tải lại trang.');
  const fields = fieldMessages(answer.data);
  return new Failure(answer.status, wholeMessage(answer, Object.keys(fields).length > 0), fields);
}

/** The value, or a {@link Failure} in words. */
export async function orFailure<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw failureOf(error);
  }
}
