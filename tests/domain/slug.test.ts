import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords } from '#domain/rules/fold.ts';
import { freeSlug, nameToSlug, neutralSlug, SLUG_PATTERN } from '#domain/rules/slug.ts';

const pattern = new RegExp(SLUG_PATTERN);

describe('slugs', () => {
  test.each([
    ['Mật ong rừng Sơn Động', 'mat-ong-rung-son-dong'],
    ['Rượu “Làng Vân” (29 % vol)', 'ruou-lang-van-29-vol'],
    ['ĐẶC SẢN – Đông Hồ', 'dac-san-dong-ho'],
    ['日本', ''],
    ['!!!', ''],
  ])('%j → %j', (name, slug) => {
    expect(nameToSlug(name)).toBe(slug);
  });

  test('are cut at a word, at 80 signs', () => {
    const slug = nameToSlug('sản phẩm của hợp tác xã nông nghiệp dịch vụ tổng hợp xã Minh Họa huyện Ví Dụ tỉnh Mẫu');
    expect(slug).toBe('san-pham-cua-hop-tac-xa-nong-nghiep-dich-vu-tong-hop-xa-minh-hoa-huyen-vi-du');
  });

  test('a first word longer than that is cut inside', () => {
    expect(nameToSlug('a'.repeat(100))).toBe('a'.repeat(80));
  });

  test('fit their pattern whenever the name holds a letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        const slug = nameToSlug(name);
        expect(slug.length).toBeLessThanOrEqual(80);
        if (foldedWords(name).length > 0) expect(slug).toMatch(pattern);
        else expect(slug).toBe('');
      }),
    );
  });

  test('of a household says nothing of the person', () => {
    expect(neutralSlug('Ab3_xyz987654321')).toBe('ho-ab3xyz98');
    expect(neutralSlug('abcdefghijklmno')).toMatch(pattern);
  });

  test('that are taken get a number', () => {
    const taken = new Set(['mat-ong', 'mat-ong-2']);
    expect(freeSlug('mat-ong', (slug) => taken.has(slug))).toBe('mat-ong-3');
    expect(freeSlug('gao', (slug) => taken.has(slug))).toBe('gao');
  });
});
