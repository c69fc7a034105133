import { z } from 'zod';
import { amount, choice, instant, json, relation, text } from './field.ts';
import { ledgerNoun, type Stored } from './noun.ts';

/** What is asked for: a new release, or an earlier one live again. */
export const RELEASE_ACTIONS = { publish: 'Đăng', activate: 'Quay về bản đăng trước' } as const;
export const RELEASE_STATES = {
  queued: 'Chờ đăng',
  running: 'Đang đăng…',
  live: 'Đang hiển thị',
  kept: 'Bản trước, còn giữ',
  done: 'Xong',
  covered: 'Đã gộp vào lần đăng khác',
  failed: 'Đăng lỗi – xem lý do',
  pruned: 'Đã dọn',
} as const;
export type ReleaseState = keyof typeof RELEASE_STATES;
/** Why it was asked for. */
export const RELEASE_REASONS = {
  button: 'Nút Đăng',
  daily: 'Hằng ngày 00:00',
  command: 'Dòng lệnh',
  first: 'Lần đầu',
  missed: 'Bù lần lỡ',
} as const;

/** The steps of publishing, in order, as staff read them. */
export const PUBLISH_STEPS = {
  read: 'Đọc bản ghi',
  check: 'Kiểm tra bản ghi',
  snapshot: 'Ghi bản chụp dữ liệu',
  build: 'Dựng trang',
  inspect: 'Kiểm tra trang đã dựng',
  activate: 'Đưa lên',
} as const;
export type PublishStep = keyof typeof PUBLISH_STEPS;

/** Progress of one step; instants in milliseconds since 1970. */
export const stepProgress = z.object({
  step: z.enum(Object.keys(PUBLISH_STEPS) as [PublishStep, ...PublishStep[]]),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  startedAt: z.number(),
  endedAt: z.number(),
});
export type StepProgress = z.infer<typeof stepProgress>;

/**
 * Something that a person should mend, at the record and field where it is. An error stops publishing, a warning does not; what is held is an
 * error too, but only its record waits: the public sees of it what it saw before.
 */
export const problem = z.object({
  severity: z.enum(['error', 'held', 'warning']),
  collection: z.string(),
  record: z.string(),
  /** Name of the record as a person knows it. */
  title: z.string(),
  field: z.string(),
  message: z.string(),
});
export type Problem = z.infer<typeof problem>;

/** Every publish. The queue is this collection. */
export const releases = ledgerNoun(
  'releases',
  { label: { one: 'Bản đăng', many: 'Bản đăng' }, title: 'name', indexed: ['state'] },
  {
    action: choice('Việc', RELEASE_ACTIONS, { required: true }),
    state: choice('Trạng thái', RELEASE_STATES, { required: true }),
    reason: choice('Vì', RELEASE_REASONS),
    note: text('Ghi chú', { max: 500 }),
    requested_by: relation('Người yêu cầu', 'users'),
    /** The release to be live again. */
    target: relation('Bản cần đưa lên', 'releases'),
    name: text('Tên thư mục', { max: 60 }),
    started_at: instant('Bắt đầu'),
    ended_at: instant('Xong'),
    steps: json('Các bước', z.array(stepProgress)),
    counts: json('Số trang', z.record(z.string(), z.number())),
    problems: json('Việc cần sửa', z.array(problem), { max: 5_000_000 }),
    log: text('Nhật ký', { long: true, max: 500_000 }),
    changed: json(
      'Bản ghi đã đổi',
      z.array(z.object({ collection: z.string(), record: z.string(), title: z.string() })),
      { max: 5_000_000 },
    ),
    size_bytes: amount('Dung lượng', { integer: true, unit: 'byte' }),
  },
);
export type Release = Stored<z.infer<typeof releases.schema>>;
