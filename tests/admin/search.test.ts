import { describe, expect, it } from 'vitest';
import { holdsWords, likePatterns, searchRank, searchWords } from '#admin/record/search.ts';

const finds = (text: string, typed: string) => holdsWords(text, searchWords(typed));

describe('finding Vietnamese text', () => {
  it.each([
    ['Mật ong hoa vải', 'mat ong'],
    ['Mật ong hoa vải', 'MẬT'],
    ['Mật ong hoa vải', 'ong mật'],
    ['Đông trùng hạ thảo', 'dong trung'],
    ['Chè Hoà Bình', 'Hòa'],
    ['Mật ong', 'mật'.normalize('NFD')],
  ])('%j is found by %j', (text, typed) => expect(finds(text, typed)).toBe(true));

  it.each([
    ['Mắt na', 'mật'],
    ['Mứt gừng', 'mat'],
    ['Mật ong', 'mật mía'],
  ])('%j is not found by %j', (text, typed) => expect(finds(text, typed)).toBe(false));

  it('asks PocketBase with wildcards where a mark may stand', () =>
    expect(likePatterns('mat Đông')).toEqual(['%m_t%', '%__ng%']));

  it('keeps SQL’s own signs as they are', () => expect(likePatterns('5%_')).toEqual(['%5\\%\\_%']));

  it('ranks beginnings first', () => {
    expect(searchRank('Mật ong', 'mat')).toBe(0);
    expect(searchRank('Rượu mật ong', 'mat')).toBe(1);
    expect(searchRank('Thomat', 'mat')).toBe(2);
  });
});
