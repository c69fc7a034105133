import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedWords, tidyText, toneKey } from '#domain/rules/fold.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Vietnamese syllables with every vowel and tone, in both normal forms. */
const vietnamese = fc
  .array(
    fc.constantFrom(
      'mật',
      'ong',
      'rừng',
      'Đường',
      'đỗ',
      'QUẾ',
      'nghệ',
      'thuỷ',
      'thủy',
      'khoẻ',
      'quý',
      'ưỡn',
      'ẳng',
      'Ỹ',
      'gạo',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' '));

describe('folding', () => {
  test.each([
    ['Mật ong rừng Sơn Động', 'mat ong rung son dong'],
    ['ĐƯỜNG đường Ðường ðường', 'duong duong duong duong'],
    ['Hòa Hoà Ho\u00e0 Hoa\u0300', 'hoa hoa hoa hoa'],
    ['ỨỪỬỮỰ ứừửữự', 'uuuuu uuuuu'],
    ['  Bánh\u00a0đa \t Kế\n', 'banh da ke'],
    ['mật\u200bong\u00ad \ufeffKế', 'matong ke'],
    ['Nước mắm 25°N – 500 ml', 'nuoc mam 25°n – 500 ml'],
    ['', ''],
    ['   ', ''],
  ])('%j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('composed and decomposed letters fold alike, and twice is once', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        const folded = fold(text);
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(folded)).toBe(folded);
      }),
    );
  });

  test('nothing Vietnamese is left of Vietnamese', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toMatch(/^[a-z ]+$/);
      }),
    );
  });

  test('words are letters and digits only', () => {
    expect(foldedWords('“Gạo–nếp”, 2 kg (Đặc sản)!')).toEqual(['gao', 'nep', '2', 'kg', 'dac', 'san']);
    fc.assert(fc.property(anyText, (text) => foldedWords(text).every((word) => /^[a-z0-9]+$/.test(word))));
  });
});

describe('tone key', () => {
  test.each([
    ['Hòa Bình', 'Hoà Bình'],
    ['thủy sản', 'THUỶ SẢN'],
    ['Quý', 'Qúy'],
    ['khỏe', 'khoẻ'],
    ['Đỗ', 'Ðỗ'],
  ])('%j and %j are spelled alike', (one, other) => {
    expect(toneKey(one)).toBe(toneKey(other));
  });

  test.each([
    ['ma', 'má'],
    ['mà', 'má'],
    ['ma', 'mă'],
    ['dong', 'đong'],
    ['tư', 'tu'],
    ['mất', 'mật'],
  ])('%j and %j are not', (one, other) => {
    expect(toneKey(one)).not.toBe(toneKey(other));
  });

  test('what has the same key folds alike', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(toneKey(text))).toBe(fold(text));
      }),
    );
  });
});

test('stored text is composed, without invisible signs and outer space', () => {
  expect(tidyText(' Ma\u0323\u0302t\u200b ong\ufeff ')).toBe('Mật ong');
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tidyText(tidyText(text))).toBe(tidyText(text));
    }),
  );
});
