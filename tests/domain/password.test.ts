import { describe, expect, test } from 'vitest';
import { PASSWORD_WORDS, passwordProblem } from '#domain/rules/password.ts';
import { TEXT_PROBLEM_WORDS } from '#domain/rules/plainText.ts';
import { commonPasswords } from '#scripts/rules-bundle/commonPasswords.ts';
import { newPassword } from '#scripts/start/password.ts';

const COMMON = commonPasswords();
const OWNER = { email: 'thu.hang+ocop@sonongnghiep.example', name: 'Nguyễn Thị Thu Hằng' };
const problemOf = (password: string) => passwordProblem(password, OWNER, COMMON);

describe('is not taken', () => {
  test.each([
    ['', PASSWORD_WORDS.short],
    ['password', PASSWORD_WORDS.short],
    ['12345678', PASSWORD_WORDS.short],
    ['x9!kT2#vq', PASSWORD_WORDS.short],
    // Nine signs, however they are written.
    ['đường xaẹ'.normalize('NFD'), PASSWORD_WORDS.short],
    ['🥭🥭🥭🥭🥭🥭🥭🥭🥭', PASSWORD_WORDS.short],
    [`${'gạo nếp Tú Lệ, '.repeat(4)}thơm`, PASSWORD_WORDS.long],
    ['q7#kx!w2Zp'.repeat(8), PASSWORD_WORDS.long],
    ['gạo nếp\u200b Tú Lệ', PASSWORD_WORDS.unseen],
    ['gạo nếp\tTú Lệ', PASSWORD_WORDS.unseen],
    ['gạo nếp\u0000 Tú Lệ', TEXT_PROBLEM_WORDS.controlSigns],
    ['gạo nếp \ud83e Tú Lệ', TEXT_PROBLEM_WORDS.brokenSigns],
    // One sign, one part or one line of keys over and over.
    ['          ', PASSWORD_WORDS.plain],
    ['aaaaaaaaaa', PASSWORD_WORDS.plain],
    ['!!!!!!!!!!!!', PASSWORD_WORDS.plain],
    ['đĐđĐđĐđĐđĐ', PASSWORD_WORDS.plain],
    ['q7#k!q7#k!q7#k!', PASSWORD_WORDS.plain],
    ['dragondragon', PASSWORD_WORDS.plain],
    ['1234567890', PASSWORD_WORDS.plain],
    ['0987654321', PASSWORD_WORDS.plain],
    ['12345678910', PASSWORD_WORDS.plain],
    ['1 2 3 4 5 6 7 8 9 0', PASSWORD_WORDS.plain],
    ['１２３４５６７８９０', PASSWORD_WORDS.plain],
    ['abcdefghij', PASSWORD_WORDS.plain],
    ['ABCDEFGHIJ!', PASSWORD_WORDS.plain],
    ['jihgfedcba', PASSWORD_WORDS.plain],
    ['qwertyuiop', PASSWORD_WORDS.plain],
    ['QwertyUiop123', PASSWORD_WORDS.plain],
    ['asdfghjkl;', PASSWORD_WORDS.plain],
    ['1qaz2wsx3edc', PASSWORD_WORDS.plain],
    ['q1w2e3r4t5', PASSWORD_WORDS.plain],
    ['abc123xyz789', PASSWORD_WORDS.plain],
    ['1111122222', PASSWORD_WORDS.plain],
    // What is known of the product and of the person.
    ['passwordpassword', PASSWORD_WORDS.known],
    ['Password2026!', PASSWORD_WORDS.known],
    ['matkhau123', PASSWORD_WORDS.known],
    ['Mật khẩu 2026', PASSWORD_WORDS.known],
    ['mậtkhẩumậtkhẩu', PASSWORD_WORDS.known],
    ['ocop-quantri-2026', PASSWORD_WORDS.known],
    ['quantri@ocop', PASSWORD_WORDS.known],
    ['thuhang1990', PASSWORD_WORDS.known],
    ['thu.hang+ocop', PASSWORD_WORDS.known],
    ['Nguyễn Thị Thu Hằng', PASSWORD_WORDS.known],
    ['nguyenthithuhang88', PASSWORD_WORDS.known],
    ['sonongnghiep@1', PASSWORD_WORDS.known],
    // What everybody tries first.
    ['4815162342', PASSWORD_WORDS.common],
    ['TinkerBell', PASSWORD_WORDS.common],
    ['rjirfrgbde', PASSWORD_WORDS.common],
    ['dragon2026!', PASSWORD_WORDS.common],
    ['!!!sunshine99', PASSWORD_WORDS.common],
    ['p@ssw0rd2026', PASSWORD_WORDS.common],
    ['anhyeuem1999', PASSWORD_WORDS.common],
    ['Bắc Ninh 2026'.replace(' ', ''), PASSWORD_WORDS.common],
  ])('%j', (password, words) => expect(problemOf(password)).toBe(words));
});

describe('is taken', () => {
  test.each([
    'gạo nếp Tú Lệ',
    'gao nep tu le',
    'con trâu là đầu cơ nghiệp',
    'correct horse battery staple',
    'hai con vit bau',
    'thu hằng thích ăn xoài',
    'q7#kx!w2Zp',
    '0356712904',
    'Мой дядя самых',
    `x${'q7#kx!w2Zp'.repeat(7)}`,
  ])('%s', (password) => expect(problemOf(password)).toBe(''));

  test('every one that this program makes', () => {
    for (let made = 0; made < 2_000; made += 1) expect(problemOf(newPassword())).toBe('');
  });
});

test('the list holds no password that is too short anyway, and stays small', () => {
  for (const each of COMMON.whole.trim().split('\n')) expect(each.length).toBeGreaterThanOrEqual(10);
  expect(COMMON.whole.split('\n').length).toBeGreaterThan(1_000);
  expect(COMMON.whole.length + COMMON.words.length).toBeLessThan(100_000);
});
