import { expect, test } from 'vitest';
import { type Beat, type HealthFacts, healthOf, illParts, illWords } from '#domain/rules/health.ts';
import { noticesDue } from '#domain/rules/healthNotices.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-12-01T02:00:00Z');
const BEAT: Beat = {
  at: NOW - MINUTE,
  within: 5 * MINUTE,
  free: 60e9,
  wanted: 1e9,
  backup: { isNightly: true, madeAt: NOW - 9 * HOUR, failedAt: 0 },
};
const WELL: HealthFacts = {
  now: NOW,
  startedAt: NOW - 100 * HOUR,
  beat: BEAT,
  publish: { endedAt: NOW - 9 * HOUR, isFailed: false, askedAt: 0, newest: NOW - 9 * HOUR },
};
const publish = (change: Partial<HealthFacts['publish']>) => ({ ...WELL, publish: { ...WELL.publish, ...change } });
const beat = (change: Partial<Beat>) => ({ ...WELL, beat: { ...BEAT, ...change } });
const backup = (change: Partial<Beat['backup']>) => beat({ backup: { ...BEAT.backup, ...change } });
const started = (minutes: number): HealthFacts => ({ ...WELL, startedAt: NOW - minutes * MINUTE, beat: null });

test.each<[string, HealthFacts, string[]]>([
  ['all is well', WELL, []],
  ['just started, and nothing is known yet', started(2), []],
  ['ten minutes after the start nobody has seen the worker', started(11), ['worker: away']],
  ['the worker promised to be back by now', beat({ at: NOW - 6 * MINUTE }), ['worker: away']],
  ['below twice what a publish needs', beat({ free: 1.9e9, wanted: 2e9 }), ['disk: low']],
  ['nothing is left', beat({ free: 20e6 }), ['disk: full']],
  ['last night’s backup failed', backup({ failedAt: NOW - HOUR }), ['backup: failed']],
  ['no backup for two nights', backup({ madeAt: NOW - 48 * HOUR }), ['backup: old']],
  ['never a backup, days after the start', backup({ madeAt: 0 }), ['backup: none']],
  ['no backup is asked for', backup({ isNightly: false, madeAt: 0 }), []],
  ['the last publish failed', publish({ isFailed: true }), ['publish: failed']],
  ['it failed, and is tried again', publish({ isFailed: true, askedAt: NOW - MINUTE }), []],
  ['a publish hangs', publish({ askedAt: NOW - 3 * HOUR }), ['publish: stuck']],
  ['nothing was ever published', publish({ endedAt: 0, newest: 0 }), []],
  ['the last publish lies in the future', publish({ newest: NOW + 2 * HOUR }), ['clock: wrong']],
  ['the clock stands before this program was there', { ...WELL, now: 0, startedAt: 0, beat: null }, ['clock: wrong']],
])('%s', (_, facts, ill) => {
  const health = healthOf(facts);
  expect(illParts(health).map((part) => `${part}: ${health[part].state}`)).toEqual(ill);
});

test('what is wrong is told in whole sentences, with numbers and times', () => {
  const words = (facts: HealthFacts) => illParts(healthOf(facts)).map((part) => illWords(part, healthOf(facts), facts));
  expect(words(beat({ free: 0.64e9 }))).toEqual(['Ổ đĩa gần đầy: còn 0,6 GB.']);
  expect(words(backup({ failedAt: NOW }))).toEqual(['Chưa sao lưu được. Bản mới nhất làm lúc 00:00 01/12/2026.']);
  expect(words(backup({ madeAt: 0 }))).toEqual(['Sao lưu hằng đêm không chạy. Chưa có bản sao lưu nào.']);
  expect(words(publish({ isFailed: true }))).toEqual(['Lần đăng gần nhất bị lỗi; trang công khai vẫn như cũ.']);
  expect(words(beat({ at: NOW - 6 * MINUTE }))).toEqual([
    'Máy đăng không trả lời từ 08:54 01/12/2026: bản đăng, ảnh, tệp nhập và sao lưu đang chờ.',
  ]);
});

const LOW = healthOf(beat({ free: 0 }));
const FINE = healthOf(WELL);
const UNKNOWN = healthOf(started(2));

test('a failure is told once a day, its end once, and what comes and goes no oftener', () => {
  const days: [typeof LOW, string, string][] = [
    [LOW, '2026-12-01', 'ill disk'],
    [LOW, '2026-12-01', ''],
    // After a start nobody knows.
    [UNKNOWN, '2026-12-01', ''],
    [LOW, '2026-12-02', 'ill disk'],
    [FINE, '2026-12-02', 'well disk'],
    [FINE, '2026-12-02', ''],
    [LOW, '2026-12-02', ''],
    [FINE, '2026-12-02', ''],
    [LOW, '2026-12-03', 'ill disk'],
  ];
  let told = {};
  for (const [health, day, expected] of days) {
    const due = noticesDue(health, told, day);
    told = due.told;
    expect([...due.ill.map((part) => `ill ${part}`), ...due.well.map((part) => `well ${part}`)].join()).toBe(expected);
  }
});
