import { describe, expect, test } from 'vitest';
import { seededTable } from '#scripts/seed/synonyms.ts';
import { conceptsOf } from '#site/search/engine/concepts.ts';
import { spellingOf, wordsIn } from '#site/search/engine/words.ts';

const concepts = conceptsOf(seededTable());
const spellings = (text: string) => wordsIn(text).map((word) => spellingOf(word.text));
const named = (text: string) => concepts.named(spellings(text)).map(({ concept }) => concept);
const asked = (text: string) => concepts.asked(spellings(text)).map(({ concept }) => concept);
const meet = (question: string, record: string) => asked(question).some((concept) => named(record).includes(concept));

describe('other names for one thing meet', () => {
  test.each([
    ['chè', 'Trà hoa vàng'],
    ['tra', 'Chè xanh Bản Ven'],
    ['đậu phộng', 'Lạc sen Diễn Châu'],
    ['dau phong', 'Kẹo lạc'],
    ['lạc', 'Dầu đậu phộng Tân Lạc Việt'],
    ['nước mắm', 'Mắm ngự'],
    ['htx', 'Hợp tác xã Nông nghiệp Xanh'],
    ['hợp tác xã', 'HTX Thân Trường'],
    ['tp', 'Thành phố Bắc Giang'],
    ['dn', 'Doanh nghiệp'],
    ['cafe', 'Cà phê Già Làng'],
    ['honey', 'Mật ong Pa Ủ'],
    ['hải sản', 'Mực ống Cô Tô khô'],
    ['trai cay', 'Xoài 3 màu'],
    ['bánh tráng', 'Bánh đa Nhật Nguyệt'],
  ])('%s finds %s', (question, record) => {
    expect(meet(question, record)).toBe(true);
  });
});

describe('what only looks alike does not meet', () => {
  test.each([
    ['chẻ', 'Trà hoa vàng'],
    ['lắc', 'Dầu đậu phộng'],
    ['mực', 'Hải sản Hạ Long'],
    ['đậu', 'Dấu ấn'],
    ['phộng', 'Phong Hải'],
  ])('%s and %s', (question, record) => {
    expect(meet(question, record)).toBe(false);
  });
});

test('a thing is told by the words that say it', () => {
  const [first] = concepts.asked(spellings('dầu đậu phộng')).filter(({ to, from }) => to - from === 2);
  expect(first).toMatchObject({ from: 1, to: 3 });
});

test('every line of the data has two names or more, none twice in a line', () => {
  const lines = Object.values(seededTable()).flat();
  expect(lines.filter((names) => names.length < 2 || new Set(names).size < names.length)).toEqual([]);
});
