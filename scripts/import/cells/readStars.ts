import { fold } from '#domain/rules/fold.ts';
import type { Cell } from '../read/sheet.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

/** 0: no stars. A product proposed for five stars has none of its own until the ministry decides. */
export interface Stars {
  stars: number;
  pendingCentral: boolean;
}

const MOST = 5;
const WORDS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5 };
const NONE = /^(?:khong|chua|khong dat|chua dat|khong xep hang|chua co sao|khong sao)(?: sao)?$/;
const PENDING = /tiem nang|de nghi|du kien|trinh trung uong|de xuat/;

/** Star counts named in folded text: `4 sao`, `3*`, `****`, `ocop.4`, `hang 3`. */
function namedStars(text: string): number[] {
  const counts: number[] = [];
  const row = text.match(/[*★⭐]{2,}/g) ?? [];
  for (const signs of row) counts.push([...signs].length);
  for (const [, digits = ''] of text.matchAll(/(?<![\d.,/])(\d{1,2})(?:[.,]0+)?\s*(?:sao|star|[*★⭐]|s$)/g))
    counts.push(Number(digits));
  for (const [, word = ''] of text.matchAll(/\b(mot|hai|ba|bon|nam) sao\b/g)) counts.push(WORDS[word] ?? 0);
  if (counts.length > 0) return counts;
  for (const [, digits = ''] of text.matchAll(
    /(?:occ?op[. ]{0,2}|xep hang\s*:?\s*|hang\s*:?\s*|dat\s*)(\d)(?![\d.,/])/g,
  ))
    counts.push(Number(digits));
  return counts;
}

function ofNumber(value: number): Reading<Stars> {
  if (!Number.isInteger(value) || value < 0 || value > MOST)
    return refuse(value > MOST && value <= 100 ? 'Đây có vẻ là điểm, không phải số sao.' : 'Số sao phải từ 0 đến 5.');
  return right({ stars: value, pendingCentral: false });
}

function label(stars: number): string {
  return stars === 0 ? 'Chưa có sao' : `${stars} sao`;
}

/** Star rating in any of the ways people write it. Five stars named together with the province are asked about. */
export function readStars(cell: Cell): Reading<Stars> {
  if (typeof cell === 'number') return ofNumber(cell);
  const line = readLine(cell, 2_000);
  if (line.status !== 'right') return refuse(line.why);
  const text = fold(line.value.replaceAll('☆', ''));
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return ofNumber(Number(text.replace(',', '.')));
  if (NONE.test(text)) return right({ stars: 0, pendingCentral: false });
  const counts = [...new Set(namedStars(text))];
  const [stars] = counts;
  if (stars === undefined) return refuse('Không thấy số sao trong ô.');
  if (counts.length > 1)
    return ask(
      'Ô nêu nhiều hạng sao: cần chọn một.',
      counts
        .filter((each) => each <= MOST)
        .map((each) => ({ value: { stars: each, pendingCentral: false }, label: label(each) })),
    );
  if (stars === MOST && PENDING.test(text))
    return right({ stars: 0, pendingCentral: true }, 'Đề nghị 5 sao, chờ Trung ương.');
  if (PENDING.test(text) || (stars === MOST && /cap (?:tinh|huyen)/.test(text)))
    return ask('Chưa rõ đã được công nhận hay mới đề nghị.', [
      {
        value: { stars: stars === MOST ? 0 : stars, pendingCentral: stars === MOST },
        label: `Đang đề nghị ${label(stars)}`,
      },
      { value: { stars, pendingCentral: false }, label: `Đã công nhận ${label(stars)}` },
    ]);
  return ofNumber(stars);
}
