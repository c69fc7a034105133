import { describe, expect, test } from 'vitest';
import { keystrokeReadings } from '#site/search/engine/keystrokes.ts';
import { spellingOf } from '#site/search/engine/words.ts';

/** Whether one of the readings is the word, wherever the tone was put. */
const reads = (typed: string, word: string) =>
  keystrokeReadings(typed).some((reading) => spellingOf(reading).tone === spellingOf(word).tone);

describe('Telex keys that were let through', () => {
  test.each([
    ['maatj', 'mật'],
    ['maajt', 'mật'],
    ['mâtj', 'mật'],
    ['hoafng', 'hoàng'],
    ['hoangf', 'hoàng'],
    ['dduowngf', 'đường'],
    ['dduongwf', 'đường'],
    ['nuowcs', 'nước'],
    ['nwowcs', 'nước'],
    ['ruowuj', 'rượu'],
    ['tuwowi', 'tươi'],
    ['quar', 'quả'],
    ['quawngr', 'quẳng'],
    ['ddoongf', 'đồng'],
    ['dodongf', 'đồng'],
    ['mawms', 'mắm'],
    ['banhs', 'bánh'],
    ['as', 'á'],
    ['chuwa', 'chưa'],
    ['thuowr', 'thưở'],
    ['quowr', 'quở'],
  ])('%s is %s', (typed, word) => {
    expect(reads(typed, word)).toBe(true);
  });
});

describe('VNI keys that were let through', () => {
  test.each([
    ['mat65', 'mật'],
    ['ma65t', 'mật'],
    ['ma6t5', 'mật'],
    ['d9uong72', 'đường'],
    ['d9u7o72ng', 'đường'],
    ['nuoc71', 'nước'],
    ['mam81', 'mắm'],
    ['banh1', 'bánh'],
    ['hoa2ng', 'hoàng'],
  ])('%s is %s', (typed, word) => {
    expect(reads(typed, word)).toBe(true);
  });
});

describe('words without such keys have no other reading', () => {
  test.each(['mat', 'ong', 'rung', 'sam', 'xoai', 'mật', 'trà', 'đường', '25', '5451', ''])('%s', (word) => {
    expect(keystrokeReadings(word)).toEqual([]);
  });
});
