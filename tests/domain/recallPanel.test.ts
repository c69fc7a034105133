import { describe, expect, test } from 'vitest';
import { fillTemplate, phoneToDial, recallPanel, recallPlaceholders } from '#domain/recallPanel.ts';
import { verdictWords } from '#domain/verdictWords.ts';

const NOTICE = { lot: 'L1', at: Date.UTC(2026, 10, 20, 2, 15), reason: 'Nhãn sai.', phone: '0204 000 0011' };

/** As a page is built: the agreed words around the placeholders, the number to tap behind them. */
function template(officePhone: string): string {
  const { recall, tap } = recallPlaceholders(officePhone);
  const { fact, advice, call = '' } = verdictWords('recalled', { recall });
  return `${fact} ${advice.replace(call, `<!--call-->${call}<!--/call-->`)}<!--call--><a href="tel:${tap.dial}">${tap.phone}</a><!--/call-->`;
}

test('is filled in', () => {
  expect(recallPanel(template(''), NOTICE, 'vi').replace(/<!--\/?call-->/g, '')).toBe(
    'Lô L1, thông báo lúc 09:15 20/11/2026. Lý do: Nhãn sai. Không dùng, không bán tiếp. ' +
      'Trả lại nơi mua hoặc gọi 0204 000 0011.<a href="tel:02040000011">0204 000 0011</a>',
  );
});

describe('without a number of its own', () => {
  const notice = { ...NOTICE, phone: '' };
  test('it offers the office’s', () => {
    const panel = recallPanel(template('0222 000 0001'), notice, 'vi');
    expect(panel).toContain('hoặc gọi 0222 000 0001');
    expect(panel).toContain('href="tel:02220000001"');
  });
  test('it offers none where there is none', () => {
    const panel = recallPanel(template(''), notice, 'vi');
    expect(panel).toContain('Trả lại nơi mua.');
    expect(panel).not.toMatch(/tel:|gọi|\{\{/);
  });
});

test('a reason that nobody gave is named as such', () => {
  expect(recallPanel(template(''), { ...NOTICE, reason: '' }, 'vi')).toContain('Lý do: chưa nêu.');
});

test('what the office wrote stays text', () => {
  const panel = recallPanel(template(''), { ...NOTICE, reason: '<img src=x onerror="alert(1)"> & \'x\'' }, 'vi');
  expect(panel).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;x&#39;');
  expect(panel).not.toContain('<img');
});

test('a value that looks like a placeholder is not filled in again', () => {
  expect(fillTemplate('{{lot}}-{{at}}', { lot: '{{at}}', at: '$1' })).toBe('{{at}}-$1');
});

test.each([
  ['0204 000 0011', '02040000011'],
  ['(0222) 3.888-999', '02223888999'],
  ['+84 204 000 0011', '+842040000011'],
])('%s is dialled as %s', (phone, dialled) => {
  expect(phoneToDial(phone)).toBe(dialled);
});
