/** Growing areas and packing houses on the built pages: whose code holds is told, what leads to a person is not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltPage, builtPages } from '#tests/support/builtPages.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';

let pages: BuiltPage[];
beforeAll(async () => {
  pages = builtPages(await fixtureSite());
});

/** The words of a page, tags taken away. */
function wordsOf(address: string): string {
  const page = pages.find((each) => each.address === address);
  if (page === undefined) throw new Error(`there is no page ${address}`);
  return page.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('the page of a producer', () => {
  test('tells codes that hold, with what is grown, how much, where and for which market', () => {
    const words = wordsOf('/chu-the/htx-minh-hoa-1');
    expect(words).toMatch(/VN-MHOR-0017 – Vùng vải Minh Họa/);
    expect(words).toMatch(/Vùng trồng xuất khẩu · Vải thiều · 12,5 ha · xã Yên Thế/);
    expect(words).toContain('Thị trường: Trung Quốc, Hoa Kỳ');
    expect(words).toContain('Cấp tháng 03/2025');
    expect(words).toMatch(/VN-MHPH-0004 .*Cơ sở đóng gói/);
  });

  test('does not tell a code that was withdrawn, nor where the land lies', () => {
    const words = wordsOf('/chu-the/htx-minh-hoa-1');
    expect(words).not.toContain('VN-MHOR-0009');
    expect(words).not.toMatch(/106[.,]13/);
  });

  test('who is a person and has not agreed tells what is grown in which commune, and no code', () => {
    const words = wordsOf('/chu-the/ho-hoanhxx3');
    expect(words).toMatch(/Mã không công bố theo yêu cầu .*Ổi · 0,4 ha · xã Tam Tiến/);
  });

  test('is told in English by its twins', () => {
    const words = wordsOf('/en/chu-the/htx-minh-hoa-1');
    expect(words).toContain('VN-MHOR-0017 – Minh Hoa litchi area');
    expect(words).toMatch(/Growing area, for export · Litchi · 12\.5 ha/);
    expect(words).toContain('Market: China, United States');
  });

  test('leads other programs to its data', () => {
    const page = pages.find(({ address }) => address === '/chu-the/htx-minh-hoa-1');
    expect(page?.html).toMatch(
      /<link rel="alternate" type="application\/json" href="[^"]*\/chu-the\/htx-minh-hoa-1\.json"/,
    );
  });
});

test('the page of a product tells the land it comes from, not all that its maker has', () => {
  const words = wordsOf('/san-pham/mat-ong-hoa-vai-minh-hoa');
  expect(words).toContain('VN-MHOR-0017');
  expect(words).not.toContain('VN-MHPH-0004');
});

test('the page behind a stamp tells the lot’s land and packing house, beside what was written in words', () => {
  const words = wordsOf('/t/MATNG2345E');
  expect(words).toMatch(/Vùng trồng Đồi vải bản Minh Họa Vùng trồng VN-MHOR-0017, Vải thiều, 12,5 ha, xã Yên Thế/);
  expect(words).toMatch(/Cơ sở đóng gói VN-MHPH-0004, Vải thiều, phường Bắc Giang/);
  expect(words).toMatch(/Thu hoạch .*Trại ong số 3, VN-MHOR-0017 – Vùng vải Minh Họa, xã Yên Thế/);
});

describe('the page of figures', () => {
  test('tells taking part and holding stars apart, and what nobody said as unknown', () => {
    const words = wordsOf('/so-lieu');
    expect(words).toMatch(/Tham gia chương trình\s+13\s+Trong đó đang có sao\s+4 /);
    expect(words).toMatch(/Ghi nhật ký điện tử 1 0 5 /);
  });

  test('tells what a target lacks, and of how many it is not known', () => {
    expect(wordsOf('/so-lieu')).toMatch(/20 % chỉ tiêu, còn thiếu 16 .*2 chưa rõ, không tính vào mức đã đạt/);
  });
});
