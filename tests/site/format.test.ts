import { describe, expect, test } from 'vitest';
import { formatDay, formatMoney, formatNumber, formatSpan, hostOf } from '#site/i18n/format.ts';
import { vi } from '#site/i18n/vi.ts';
import { pathIn, paths, pathsOf, pathToFile } from '#site/paths.ts';

describe('days', () => {
  test.each([
    ['2026-09-15', 'ngày 15/09/2026'],
    ['2026-09', 'tháng 09/2026'],
    ['2026', 'năm 2026'],
  ])('%s', (day, words) => {
    expect(formatDay(day, 'vi')).toBe(words);
  });

  test.each([
    ['2026-12-05', '2026-12-08', '05 – 08/12/2026'],
    ['2025-10-28', '2025-11-03', '28/10 – 03/11/2025'],
    ['2025-12-30', '2026-01-02', '30/12/2025 – 02/01/2026'],
    ['2024-04', '', '04/2024'],
    ['2024-04', '2024-05', '04/2024 – 05/2024'],
    ['2026-12-05', '2026-12-05', '05/12/2026'],
    ['', '2026-12-05', '05/12/2026'],
    ['', '', ''],
  ])('%s to %s', (from, to, words) => {
    expect(formatSpan(from, to, 'vi')).toBe(words);
  });
});

describe('days in English', () => {
  test.each([
    ['2026-09-05', '5 September 2026'],
    ['2026-09', 'September 2026'],
    ['2026', '2026'],
  ])('%s', (day, words) => {
    expect(formatDay(day, 'en')).toBe(words);
  });

  test.each([
    ['2026-12-05', '2026-12-08', '5 – 8 December 2026'],
    ['2025-10-28', '2025-11-03', '28 October – 3 November 2025'],
    ['2025-12-30', '2026-01-02', '30 December 2025 – 2 January 2026'],
    ['2024-04', '', 'April 2024'],
    ['2026-12-05', '2026-12-05', '5 December 2026'],
    ['', '', ''],
  ])('%s to %s', (from, to, words) => {
    expect(formatSpan(from, to, 'en')).toBe(words);
  });
});

describe('numbers', () => {
  test('are grouped by points, money has its sign', () => {
    expect(formatNumber(1_250_000, 'vi')).toBe('1.250.000');
    expect(formatNumber(4.5, 'vi')).toBe('4,5');
    expect(formatMoney(180_000, 'vi')).toBe('180.000\u00a0₫');
  });

  test('in English are grouped by commas', () => {
    expect(formatNumber(1_250_000, 'en')).toBe('1,250,000');
    expect(formatNumber(4.5, 'en')).toBe('4.5');
    expect(formatMoney(180_000, 'en')).toBe('VND\u00a0180,000');
  });

  test.each([
    [730, '24 tháng từ ngày sản xuất'],
    [365, '12 tháng từ ngày sản xuất'],
    [180, '6 tháng từ ngày sản xuất'],
    [45, '45 ngày từ ngày sản xuất'],
  ])('shelf life of %s days', (days, words) => {
    expect(vi.product.shelfLifeDays(days)).toBe(words);
  });
});

describe('addresses', () => {
  test.each([
    ['https://www.baobacninh.vn/a?b=1', 'baobacninh.vn'],
    ['http://lmhtx.bacgiang.gov.vn/node/2620', 'lmhtx.bacgiang.gov.vn'],
    ['không phải', 'không phải'],
  ])('host of %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });

  test.each([
    [paths.front, 'index.html'],
    [paths.products, 'san-pham.html'],
    [paths.productsPage(1), 'san-pham.html'],
    [paths.productsPage(2), 'san-pham/trang/2.html'],
    [paths.product('mat-ong'), 'san-pham/mat-ong.html'],
    [paths.fairCalendar, 'hoi-cho/lich.ics'],
    [paths.searchRows, 'tim-kiem.json'],
    [paths.catalogueMore, 'tim-kiem.them.json'],
    [paths.digitalLinkLot('09521234000013', 'BD26.11'), '01/09521234000013/10/BD26.11.html'],
    [pathsOf('en').front, 'en.html'],
    [pathsOf('en').product('mat-ong'), 'en/san-pham/mat-ong.html'],
    [pathsOf('en').fairCalendar, 'en/hoi-cho/lich.ics'],
    [pathsOf('en').fairEvent('hoi-cho'), 'en/hoi-cho/hoi-cho.ics'],
    [pathsOf('en').searchRows, 'en/tim-kiem.json'],
    [pathsOf('en').digitalLinkLot('09521234000013', 'BD26.11'), 'en/01/09521234000013/10/BD26.11.html'],
  ])('%s is the file %s', (path, file) => {
    expect(pathToFile(path)).toBe(file);
  });

  test.each([
    ['/', '/en'],
    ['/san-pham/mat-ong', '/en/san-pham/mat-ong'],
    ['/01/09521234000013', '/en/01/09521234000013'],
  ])('%s in English is %s, and back', (vietnamese, english) => {
    expect(pathIn(vietnamese, 'en')).toBe(english);
    expect(pathIn(english, 'vi')).toBe(vietnamese);
    expect(pathIn(vietnamese, 'vi')).toBe(vietnamese);
    expect(pathIn(english, 'en')).toBe(english);
  });
});
