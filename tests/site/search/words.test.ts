import { describe, expect, test } from 'vitest';
import { soundKey } from '#site/search/engine/sounds.ts';
import { beginsWithOneSlip, isOneSlip } from '#site/search/engine/typos.ts';
import { spellingOf, wordsIn } from '#site/search/engine/words.ts';

describe('words of a text', () => {
  test.each([
    ['Mật ong – Hoa-nhãn (500g)', ['Mật', 'ong', 'Hoa', 'nhãn', '500g']],
    ['Mật ong'.normalize('NFD'), ['Mật'.normalize('NFD'), 'ong']],
    ['“7777777”, ST25/OM18', ['7777777', 'ST25', 'OM18']],
    ['Mậ\u200bt on\u00adg', ['Mậ\u200bt', 'on\u00adg']],
    ['  –  ', []],
  ])('%j', (text, words) => {
    expect(wordsIn(text).map((word) => word.text)).toEqual(words);
    for (const { text: word, from, to } of wordsIn(text)) expect(text.slice(from, to)).toBe(word);
  });
});

describe('spellings of one word', () => {
  test.each([
    ['Hòa', 'hoà'],
    ['Quý', 'Qúy'],
    ['MẬT', 'mật'],
    ['Đông', 'Ðông'],
    ['mật'.normalize('NFD'), 'mật'],
    ['mỳ', 'mì'],
    ['Lý', 'Lí'],
    ['Sỹ', 'sĩ'],
    ['on\u00adg', 'ong'],
  ])('%s and %s', (one, other) => {
    expect(spellingOf(one)).toEqual(spellingOf(other));
  });

  // y after a vowel, or in what is no syllable, is a letter of its own.
  test.each([
    ['sấy', 'sai'],
    ['thúy', 'thúi'],
    ['smy', 'smi'],
    ['mật', 'mặt'],
    ['đa', 'da'],
  ])('%s and %s differ', (one, other) => {
    expect(spellingOf(one).tone).not.toBe(spellingOf(other).tone);
  });
});

describe('one slip of the hand', () => {
  test.each([
    ['mat', 'mats'],
    ['mat', 'mt'],
    ['mat', 'mit'],
    ['mat', 'amt'],
    ['mat', 'mta'],
    ['ong', 'oong'],
    ['a', 'ab'],
    ['ab', 'ba'],
  ])('%s and %s', (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['mat', 'mat'],
    ['mat', 'tam'],
    ['mat', 'mitu'],
    ['mat', 'm'],
    ['thanh', 'hatnh'],
    ['abab', 'baba'],
    ['', ''],
  ])('%s and %s are not', (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([false, false]);
  });

  test.each([
    ['tru', 'trung', false],
    ['rtu', 'trung', true],
    ['tung', 'trungx', true],
    ['trrun', 'trung', false],
    ['trxun', 'trungs', true],
    ['txun', 'trung', true],
    ['xyz', 'trung', false],
  ])('%s begins %s: %s', (typed, word, begins) => {
    expect(beginsWithOneSlip(typed, word)).toBe(begins);
  });
});

describe('words that sound alike', () => {
  test.each([
    ['gio', 'do'],
    ['ruoc', 'duoc'],
    ['tra', 'cha'],
    ['xam', 'sam'],
    ['nep', 'lep'],
    ['nghe', 'nge'],
    ['ghe', 'ge'],
    ['ky', 'ci'],
    ['lan', 'lang'],
    ['cat', 'cac'],
  ])('%s and %s', (one, other) => {
    expect(soundKey(one)).toBe(soundKey(other));
  });

  test.each([
    ['kho', 'co'],
    ['mat', 'nat'],
    ['ca', 'ga'],
  ])('%s and %s do not', (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(other));
  });
});
